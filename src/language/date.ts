import { isIsoDate } from './review.ts'

/** A day as people write it, for example `1 December 2026`; a text that is no ISO date stays as it is. */
export function longDate(text: string, locale: string): string {
  return inWords(text, longFormat(locale))
}

/** A day in words, for messages: `3 April 2026`. */
export function dateInWords(date: string): string {
  return inWords(date, longFormat('en-GB'))
}

function inWords(text: string, format: Intl.DateTimeFormat): string {
  return isIsoDate(text) ? format.format(new Date(`${text}T00:00:00Z`)) : text
}

/** Made once for each locale, because making it costs more than all else in reading a date. */
const longFormats = new Map<string, Intl.DateTimeFormat>()

function longFormat(locale: string): Intl.DateTimeFormat {
  const format =
    longFormats.get(locale) ??
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  longFormats.set(locale, format)
  return format
}

/** How a day is to be written in figures where a locale is spoken, for example `dd/mm/yyyy`. */
export function dateHint(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).formatToParts(Date.UTC(2026, 10, 22))
  const letters: Partial<Record<string, string>> = { day: 'dd', month: 'mm', year: 'yyyy' }
  return parts.map(({ type, value }) => letters[type] ?? value).join('')
}
