import { readDate } from './read-date.ts'
import { intervalMonths, isIsoDate } from './review.ts'

/**
 * A day as people write it (`1 Feb 2027`, `1/2/2027`), in ISO 8601; the locale decides where day and month could change
 * places. Undefined when the text is not one real day, names a day of the week that it does not fall on, or misspells the
 * month.
 */
export function plainDate(text: string, locale: string): string | undefined {
  if (isIsoDate(text)) return text
  const reading = readDate(text, locale)
  return reading?.wrongWeekday || reading?.isMisspelt ? undefined : reading?.date
}

/** The same, or an interval such as `every 12 months` as it stands. */
export function dateOrInterval(text: string, locale: string): string | undefined {
  return intervalMonths(text) === undefined ? plainDate(text, locale) : text
}
