import ical from 'ical-generator'
import { sha256Hex } from './hash.ts'

/** Something of a whole day. */
export interface DayEntry {
  /** What it is told from all others by; a calendar that has it already moves it instead of adding one. */
  readonly key: readonly string[]
  /** ISO 8601. */
  readonly day: string
  /** Since when it is as it is, ISO 8601: a calendar does not depend on the clock. */
  readonly since: string
  readonly summary: string
  readonly description: string
  /** A rule of RFC 5545, 3.3.10. */
  readonly repeating?: string | undefined
}

/** A file for a calendar program with entries of whole days, iCalendar (RFC 5545). */
export function calendarFile(
  name: string,
  product: 'programme' | 'reviews',
  entries: readonly DayEntry[],
): string {
  const calendar = ical({
    name: oneLine(name),
    prodId: { company: 'policypack', product, language: 'EN' },
  })
  for (const { key, day, since, summary, description, repeating } of entries)
    calendar.createEvent({
      id: `${sha256Hex(key.join('\n')).slice(0, 32)}@policypack`,
      stamp: new Date(`${since}T00:00:00Z`),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: oneLine(summary),
      description: oneLine(description),
      ...(repeating !== undefined && { repeating }),
    })
  // RFC 5545, 3.1: each line ends with CR LF, the last one too.
  return `${calendar.toString()}\r\n`
}

/** Whatever a program could take for the end of a line would begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}
