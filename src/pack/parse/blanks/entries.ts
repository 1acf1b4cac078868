import { isTicked } from '../../../language/asked-type.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Mark } from './marks.ts'
import { ENUMERATOR, isQuestion } from './words.ts'

/** One label with the place to write beside it: `Name: ____`; bare when nothing is drawn there. */
export interface Entry {
  readonly label: string
  /** Where the label begins in the line. */
  readonly from: number
  readonly bare: boolean
  /** What is drawn beside it is a date. */
  readonly isDate?: true
  readonly isNumber?: boolean
  /** What stands behind it and says how it is counted: `months`. */
  readonly unit?: string | undefined
  readonly hint?: string
}

/** `Name: [ ]` is a place to write, since nothing stands beside the box that one could tick. */
export function isGap(mark: Mark, text: string, marks: readonly Mark[]): boolean {
  if (mark.kind === 'gap') return true
  const before = text.slice(0, mark.from).trim()
  const isLast = text.slice(mark.to).trim() === ''
  return (
    marks.length === 1 &&
    isLast &&
    text.startsWith('[', mark.from) &&
    before.endsWith(':') &&
    knownLabel(before) !== undefined &&
    !isTicked(before)
  )
}

/** The labels before a gap, of which only the last has something drawn beside it. */
export function entriesIn(text: string, from: number, isOnly: boolean): Entry[] | undefined {
  const pieces = piecesOf(text, from)
  const last = pieces.pop()
  if (!last || !pieces.every(({ label }) => label.endsWith(':') && knownLabel(label))) {
    return undefined
  }
  if (!isLabel(last.label, isOnly)) return undefined
  return [...pieces.map((piece) => ({ ...piece, bare: true })), { ...last, bare: false }]
}

/** Words that make a sentence of a few words. */
const SENTENCE =
  /\b(?:the|an?|is|are|was|were|be|will|shall|has|have|between|and|agrees?|with|this|that)\b/i

function isLabel(label: string, isOnly: boolean): boolean {
  const words = label.split(/\s+/).length
  if (knownLabel(label)) return true
  if (/[:?](?: \([^()]{1,60}\))?$/.test(label)) return words <= 25 && (isOnly || words <= 8)
  const isWhole = isOnly || (label.length <= 30 && !SENTENCE.test(label))
  return (
    isWhole &&
    words <= 4 &&
    /^\p{Lu}/u.test(label) &&
    !/[,;]|\.(?!\p{L}|$)/u.test(label) &&
    !/(?<!\.)\b(?:I|we)\b/i.test(label)
  )
}

/** What comes after the last gap: more labels. */
export function withTail(
  entries: readonly Entry[],
  tail: string,
  from: number,
): Entry[] | undefined {
  const trimmed = tail.replace(/^[.,;]/, '').trim()
  if (trimmed === '') return entries.length > 0 ? [...entries] : undefined
  const bare = piecesOf(tail, from)
  const allKnown = bare.every(({ label }) => label.endsWith(':') && knownLabel(label) === 'short')
  return allKnown ? [...entries, ...bare.map((piece) => ({ ...piece, bare: true }))] : undefined
}

/** The parts of a text that each end with a colon, and what is left. A question or a number before is kept with its part. */
function piecesOf(text: string, from: number): { label: string; from: number }[] {
  const whole = text.trim()
  if (isQuestion(whole) || whole.length > 160)
    return whole ? [{ label: whole, from: from + text.indexOf(whole) }] : []
  return [...text.matchAll(/[^\s:][^:]*?(?::(?=\s|$)|\s*$)/g)].map(({ index, 0: piece }) => ({
    label: piece.trim().replace(ENUMERATOR, ''),
    from: from + index,
  }))
}
