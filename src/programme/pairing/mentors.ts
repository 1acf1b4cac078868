import { valueAt } from '../../contracts/nested-values.ts'
import { likeness } from '../../language/person-name.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Person } from '../../model/programme.ts'
import { isActive, type Ledger, type ProgrammeRecord } from '../ledger/index.ts'
import { type Match, personOf } from '../people/index.ts'
import { cheapestAssignment } from './cheapest.ts'
import type { Proposal, ProposedPair } from './peers.ts'
import { seededRandom, shuffled } from './random.ts'
import { absenceOf, obstacleOf, obstacles, pairedBefore, pairKey } from './rules.ts'

export interface MentorsInput {
  readonly people: readonly Person[]
  readonly ledger: Ledger
  readonly entries: readonly ProgrammeRecord[]
  readonly match: (named: ProgrammeRecord['people'][number]) => Match
  readonly from: string
  readonly seed: number
  /** Pairs of ids that are to be, in any order, and that are not to be. */
  readonly fixed?: readonly (readonly [string, string])[]
  readonly forbidden?: readonly (readonly [string, string])[]
}

const REQUEST = 'mentoring-request'

/** Somebody who waits for a mentor, and what they said of it. */
interface Mentee {
  readonly person: Person
  readonly proposed: readonly string[]
  readonly refused: readonly string[]
}

/** What speaks for a mentor, each worth more than all that come after it. */
const criteria = [
  {
    says: 'proposed by the mentee',
    holds: ({ proposed }: Mentee, mentor: Person) => isNamed(proposed, mentor),
  },
  {
    says: 'at a higher level',
    holds: ({ person }: Mentee, mentor: Person) => isAbove(mentor.level, person.level),
  },
  {
    says: 'of another team, with another view',
    holds: ({ person }: Mentee, mentor: Person) =>
      mentor.team !== undefined && person.team !== undefined && mentor.team !== person.team,
  },
] as const

/** A repetition is worse than all that speaks for a mentor. */
const REPEAT = 2 ** 20

/**
 * Proposes a mentor for everybody whose request was approved and has none yet, and for who asked for a substitute: as many as
 * possible within the mentors' time, then whom the mentee proposed, then somebody new, of a higher level, of another team; never
 * the manager, or whom the mentee refused. HR decides: these are all the criteria that the records tell.
 */
export function proposeMentors(input: MentorsInput): Proposal {
  const { people, ledger, from, seed, fixed = [], forbidden = [] } = input
  const waiting = menteesIn(input)
  const places = shuffled(placesIn(input), seededRandom(seed))
  const obstacle = obstacleOf(new Set(forbidden.map(([a, b]) => pairKey(a, b))))
  const before = pairedBefore(ledger, from)
  const why = (mentee: Mentee, mentor: Person): string | undefined => {
    if (mentee.person.id === mentor.id) return 'nobody mentors themselves'
    if (isNamed(mentee.refused, mentor)) return 'the mentee does not want it'
    const found = obstacle(mentee.person, mentor)
    return found && obstacles[found]
  }
  const pairs: ProposedPair[] = []
  const fix = (ids: readonly [string, string]): void => {
    const index = waiting.findIndex(({ person }) => ids.includes(person.id))
    const mentee = waiting[index]
    const mentor = people.find(({ id }) => ids.includes(id) && id !== mentee?.person.id)
    const names = ids.map((id) => people.find((one) => one.id === id)?.name ?? id).join(' and ')
    const reason =
      mentee === undefined
        ? 'neither waits for a mentor, or one is fixed already'
        : mentor === undefined
          ? 'they are one person'
          : why(mentee, mentor)
    if (!mentee || !mentor || reason !== undefined)
      throw new OperatorError(`${names} cannot be partners, since ${reason}`)
    waiting.splice(index, 1)
    // What HR fixes may be more than the mentor has said to have time for.
    const place = places.findIndex(({ id }) => id === mentor.id)
    if (place >= 0) places.splice(place, 1)
    pairs.push({
      people: [mentee.person, mentor],
      reasons: ['fixed by you', ...reasonsFor(mentee, mentor)],
    })
  }
  for (const ids of fixed) fix(ids)
  const mentees = waiting
  const mates = cheapestAssignment(mentees.length, places.length, (one, place) => {
    const [mentee, mentor] = [mentees[one]!, places[place]!]
    if (why(mentee, mentor) !== undefined) return undefined
    const missed = criteria.reduce(
      (cost, { holds }, index) =>
        cost + (holds(mentee, mentor) ? 0 : 2 ** (criteria.length - index)),
      0,
    )
    return missed + (before.get(pairKey(mentee.person.id, mentor.id))?.times ?? 0) * REPEAT
  })
  const without: { person: Person; reason: string }[] = []
  for (const [index, mentee] of mentees.entries()) {
    const mentor = places[mates[index]!]
    if (mentor) pairs.push({ people: [mentee.person, mentor], reasons: reasonsFor(mentee, mentor) })
    else without.push({ person: mentee.person, reason: whyNone(mentee) })
  }
  return { kind: 'mentoring', from, seed, pairs, without }

  function reasonsFor(mentee: Mentee, mentor: Person): string[] {
    const met = before.get(pairKey(mentee.person.id, mentor.id))
    const speaking = criteria.filter(({ holds }) => holds(mentee, mentor)).map(({ says }) => says)
    return [...(met ? [`partners before, from ${met.last}`] : []), ...speaking]
  }

  function whyNone(mentee: Mentee): string {
    if (!people.some(isMentor)) return 'nobody in the list has the role `mentor`'
    if (places.length === 0) return 'no mentor has time'
    return places.every((mentor) => why(mentee, mentor) !== undefined)
      ? 'no mentor who has time may be theirs'
      : 'all mentors who may be theirs have others'
  }
}

