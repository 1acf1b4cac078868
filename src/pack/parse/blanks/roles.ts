import { isTicked, typeOf } from '../../../language/asked-type.ts'
import { NO, YES } from '../../../language/exclusive-answers.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Mark } from './marks.ts'

/** Places of a line as wide as a box. */
const NARROW = 6
/** What stands behind a number: `____ years ____ months`, `____ of ____`. */
const MEASURED =
  /^(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|cm|m|kg|lbs?|km|miles?|times?|per|[ap]\.?m)\b|^(?:of|to|and|by|at|on|in|or)$|^(?:of|to|and)\b/i

/** Which places of a line are there to tick and which to write on, by what stands around them rather than by how they are drawn. */
export function rolesOf(text: string, marks: readonly Mark[]): readonly Mark[] {
  const places = marks.map(({ from, to }, index) => ({
    before: text.slice(marks[index - 1]?.to ?? 0, from).trim(),
    after: text.slice(to, marks[index + 1]?.from ?? text.length).trim(),
  }))
  const ticks = new Set(
    marks.flatMap((_, index) => [
      ...ticksFrom(index, marks, { text, places }),
      ...ticksBehind(index, marks, places),
    ]),
  )
  const isCounted =
    marks.length > 0 &&
    marks.every(({ kind }) => kind === 'box') &&
    places.every(({ before }) => typeOf(before) === 'number')
  return marks.map((mark, index) => {
    const { before = '', after = '' } = places[index] ?? {}
    // `Number of guests ( )`
    if (isCounted) return { ...mark, kind: 'gap' }
    // `Name: [ ]`, since nothing stands beside the box that one could tick.
    const isWritten =
      mark.kind === 'box' &&
      text.startsWith('[', mark.from) &&
      before.endsWith(':') &&
      (after === '' || after.endsWith(':')) &&
      knownLabel(before) !== undefined &&
      !isTicked(before)
    if (ticks.has(index)) return { ...mark, kind: 'box' }
    return isWritten ? { ...mark, kind: 'gap' } : mark
  })
}

interface Place {
  readonly before: string
  readonly after: string
}

/** `Eligible? Yes ___ No ___`: narrow lines, each with an answer before it. */
function ticksBehind(first: number, marks: readonly Mark[], places: readonly Place[]): number[] {
  const isAnswer = (index: number, words: RegExp) =>
    isNarrow(marks[index]) && words.test(places[index]?.before ?? '')
  if (!isAnswer(first, YES_OR_NO_LAST)) return []
  let end = first + 1
  while (isAnswer(end, /^[,;/]?\s*\p{L}[\p{L}’' ]{0,20}$/u)) end++
  return end - first > 1 ? Array.from({ length: end - first }, (_, at) => first + at) : []
}

function isNarrow(mark: Mark | undefined): boolean {
  return mark?.kind === 'gap' && mark.to - mark.from <= NARROW
}

/** `Eligible? ___ Yes ___ No`: narrow lines, each with an answer behind it. */
function ticksFrom(
  first: number,
  marks: readonly Mark[],
  { text, places }: { readonly text: string; readonly places: readonly Place[] },
): number[] {
  if (!/^$|[?:](?:\s*\([^()]*\))?$/.test(places[first]?.before ?? '')) return []
  const isTick = (index: number) => {
    const after = places[index]?.after ?? ''
    return isNarrow(marks[index]) && /^\p{L}/u.test(after) && !MEASURED.test(after)
  }
  let end = first
  while (isTick(end) && (end === first || !/[?:]$/.test(places[end]?.before ?? ''))) end++
  const isWhole = end === marks.length || YES_OR_NO.test(places[end - 1]?.after ?? '')
  // `[   ] I understand why`
  const isFramed = text.startsWith('[', marks[first]?.from)
  const isEnough = end - first > (isFramed ? 0 : 1)
  return isEnough && isWhole ? Array.from({ length: end - first }, (_, at) => first + at) : []
}

const YES_OR_NO = new RegExp(`^(?:${YES}|${NO}|n/a|not sure|maybe)(?!\\p{L})`, 'iu')
const YES_OR_NO_LAST = new RegExp(`(?:^|[\\s?:)])(?:${YES}|${NO}|n/a)$`, 'i')
