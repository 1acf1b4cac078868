import type { PDFDict, PDFDocument, PDFPage } from 'pdf-lib'
import { nameOf } from '../../../pdf/objects.ts'
import { isComposite, textsOfFont } from '../font/font-texts.ts'
import { applyEdits, type Edit } from './edits.ts'
import { codesIn, readPageInstructions } from './instructions.ts'
import { contentOf, fontOf, setContent } from './page-content.ts'

/** A line that could only have ended at a space, and a beginning that does not bring one along. */
const END = / .*[\p{L}\p{N}.,;:)]$/u
const START = /^[\p{L}\p{N}(]/u

/** What the codes of a font say, and the code of its space. */
interface Letters {
  readonly texts: ReadonlyMap<number, string>
  readonly space: number | undefined
}

/**
 * Puts a space at the ends of lines that lack it. Chromium writes it where a line has room for it or none at all, and
 * leaves it out where the last word ends at the very edge, so that two words run together for somebody who listens.
 */
export function spaceLineEnds(file: PDFDocument): void {
  const known = new Map<PDFDict, Letters>()
  const lettersOf = (font: PDFDict): Letters => {
    const letters = known.get(font) ?? readLetters(font)
    known.set(font, letters)
    return letters
  }
  for (const page of file.getPages()) {
    const content = contentOf(page)
    const edits = missingSpaces(page, content, lettersOf)
    if (edits.length > 0) setContent(page, applyEdits(content, edits))
  }
}

function missingSpaces(
  page: PDFPage,
  content: Uint8Array,
  lettersOf: (font: PDFDict) => Letters,
): Edit[] {
  const edits: Edit[] = []
  let letters: Letters | undefined
  let baseline: unknown
  let line = { text: '', mcid: undefined as number | undefined, baseline, end: 0, letters }

  for (const instruction of readPageInstructions(content)) {
    const { operator, open, end } = instruction
    if (operator === 'Tf') {
      const font = fontOf(page, nameOf(instruction.operands[0]) ?? '')
      letters = font && isComposite(font) ? lettersOf(font) : undefined
    } else if (operator === 'Tm') baseline = instruction.operands.at(-1)
    else if (operator === 'Tj' || operator === 'TJ') {
      const mcid = open.findLast((sequence) => sequence.mcid !== undefined)?.mcid
      const codes = letters ? codesIn(instruction, 2) : []
      const text = codes.map((code) => letters?.texts.get(code) ?? '').join('')
      const isSame = mcid === line.mcid && baseline === line.baseline
      if (!isSame && mcid !== undefined && mcid === line.mcid && START.test(text)) {
        const space = line.letters?.space
        if (space !== undefined && END.test(line.text)) edits.push(spaceAt(line.end, space))
      }
      line = { text: (isSame ? line.text : '') + text, mcid, baseline, end, letters }
    }
  }
  return edits
}

function spaceAt(at: number, code: number): Edit {
  return { start: at, end: at, text: ` <${code.toString(16).padStart(4, '0')}> Tj` }
}

function readLetters(font: PDFDict): Letters {
  const texts = textsOfFont(font) ?? new Map<number, string>()
  return { texts, space: [...texts].find(([, text]) => text === ' ')?.[0] }
}
