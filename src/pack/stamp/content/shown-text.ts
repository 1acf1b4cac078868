import { PDFDict, PDFName, type PDFPage } from 'pdf-lib'
import { name } from '../objects.ts'
import { latin1, type Operator, operators } from './operators.ts'
import { contentOf } from './page-content.ts'
import { stringsIn } from './text.ts'

/** A code that is shown in a font. */
interface Shown {
  readonly font: PDFDict
  readonly code: number
}

/** A sequence that says what the only code in it means. */
export interface Correction extends Shown {
  readonly text: string
  readonly begin: Operator
  readonly end: Operator
}

/** What a page shows in fonts with codes of two bytes. */
export interface ShownText {
  readonly page: PDFPage
  readonly content: Uint8Array
  readonly corrections: readonly Correction[]
  /** What is shown outside of corrections. */
  readonly plain: ReadonlyMap<PDFDict, ReadonlySet<number>>
}

/** Reads which codes a page shows, and what `ActualText` makes of them. */
export function shownTextOf(page: PDFPage): ShownText {
  const content = contentOf(page)
  const corrections: Correction[] = []
  const plain = new Map<PDFDict, Set<number>>()
  const open: { begin: Operator; text: string | undefined; shown: Shown[] }[] = []
  let font: PDFDict | undefined
  for (const operator of operators(content)) {
    const operands = () => latin1(content, operator.start, operator.at)
    switch (operator.name) {
      case 'BDC':
      case 'BMC':
        open.push({ begin: operator, text: actualTextOf(operands()), shown: [] })
        break
      case 'EMC': {
        const { begin, text, shown = [] } = open.pop() ?? {}
        const [only, ...others] = shown
        if (begin && text !== undefined && only && others.length === 0)
          corrections.push({ ...only, text, begin, end: operator })
        break
      }
      case 'Tf':
        font = fontOf(page, operands())
        break
      case 'Tj':
      case 'TJ': {
        if (!font) break
        const corrected = open.findLast(({ text }) => text !== undefined)?.shown
        const uncorrected = plain.get(font) ?? new Set()
        for (const code of stringsIn(operands()).flatMap(codesIn))
          if (corrected) corrected.push({ font, code })
          else uncorrected.add(code)
        plain.set(font, uncorrected)
      }
    }
  }
  return { page, content, corrections, plain }
}

function actualTextOf(operands: string): string | undefined {
  const hex = /\/ActualText\s*<([0-9A-Fa-f\s]*)>/.exec(operands)?.[1]
  if (hex === undefined) return undefined
  return Buffer.from(hex, 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\uFEFF/, '')
}

/** The font that `Tf` chooses, if it is one with codes of two bytes. */
function fontOf(page: PDFPage, operands: string): PDFDict | undefined {
  const font = page.node
    .lookupMaybe(name('Resources'), PDFDict)
    ?.lookupMaybe(name('Font'), PDFDict)
    ?.lookupMaybe(name(/\/(\S+)/.exec(operands)?.[1] ?? ''), PDFDict)
  return font?.lookupMaybe(name('Subtype'), PDFName) === name('Type0') ? font : undefined
}

function codesIn(string: Buffer): number[] {
  return Array.from({ length: string.length / 2 }, (_, index) => string.readUInt16BE(2 * index))
}
