import anyAscii from 'any-ascii'
import leven from 'leven'
import { foldRecordKey } from './fold.ts'

/** How well a name that somebody gives fits one that is known, the best first. */
export type Likeness = 'same' | 'part' | 'near'

/** No more letters may differ in a misspelt word. */
const SLIPS = 2
/** In a word of fewer letters one slip is another name. */
const SHORTEST = 4
/** Words of fewer letters, such as `de` and `van`, are common to many names. */
const SHORTEST_SHARED = 3

/**
 * Compares what somebody typed for a person with a name: accents, case, punctuation and the order of the words do not
 * matter (`LOVELACE, Ada`), words may be missing (`part`) and misspelt (`near`). Undefined for the name of somebody else.
 */
export function likeness(typed: string, name: string): Likeness | undefined {
  const wanted = wordsOf(typed)
  const there = wordsOf(name)
  if (wanted.length === 0 || there.length === 0) return undefined
  if (keyOf(wanted) === keyOf(there)) return 'same'
  const [fewer, more] = wanted.length <= there.length ? [wanted, there] : [there, wanted]
  if (fewer.every((word) => more.includes(word) || isInitial(word, more))) return 'part'
  if (isJoined(wanted, there)) return 'near'
  return wanted.every((word) => there.some((other) => isNear(word, other))) ? 'near' : undefined
}

/** Whether two names have a word in common, such as the surname where one gives a short form, or the first name where one has married. */
export function sharesWord(a: string, b: string): boolean {
  const there = wordsOf(b)
  return wordsOf(a).some((word) => word.length >= SHORTEST_SHARED && there.includes(word))
}

/** The same letters in other words: `Mc Donald` and `McDonald`, `Anna-Maria` and `Annamaria`, with the surname before or behind. */
function isJoined(wanted: readonly string[], there: readonly string[]): boolean {
  const letters = there.join('')
  return wanted.some(
    (_, first) => [...wanted.slice(first), ...wanted.slice(0, first)].join('') === letters,
  )
}

/** The same text for all names that {@link likeness} calls the same. */
export function nameKey(name: string): string {
  return keyOf(wordsOf(name))
}

/** Whether a text has a name or another mark of somebody in it, as words of their own, in any spelling that {@link likeness} calls the same. */
export function mentions(text: string, mark: string): boolean {
  const wanted = wordsOf(mark)
  if (wanted.length === 0) return false
  const there = ` ${wordsOf(text).join(' ')} `
  return [wanted, wanted.toReversed()].some((words) => there.includes(` ${words.join(' ')} `))
}

function keyOf(words: readonly string[]): string {
  return words.toSorted().join(' ')
}

function wordsOf(name: string): string[] {
  const ascii = anyAscii(foldRecordKey(name)).toLowerCase()
  return ascii
    .replaceAll("'", '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

function isInitial(word: string, among: readonly string[]): boolean {
  return word.length === 1 && among.some((other) => other.startsWith(word))
}

function isNear(word: string, other: string): boolean {
  if (word === other) return true
  const shorter = Math.min(word.length, other.length)
  if (shorter < SHORTEST) return false
  const slips = shorter < 6 ? 1 : SLIPS
  return leven(word, other, { maxDistance: slips + 1 }) <= slips
}