function isMentor({ roles }: Person): boolean {
  return roles.includes('mentor')
}

/** Each mentor as often as they have time for one more. */
function placesIn({ people, ledger, from }: MentorsInput): Person[] {
  return people
    .filter((person) => isMentor(person) && absenceOf(person, from) === undefined)
    .flatMap((person) => {
      const now = ledger.partnerships.filter(
        (one) =>
          isActive(one, from) &&
          one.people.some(({ key, part }) => key === person.id && part === 'mentor'),
      ).length
      return Array.from({ length: Math.max(0, (person.mentees ?? 1) - now) }, () => person)
    })
}

function menteesIn({ entries, match, ledger, people, from }: MentorsInput): Mentee[] {
  const requests = entries
    .filter(({ record, standing }) => record.form.id === REQUEST && standing === 'current')
    .filter(({ record }) => !record.closed && isOpen(record.values))
    .flatMap(({ people: named, record, on }) => {
      const person = personOf(named[0] && match(named[0]))
      if (!person || hasMentor(ledger, person, on)) return []
      const list = (name: string): string[] => namesIn(valueAt(record.values, name))
      return [
        {
          person,
          proposed: list('request.proposedMentors'),
          refused: list('request.refusedMentors'),
        },
      ]
    })
  const substitutes = ledger.partnerships.flatMap(
    ({ wantsSubstitute, end = from, people: both }) => {
      const person = people.find(({ id }) => id === wantsSubstitute)
      const isMentee = both.some(({ key, part }) => key === wantsSubstitute && part === 'mentee')
      return person && isMentee && !hasMentor(ledger, person, end)
        ? [{ person, proposed: [], refused: both.map(({ name }) => name) }]
        : []
    },
  )
  const all = [...requests, ...substitutes]
  return all.filter(
    ({ person }, index) =>
      absenceOf(person, from) === undefined &&
      all.findIndex((one) => one.person.id === person.id) === index,
  )
}

/** HR approved it, and no mentor is found yet. */
function isOpen(values: ProgrammeRecord['record']['values']): boolean {
  const decision = valueAt(values, 'hr.decision')
  return decision === 'waiting' || (decision === 'approved' && !valueAt(values, 'hr.mentorName'))
}

/** Whether somebody became a mentee after a day. */
function hasMentor({ partnerships }: Ledger, person: Person, after: string): boolean {
  return partnerships.some(
    ({ start, people }) =>
      start > after && people.some(({ key, part }) => key === person.id && part === 'mentee'),
  )
}

function namesIn(value: unknown): string[] {
  return String(value ?? '')
    .split(/[\n;,/]|\b(?:and|or)\b/)
    .map((name) => name.trim())
    .filter(Boolean)
}

function isNamed(names: readonly string[], { name }: Person): boolean {
  return names.some((one) => likeness(one, name) !== undefined)
}

/** By the numbers in them, such as `grade 7`. */
function isAbove(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((level) => Number(/\d+/.exec(level ?? '')?.[0] ?? Number.NaN))
  return a! > b!
}
