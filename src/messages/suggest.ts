import leven from 'leven'

/** So many words are looked at; with more, many slips would take a time that grows with the square of their number. */
const MOST = 1000

/**
 * The one of `known` that somebody who wrote `word` most probably meant; undefined when none is near. Two letters may
 * differ (as when two are swapped), one in a short word, and one in four in a long one.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let distance = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 4))) + 1
  for (const candidate of Iterator.from(known).take(MOST)) {
    const found = leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: distance })
    if (found < distance) [best, distance] = [candidate, found]
  }
  return best
}

/** ``, did you mean `x`?`` for the end of a message; empty when nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known)
  return found === undefined ? '' : `, did you mean \`${found}\`?`
}

/** The words in backticks, joined by commas. */
export function listed(words: Iterable<string>): string {
  return [...words].map((word) => `\`${word}\``).join(', ')
}
