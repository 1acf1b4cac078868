import { textAt, valueAt } from '../../contracts/nested-values.ts'
import type { PersonNamed } from '../../contracts/people.ts'
import { compare } from '../../language/compare.ts'
import { addDays } from '../../language/period.ts'
import { nameKey } from '../../language/person-name.ts'
import type { Person } from '../../model/programme.ts'
import { type Match, personOf } from '../people/index.ts'
import type { ProgrammeRecord } from './input.ts'
import { ERASED, type Rotation } from './rotations.ts'

/** What binds people: being peers of each other, one-way in probation, mentoring under either policy, coaching. */
type PartnershipKind = 'peer' | 'newcomer' | 'mentoring' | 'peer-mentoring' | 'coaching'

/** Whether people are peers, in probation or not, rather than partners under a contract. */
export function isOfPeers({ kind }: Pick<Partnership, 'kind'>): boolean {
  return kind === 'peer' || kind === 'newcomer'
}

/** Somebody in a partnership. */
export interface Participant {
  /** What they are in it: `peer`, `newcomer`, `mentee`, `mentor`, `coachee` or `coach`. */
  readonly part: string
  /** The id in the list of people, or else what they are known by on forms. */
  readonly key: string
  readonly name: string
}

/** Two or three people who meet, from when to when, and how that is known. */
export interface Partnership {
  readonly kind: PartnershipKind
  readonly people: readonly Participant[]
  /** Days in ISO 8601. */
  readonly start: string
  /** The last day, planned or real; absent where nobody said one. */
  readonly end?: string
  /** Why it ended before its time, or will. */
  readonly endedBy?: 'withdrawal' | 'rotation' | 'leaving'
  readonly pausedUntil?: string
  /** Key of the person who asked for another partner. */
  readonly wantsSubstitute?: string
  /** Somebody asked to leave, and HR has not said yet what becomes of it. */
  readonly isInQuestion?: true
  /** Ids of the records that say so: the contract, and what changed it. */
  readonly records: readonly string[]
}

/** All partnerships, oldest first, and what a person has to decide. */
export interface Ledger {
  readonly partnerships: readonly Partnership[]
  /** People on forms who may be one of several in the list. */
  readonly doubtful: readonly { readonly named: PersonNamed; readonly mayBe: readonly Person[] }[]
}

export interface LedgerInput {
  readonly records: readonly ProgrammeRecord[]
  readonly rotations: readonly Rotation[]
  readonly people: readonly Person[]
  readonly match: (named: PersonNamed) => Match
}

/** The forms that found a partnership: whose names they hold, and the dates of its beginning and its end. */
const foundations: Readonly<
  Record<string, { kind: PartnershipKind; parts: readonly string[]; start: string; end: string }>
> = {
  'mentoring-contract': {
    ...{ kind: 'mentoring', parts: ['mentee', 'mentor'] },
    ...{ start: 'partnership.start', end: 'partnership.end' },
  },
  'coaching-consent': {
    ...{ kind: 'coaching', parts: ['coachee', 'coach'] },
    ...{ start: 'coaching.start', end: 'coaching.end' },
  },
}
const WITHDRAWAL = 'mentoring-withdrawal'

/**
 * The ledger of partnerships: from the pairs that were accepted, from contracts and from consents to coaching, with their ends,
 * pauses and wishes for a substitute from withdrawals, and ended where somebody leaves.
 */
export function ledgerOf({ records, rotations, people, match }: LedgerInput): Ledger {
  const current = records.filter(({ standing }) => standing === 'current')
  const doubtful = new Map<string, Ledger['doubtful'][number]>()
  const participant = (named: PersonNamed | undefined): Participant | undefined => {
    if (!named) return undefined
    const found = match(named)
    if ('mayBe' in found) doubtful.set(keyOf(named), { named, mayBe: found.mayBe })
    const person = personOf(found)
    const { part, name } = named
    if (person) return { part, key: person.id, name: person.name }
    return { part, key: keyOf(named), name: name ?? named.email ?? named.identity ?? '' }
  }
  const founded = current.flatMap((one) => foundedBy(one, participant))
  const changed = current
    .filter(({ record }) => record.form.id === WITHDRAWAL)
    .sort((a, b) => compare(a.on, b.on))
    .reduce((all, withdrawal) => afterWithdrawal(all, withdrawal, participant), founded)
  const leaving = new Map(people.flatMap(({ id, leaves }) => (leaves ? [[id, leaves]] : [])))
  const partnerships = [...changed, ...ofRotations(rotations, people)]
    .map((one) => afterLeaving(one, leaving))
    .sort((a, b) => compare(a.start, b.start))
  return { partnerships, doubtful: [...doubtful.values()] }
}

