import { dateInWords } from './date.ts'
import { readDate } from './read-date.ts'

/**
 * A date as it can be read in one way only: `3 April 2027`, or ISO 8601 where the language of the form has other names. A text
 * that is none, or not for certain, stays as it was typed.
 */
export function certainDate(text: string, locale: string): string {
  const reading = readDate(text.trim(), locale)
  if (!reading || reading.isOtherOrder || reading.wrongWeekday || reading.isMisspelt) return text
  const { date } = reading
  const words = dateInWords(date)
  const again = readDate(words, locale)
  return again?.date === date && !again.ambiguous && locale.startsWith('en') ? words : date
}
