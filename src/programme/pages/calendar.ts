import ical from 'ical-generator'
import { sha256Hex } from '../../contracts/hash.ts'
import type { DueDuty } from '../duties/index.ts'
import type { Situation } from '../situation/index.ts'

/**
 * What the people team does, and what participants have due by next week, as entries of whole days (RFC 5545); the same duty has the
 * same id each time.
 */
export function calendarOf({ organisation, on }: Situation, duties: readonly DueDuty[]): string {
  const calendar = ical({
    name: oneLine(`Peer support, coaching and mentoring: ${organisation.name}`),
    prodId: { company: 'policypack', product: 'programme', language: 'EN' },
  })
  const some = duties.filter(({ who, when }) => who === 'hr' || when !== 'later')
  for (const { kind, key, title, people, due, note } of some)
    calendar.createEvent({
      id: `${sha256Hex(`${organisation.name}\n${kind}\n${key}`).slice(0, 32)}@policypack`,
      stamp: new Date(`${on}T00:00:00Z`),
      start: new Date(`${due}T00:00:00Z`),
      allDay: true,
      summary: oneLine(
        [title, people.map(({ name }) => name).join(' and ')].filter(Boolean).join(': '),
      ),
      description: oneLine(note),
    })
  return `${calendar.toString()}\r\n`
}

/** Whatever a program could take for the end of a line would begin a line of its own in a calendar. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}
