import { calendarFile } from '../../contracts/calendar-file.ts'
import type { DueDuty } from '../duties/index.ts'
import type { Situation } from '../situation/index.ts'

/** What the people team does, and what participants have due by next week, for a calendar. */
export function calendarOf({ organisation, on }: Situation, duties: readonly DueDuty[]): string {
  const some = duties.filter(({ who, when }) => who === 'hr' || when !== 'later')
  return calendarFile(
    `Peer support, coaching and mentoring: ${organisation.name}`,
    'programme',
    some.map(({ kind, key, title, people, due, note }) => ({
      key: [organisation.name, kind, key],
      ...{ day: due, since: on, description: note },
      summary: [title, people.map(({ name }) => name).join(' and ')].filter(Boolean).join(': '),
    })),
  )
}
