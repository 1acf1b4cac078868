import { valueAt } from '../../contracts/nested-values.ts'
import type { PersonNamed } from '../../contracts/people.ts'
import { addWorkingDays } from '../../language/working-days.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Person } from '../../model/programme.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import type { Ledger, Partnership, ProgrammeRecord, Rotation } from '../ledger/index.ts'
import type { Match } from '../people/index.ts'
import type { Terms } from './terms.ts'

/** A record with what is missing in it. */
export interface Entry extends ProgrammeRecord {
  /** The questions, or sentences where it is no question. */
  readonly open: readonly string[]
}

/** A programme on a day: all that its pages follow from. */
export interface Situation {
  /** The day, ISO 8601. */
  readonly on: string
  readonly organisation: Organisation
  /** Days on which nobody works, beside weekends. */
  readonly holidays: ReadonlySet<string>
  readonly terms: Terms
  readonly people: readonly Person[]
  readonly entries: readonly Entry[]
  readonly anonymous: readonly AnonymousRecord[]
  readonly rotations: readonly Rotation[]
  readonly ledger: Ledger
  match(named: PersonNamed): Match
}

/** The records of a form that count, the oldest first; what came after the day is left out. */
export function recordsOf({ entries, on: day }: Situation, form: string): Entry[] {
  return entries
    .filter(
      (entry) =>
        entry.record.form.id === form &&
        entry.standing === 'current' &&
        (entry.on <= day || cameOn(entry) <= day),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The day on which a form was completed, or else came. */
export function cameOn({ record: { source } }: Entry): string {
  const { signed, modified } = source.written ?? {}
  return (signed ?? modified ?? source.importedAt).slice(0, 10)
}

/** The anonymous answers to a form up to the day. */
export function anonymousOf({ anonymous, on }: Situation, form: string): AnonymousRecord[] {
  return anonymous.filter((one) => one.form.id === form && one.month <= on.slice(0, 7))
}

type Values = Entry['record']['values']

/** An answer that is a text, such as an option or a date. */
export function textAt(values: Values, name: string): string | undefined {
  const value = valueAt(values, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberAt(values: Values, name: string): number | undefined {
  const value = valueAt(values, name)
  return typeof value === 'number' ? value : undefined
}

/** The chosen options of a question of which several may be ticked. */
export function textsAt(values: Values, name: string): string[] {
  const value = valueAt(values, name)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** The rows of a table. */
export function rowsAt(values: Values, name: string): Values[] {
  const value = valueAt(values, name)
  return Array.isArray(value)
    ? value.filter(
        (row): row is Values => typeof row === 'object' && row !== null && !Array.isArray(row),
      )
    : []
}

/** Somebody on a form, as the pages name them. */
export interface Named {
  /** The id in the list of people, or else what they are known by on forms. */
  readonly key: string
  readonly name: string
  readonly person?: Person
}

/** Who has a part in a record. */
export function partIn(situation: Situation, entry: Entry, part: string): Named | undefined {
  const named = entry.people.find((one) => one.part === part)
  if (!named) return undefined
  const match = situation.match(named)
  const person = 'person' in match ? match.person : undefined
  const { name, identity, email } = named
  const known = name ?? email ?? identity ?? ''
  return person
    ? { key: person.id, name: person.name, person }
    : { key: (identity ?? email ?? known).toLowerCase(), name: known }
}

/** Whether somebody works and is not away on a day. */
export function isHere({ start = '', leaves = '9', awayFrom, awayTo }: Person, day: string) {
  const isAway =
    (awayFrom !== undefined || awayTo !== undefined) &&
    (awayFrom ?? '') <= day &&
    day <= (awayTo ?? '9')
  return start <= day && day <= leaves && !isAway
}

/** The people of a partnership who are in the list. */
export function peopleOf({ people }: Situation, partnership: Pick<Partnership, 'people'>) {
  const byId = new Map(people.map((person) => [person.id, person]))
  return partnership.people.flatMap(({ key }) => byId.get(key) ?? [])
}

/** Whether a partnership holds on the day, is not paused, and nobody in it is away. */
export function isGoing(situation: Situation, one: Partnership, day = situation.on): boolean {
  const holds = one.start <= day && (one.end === undefined || day <= one.end)
  const isPaused = one.pausedUntil !== undefined && day <= one.pausedUntil
  return holds && !isPaused && peopleOf(situation, one).every((person) => isHere(person, day))
}

/** The day so many working days later, by the organisation's holidays. */
export function workingDaysAfter(
  { organisation: { locale }, holidays }: Situation,
  day: string,
  count: number,
): string {
  return addWorkingDays(day, count, { locale, holidays }) ?? day
}
