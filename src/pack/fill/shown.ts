import { longDate } from '../../language/date.ts'
import { beginsWithAddress } from '../text/address.ts'
import { PLACEHOLDER_PATTERN } from '../text/placeholder.ts'
import type { Entry } from './scopes.ts'
import type { Occurrence } from './spots.ts'

/** An answer as it is shown: dates in words, and with a capital where the placeholder has one. */
export function shown(
  text: string,
  { key, capital }: Occurrence,
  entry: Entry | undefined,
  locale: string,
): string {
  const isDate = entry?.info ? entry.info.type === 'date' : /\bdate\b/.test(key)
  const value = isDate ? longDate(text, locale) : text
  return capital && !beginsWithAddress(value)
    ? value.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale))
    : value
}

/** Puts one value in the place of each placeholder of a text; a placeholder without a value stays. */
export function replaceEach(text: string, values: readonly (string | undefined)[]): string {
  let index = 0
  return text.replace(PLACEHOLDER_PATTERN, (raw) => values[index++] ?? raw)
}
