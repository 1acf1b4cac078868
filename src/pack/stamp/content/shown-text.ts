import type { PDFDict, PDFPage } from 'pdf-lib'
import { nameOf } from '../../../pdf/objects.ts'
import type { Instruction } from '../../../pdf/page/index.ts'
import { isComposite } from '../font/font-texts.ts'
import {
  codesIn,
  type PageInstruction,
  readPageInstructions,
  type Sequence,
} from './instructions.ts'
import { contentOf, fontOf } from './page-content.ts'

interface Shown {
  readonly font: PDFDict
  readonly code: number
}

/** A sequence that says what the only code in it means. */
export interface Correction extends Shown {
  readonly text: string
  readonly begin: Instruction
  readonly end: Instruction
}

/** What a page shows in fonts with codes of two bytes. */
export interface ShownText {
  readonly page: PDFPage
  readonly content: Uint8Array
  /** All codes, in whatever font. */
  readonly codes: ReadonlySet<number>
  readonly corrections: readonly Correction[]
  /** What is shown outside of corrections. */
  readonly plain: ReadonlyMap<PDFDict, ReadonlySet<number>>
}

/** What was read of each content: what is missing on a page is asked of it before it is mended. */
const known = new WeakMap<Uint8Array, ShownText>()

/** Tells which codes a page shows, and what `ActualText` makes of them. */
export function shownTextOf(page: PDFPage): ShownText {
  const content = contentOf(page)
  const shown = known.get(content) ?? readShown(page, content)
  known.set(content, shown)
  return shown
}

function readShown(page: PDFPage, content: Uint8Array): ShownText {
  const codes = new Set<number>()
  const corrections: Correction[] = []
  const plain = new Map<PDFDict, Set<number>>()
  const corrected = new Map<Sequence, Shown[]>()
  let font: PDFDict | undefined

  for (const instruction of readPageInstructions(content)) {
    const { operator, open } = instruction
    if (operator === 'Tf') font = compositeFont(page, nameOf(instruction.operands[0]))
    else if (operator === 'EMC') corrections.push(...correctionAt(instruction, corrected))
    if (!font) continue
    const shown = codesIn(instruction, 2)
    if (shown.length === 0) continue
    const sequence = open.findLast(({ actualText }) => actualText !== undefined)
    for (const code of shown) {
      codes.add(code)
      if (sequence) corrected.set(sequence, [...(corrected.get(sequence) ?? []), { font, code }])
      else plain.set(font, (plain.get(font) ?? new Set()).add(code))
    }
  }
  return { page, content, codes, corrections, plain }
}

/** The correction that ends here, if it is one of a single code. */
function correctionAt(
  end: PageInstruction,
  corrected: ReadonlyMap<Sequence, readonly Shown[]>,
): Correction[] {
  const closed = end.open.at(-1)
  const [only, ...others] = (closed && corrected.get(closed)) ?? []
  if (closed?.actualText === undefined || !only || others.length > 0) return []
  return [{ ...only, text: closed.actualText, begin: closed.begin, end }]
}

function compositeFont(page: PDFPage, fontName = ''): PDFDict | undefined {
  const font = fontOf(page, fontName)
  return font && isComposite(font) ? font : undefined
}
