import { rowsIn, valueAt } from '../../contracts/nested-values.ts'
import type { PersonNamed } from '../../contracts/people.ts'
import { compare } from '../../language/compare.ts'
import { addWorkingDays } from '../../language/working-days.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Person, Plans } from '../../model/programme.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import type { Ledger, Partnership, ProgrammeRecord, Rotation } from '../ledger/index.ts'
import { type Match, personOf } from '../people/index.ts'
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
  readonly plans: Plans
  match(named: PersonNamed): Match
}

/** The records of a form that count, the oldest first; what came after the day is left out. */
export function recordsOf({ entries, on: day }: Situation, form: string): readonly Entry[] {
  return known(entries, `${day} ${form}`, () =>
    entries
      .filter(
        (entry) =>
          entry.record.form.id === form &&
          entry.standing === 'current' &&
          (entry.on <= day || cameOn(entry) <= day),
      )
      .sort((a, b) => compare(a.on, b.on)),
  )
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

export function numberAt(values: Values, name: string): number | undefined {
  const value = valueAt(values, name)
  return typeof value === 'number' ? value : undefined
}

/** The chosen options of a question of which several may be ticked. */
export function textsAt(values: Values, name: string): string[] {
  const value = valueAt(values, name)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function rowsAt(values: Values, name: string): Values[] {
  return rowsIn(valueAt(values, name))
}

/** Somebody on a form, as the pages name them. */
export interface Named {
  /** The id in the list of people, or else what they are known by on forms. */
  readonly key: string
  readonly name: string
  readonly person?: Person
}

/** Who has a part in a record. */
export function partIn({ match }: Situation, entry: Entry, part: string): Named | undefined {
  const named = entry.people.find((one) => one.part === part)
  return named && namedBy(match(named), named)
}

/** Somebody whom a list of the people team names, by a number, an e-mail address or a name. */
export function personCalled({ match }: Situation, said: string): Named {
  const found = [
    { part: 'person', identity: said, isParty: true },
    { part: 'person', name: said, isParty: true },
  ].map((named) => namedBy(match(named), { ...named, name: said }))
  return found.find(({ person }) => person) ?? { key: said.toLowerCase(), name: said }
}

/** The records of a form in which each person has one of these parts, the oldest first, by their keys. */
export function recordsByPerson(
  situation: Situation,
  form: string,
  parts: readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const { ledger, on } = situation
  return known(ledger, [on, form, ...parts].join(' '), () => {
    const byPerson = new Map<string, Entry[]>()
    for (const entry of recordsOf(situation, form))
      for (const part of parts) {
        const key = partIn(situation, entry, part)?.key
        if (key === undefined) continue
        const theirs = byPerson.get(key)
        if (theirs) theirs.push(entry)
        else byPerson.set(key, [entry])
      }
    return byPerson
  })
}

function namedBy(match: Match, { name, email, identity }: PersonNamed): Named {
  const person = personOf(match)
  const shown = name ?? email ?? identity ?? ''
  return person
    ? { key: person.id, name: person.name, person }
    : { key: (identity ?? email ?? shown).toLowerCase(), name: shown }
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
  const byId = known(people, '', () => new Map(people.map((person) => [person.id, person])))
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

const worked = new WeakMap<object, Map<string, unknown>>()

/** What follows from something that does not change, worked out once: thousands of duties ask for it again. */
function known<Value>(of: object, key: string, work: () => Value): Value {
  const values = worked.get(of) ?? new Map<string, unknown>()
  worked.set(of, values)
  if (!values.has(key)) values.set(key, work())
  return values.get(key) as Value
}