/** Whether a partnership holds on a day, paused or not. */
export function isActive({ start, end }: Partnership, on: string): boolean {
  return start <= on && (end === undefined || on <= end)
}

type Identify = (named: PersonNamed | undefined) => Participant | undefined

function foundedBy({ record, people }: ProgrammeRecord, identify: Identify): Partnership[] {
  const foundation = Object.hasOwn(foundations, record.form.id)
    ? foundations[record.form.id]
    : undefined
  if (!foundation) return []
  const start = textAt(record.values, foundation.start)
  const participants = foundation.parts.map((part) =>
    identify(people.find((person) => person.part === part)),
  )
  const known = participants.filter((one) => one !== undefined)
  if (start === undefined || known.length < participants.length) return []
  const end = textAt(record.values, foundation.end)
  const isPeer = valueAt(record.values, 'programme.kind') === 'peer-mentoring'
  return [
    {
      kind: isPeer ? 'peer-mentoring' : foundation.kind,
      people: known,
      start,
      ...(end !== undefined && { end }),
      records: [record.id],
    },
  ]
}

/** The latest partnership of the two that had begun, changed as HR decided, or in question while it has not. */
function afterWithdrawal(
  all: readonly Partnership[],
  { record, people, on }: ProgrammeRecord,
  identify: Identify,
): Partnership[] {
  const { values } = record
  const [person, partner] = ['person', 'partner'].map((part) =>
    identify(people.find((one) => one.part === part)),
  )
  const concerned =
    person && partner
      ? all.findLast(
          ({ people: both, start }) =>
            start <= on &&
            [person, partner].every((one) => both.some((other) => isSame(one, other))),
        )
      : undefined
  if (!concerned || !person) return [...all]
  const outcome = textAt(values, 'hr.partnershipOutcome')
  const decided = textAt(values, 'hr.answered') ?? textAt(values, 'hr.signedOn') ?? on
  const wants = valueAt(values, 'substitute.wanted') === 'yes'
  const until = textAt(values, 'pause.until')
  const asksToLeave = ['withdrawal', 'both'].includes(textAt(values, 'request.kind') ?? '')
  const change: Partial<Partnership> =
    outcome === 'ended' || outcome === 'substitute'
      ? {
          end: earlier(concerned.end, decided),
          endedBy: 'withdrawal',
          ...(wants && outcome === 'ended' && { wantsSubstitute: person.key }),
        }
      : outcome === 'paused'
        ? until === undefined
          ? {}
          : { pausedUntil: until }
        : outcome === undefined && asksToLeave
          ? { isInQuestion: true }
          : {}
  return all.map((one) =>
    one === concerned ? { ...one, ...change, records: [...one.records, record.id] } : one,
  )
}

function ofRotations(rotations: readonly Rotation[], people: readonly Person[]): Partnership[] {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const inOrder = rotations.toSorted((a, b) => compare(a.from, b.from))
  return inOrder.flatMap(({ kind, from, pairs }, index) => {
    const next =
      kind === 'peer' ? inOrder.slice(index + 1).find((one) => one.kind === kind) : undefined
    return pairs.map(({ people: ids, oneWay }): Partnership => {
      const parts = partsOf(kind, oneWay === true)
      return {
        kind: kind === 'mentoring' ? 'mentoring' : oneWay ? 'newcomer' : 'peer',
        people: ids.map((id, place) => ({
          part: parts[place] ?? 'peer',
          key: id,
          name: names.get(id) ?? (id === ERASED ? 'somebody who was erased' : id),
        })),
        start: from,
        ...(next && { end: addDays(next.from, -1), endedBy: 'rotation' as const }),
        ...(ids.includes(ERASED) && { end: from, endedBy: 'leaving' as const }),
        records: [],
      }
    })
  })
}

function partsOf(kind: Rotation['kind'], oneWay: boolean): readonly string[] {
  if (kind === 'mentoring') return ['mentee', 'mentor']
  return oneWay ? ['newcomer', 'peer'] : ['peer', 'peer', 'peer']
}

/** A partnership ends with the last day of the first who leaves. */
function afterLeaving(one: Partnership, leaving: ReadonlyMap<string, string>): Partnership {
  const [day] = one.people.flatMap(({ key }) => leaving.get(key) ?? []).sort()
  if (day === undefined || day < one.start || (one.end !== undefined && one.end <= day)) return one
  return { ...one, end: day, endedBy: 'leaving' }
}

function isSame(a: Participant, b: Participant): boolean {
  return a.key === b.key || nameKey(a.name) === nameKey(b.name)
}

/** For people who are not in the list: by the number or the address, else by the name. */
function keyOf({ name, identity, email }: PersonNamed): string {
  const mark = identity ?? email
  return mark === undefined ? nameKey(name ?? '') : mark.trim().toLowerCase()
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b
}
