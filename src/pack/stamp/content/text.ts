import type { PDFPage } from 'pdf-lib'
import { nameOf } from '../../../pdf/objects.ts'
import { codeSize, textsOfFont } from '../font/font-texts.ts'
import { codesIn, type PageInstruction, readPageInstructions } from './instructions.ts'
import { contentOf, fontOf } from './page-content.ts'

/** Reads what an instruction shows in a font. */
type Decode = (instruction: PageInstruction) => string

/** The text of each marked-content sequence of a page, by its id. Where the text of a sequence goes
 * on in another line it has the space that was there, which `print.css` keeps; other line ends are spaces. */
export function textsOf(page: PDFPage): Map<number, string> {
  const decoders = new Map<string, Decode>()
  const texts = new Map<number, string>()
  let decode: Decode = () => ''
  let line: unknown
  let last: number | undefined

  for (const instruction of readPageInstructions(contentOf(page))) {
    const { operator, open } = instruction
    const mcid = open.findLast((sequence) => sequence.mcid !== undefined)?.mcid
    const add = (text: string) => {
      if (mcid !== undefined) texts.set(mcid, (texts.get(mcid) ?? '') + text)
    }
    if (operator === 'Tf') {
      const font = nameOf(instruction.operands[0]) ?? ''
      decode = decoders.get(font) ?? decoderOf(page, font)
      decoders.set(font, decode)
    } else if (operator === 'Tm') {
      const baseline = instruction.operands.at(-1)
      if (line !== undefined && line !== baseline && mcid !== last) add(' ')
      line = baseline
      last = mcid
    } else if (operator === 'Tj' || operator === 'TJ') add(decode(instruction))
  }
  return texts
}

function decoderOf(page: PDFPage, fontName: string): Decode {
  const font = fontOf(page, fontName)
  const texts = font && textsOfFont(font)
  if (!texts) return () => ''
  const size = codeSize(font)
  return (instruction) =>
    codesIn(instruction, size)
      .map((code) => texts.get(code))
      .join('')
}
