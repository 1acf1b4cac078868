import type { PDFPage } from 'pdf-lib'
import { nameOf, type PdfObject } from '../../../pdf/objects.ts'
import { isComposite, widthsOfFont } from '../font/font-texts.ts'
import type { Edit } from './edits.ts'
import { codesIn, numberOf, type PageInstruction } from './instructions.ts'
import { fontOf } from './page-content.ts'

/** A font at a size: how far the pen goes with a string, in units of the text. */
interface Face {
  readonly size: number
  readonly advance: (codes: readonly number[]) => number
}

/**
 * Shows the text of each line with one instruction. Chromium has two for each character, so that programs which look for
 * words in the content find none.
 */
export function joinLines(page: PDFPage, instructions: readonly PageInstruction[]): Edit[] {
  return textObjects(instructions).flatMap((object) => joined(page, object) ?? [])
}

/** The instructions of each text object (ISO 32000-1, 9.4). */
function textObjects(instructions: readonly PageInstruction[]): PageInstruction[][] {
  const objects: PageInstruction[][] = []
  let open: PageInstruction[] | undefined
  for (const instruction of instructions)
    if (instruction.operator === 'BT') open = []
    else if (instruction.operator !== 'ET') open?.push(instruction)
    else if (open) {
      objects.push(open)
      open = undefined
    }
  return objects
}

/** One line for a text object that has one; undefined for one that does more, or whose font does not say its widths. */
function joined(
  page: PDFPage,
  [font, place, ...line]: readonly PageInstruction[],
): Edit | undefined {
  const face = font?.operator === 'Tf' ? faceOf(page, font.operands) : undefined
  const [first, last] = [line[0], line.at(-1)]
  if (!face || place?.operator !== 'Tm' || !first || !last || !isLine(line)) return undefined
  const text = `[${spaced(line, face).join('').replaceAll('><', '')}] TJ`
  return { start: first.start, end: last.end, text }
}

/** Whether this shows strings, with a step to the right between two. */
function isLine(line: readonly PageInstruction[]): boolean {
  return (
    line.length % 2 === 1 &&
    line.every(({ operator, operands }, index) =>
      index % 2 === 0 ? operator === 'Tj' : operator === 'Td' && operands[1] === 0,
    )
  )
}

/** The strings, with the gaps that bring the pen to where each of them stands, in 1/1000 of the size (9.4.3). */
function spaced(line: readonly PageInstruction[], { size, advance }: Face): (string | number)[] {
  const items: (string | number)[] = []
  let [pen, place] = [0, 0]
  for (const instruction of line) {
    if (instruction.operator === 'Td') place += numberOf(instruction.operands[0])
    const gap = Math.round(((pen - place) / size) * 1000)
    const codes = codesIn(instruction, 2)
    if (codes.length === 0) continue
    if (gap !== 0) items.push(gap)
    items.push(`<${codes.map(hex).join('')}>`)
    pen += advance(codes) - (gap / 1000) * size
  }
  return items
}

function faceOf(page: PDFPage, [fontName, fontSize]: readonly PdfObject[]): Face | undefined {
  const font = fontOf(page, nameOf(fontName) ?? '')
  const size = numberOf(fontSize)
  if (!font || !isComposite(font) || size === 0) return undefined
  const width = widthsOfFont(font)
  return {
    size,
    advance: (codes) => codes.reduce((sum, code) => sum + (width(code) / 1000) * size, 0),
  }
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
