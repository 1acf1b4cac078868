import type { PDFPage } from 'pdf-lib'
import { nameOf } from '../../../pdf/objects.ts'
import { codesIn, textsOfFont } from '../font/font-texts.ts'
import { readPageInstructions, stringsIn } from './instructions.ts'
import { contentOf, fontOf } from './page-content.ts'

/** Reads the codes of a string that a font shows. */
type Decode = (string: Uint8Array) => string

/** The text of each marked-content sequence of a page, by its id. Where the text of a sequence goes
 * on in another line it has the space that was there, which `print.css` keeps; other line ends are spaces. */
export function textsOf(page: PDFPage): Map<number, string> {
  const decoders = new Map<string, Decode>()
  const texts = new Map<number, string>()
  let decode: Decode = () => ''
  let line: unknown
  let last: number | undefined

  for (const instruction of readPageInstructions(contentOf(page))) {
    const { operator, operands, open } = instruction
    const mcid = open.findLast((sequence) => sequence.mcid !== undefined)?.mcid
    const add = (text: string) => {
      if (mcid !== undefined) texts.set(mcid, (texts.get(mcid) ?? '') + text)
    }
    if (operator === 'Tf') {
      const font = nameOf(operands[0]) ?? ''
      decode = decoders.get(font) ?? decoderOf(page, font)
      decoders.set(font, decode)
    } else if (operator === 'Tm') {
      const baseline = operands.at(-1)
      if (line !== undefined && line !== baseline && mcid !== last) add(' ')
      line = baseline
      last = mcid
    } else for (const string of stringsIn(instruction)) add(decode(string))
  }
  return texts
}

function decoderOf(page: PDFPage, fontName: string): Decode {
  const font = fontOf(page, fontName)
  const texts = font && textsOfFont(font)
  if (!texts) return () => ''
  return (string) =>
    codesIn(font, string)
      .map((code) => texts.get(code))
      .join('')
}
