import { knownLabel } from '../../../language/known-label.ts'
import { ENUMERATOR, isQuestion } from './words.ts'

/** One label with the place to write beside it: `Name: ____`; bare when nothing is drawn there. */
export interface Entry {
  readonly label: string
  /** The end of the label that tells what is asked for, where the rest only stands before it. */
  readonly own?: string
  /** Where the label begins in the line. */
  readonly from: number
  readonly bare: boolean
  /** The place is a cell, which grows. */
  readonly place?: 'cell'
  /** What is drawn beside it is a date. */
  readonly isDate?: true
  readonly isNumber?: boolean
  /** What stands behind it and says how it is counted: `months`. */
  readonly unit?: string | undefined
  readonly hint?: string
}

/** The labels before a gap, of which only the last has something drawn beside it; others stand before all of the line. */
export function entriesIn(
  text: string,
  from: number,
  { isOnly, isLast }: { readonly isOnly: boolean; readonly isLast: boolean },
): Entry[] | undefined {
  const pieces = piecesOf(text, from)
  const last = pieces.pop()
  if (!last) return undefined
  const isEach = pieces.every(({ label }) => label.endsWith(':') && knownLabel(label))
  const isPart =
    pieces.length > 0 && (!isEach || /^(?:from|between|since|start|\p{Ll})/iu.test(last.label))
  if (!isPart) {
    if (!isLabel(last.label, { isOnly, isLast })) return undefined
    return [...pieces.map((piece) => ({ ...piece, bare: true })), { ...last, bare: false }]
  }
  // `Line manager's approval: Signed ____ Date ____`
  const lead = pieces.map(({ label }) => label).join(' ')
  const first = pieces[0]?.from ?? from
  const isBegin = /^(?:from|between|since|start)$/i.test(last.label)
  if (lead.split(/\s+/).length > 8 || !(isBegin || isLabel(last.label, { isOnly: true, isLast })))
    return undefined
  return [{ label: `${lead} ${last.label}`, own: last.label, from: first, bare: false }]
}

/** Words that make a sentence of a few words. */
const SENTENCE =
  /\b(?:the|an?|is|are|was|were|be|will|shall|has|have|between|and|agrees?|with|this|that)\b/i
/** What a label is not: part of a sentence that goes on, or begun by who speaks. */
const SHORTENED = /\b(Ref|Nos?|Tel|Ext|Dr|Dept|St|Mr|Mrs|Ms|Rs|approx)\./gi
const NO_LABEL = /[,;]|\.(?!\p{L}|$)|(?<!\.)\b(?:I|we)\b/iu

function isLabel(
  label: string,
  { isOnly, isLast }: { readonly isOnly: boolean; readonly isLast: boolean },
): boolean {
  const words = label.split(/\s+/).length
  if (knownLabel(label)) return true
  if (/[:?](?: \([^()]{1,60}\))?$/.test(label))
    return words <= 25 && (isLast || words <= (label.endsWith('?') ? 16 : 8))
  if (isOnly && isLast && isQuestion(label)) return words <= 25
  if (!/^\p{Lu}/u.test(label) || NO_LABEL.test(label.replace(SHORTENED, '$1'))) return false
  if (isOnly && isLast) return words <= 14 && !(words > 4 && SENTENCE.test(label))
  return words <= 4 && (isOnly || (label.length <= 30 && !SENTENCE.test(label)))
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
  return [...text.matchAll(/[^\s:][^:]*?(?::(?=\s|$)|\?(?=\s+\p{Lu})|\s*$)/gu)].map(
    ({ index, 0: piece }) => ({
      label: piece
        .trim()
        .replace(/^[/|]\s+/, '')
        .replace(ENUMERATOR, '')
        .replace(
          /^\((\p{L})([^()]{2,30})\)$/u,
          (_, first: string, rest: string) => first.toUpperCase() + rest,
        ),
      from: from + index,
    }),
  )
}
