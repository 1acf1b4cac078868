import { compare } from '../../language/compare.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Person } from '../../model/programme.ts'
import type { Ledger } from '../ledger/index.ts'
import { cheapestAssignment, cheapestMatching } from './cheapest.ts'
import { type Grouping, withCircle } from './circle.ts'
import { seededRandom, shuffled } from './random.ts'
import { absenceOf, obstacleOf, obstacles, pairedBefore, pairKey } from './rules.ts'

export interface PeersInput {
  readonly people: readonly Person[]
  readonly ledger: Ledger
  /** The day from which they hold, ISO 8601. */
  readonly from: string
  /** Decides between pairs that are equally good. */
  readonly seed: number
  /** Pairs of ids that are to be, and that are not to be. */
  readonly fixed?: readonly (readonly [string, string])[]
  readonly forbidden?: readonly (readonly [string, string])[]
  /** What is done when one person is left: a circle of three, or a rest. */
  readonly odd?: 'three' | 'rest'
}

export interface ProposedPair {
  readonly people: readonly Person[]
  /** The first is in probation: the second is their peer, and has another one of their own. */
  readonly oneWay?: true
  readonly reasons: readonly string[]
}

/** Who is paired with whom, and who is not, and why. */
export interface Proposal {
  readonly kind: 'peer' | 'mentoring'
  /** The day from which they hold, ISO 8601. */
  readonly from: string
  readonly seed: number
  readonly pairs: readonly ProposedPair[]
  readonly without: readonly { readonly person: Person; readonly reason: string }[]
}

/** Costs are whole numbers of which each is worth more than all of the next kind together. */
const PER_HOUR = 4
const REPEAT = 2 ** 26
/** Being left over again is worse than any repetition. */
const AGAIN_LEFT = REPEAT * 64
const MOST_TIMES = 50

/**
 * Proposes pairs of peers, the best over all people: as many as possible, then of people who were never paired before, or else
 * longest ago, then of similar hours; never somebody with their manager, or people who are not to be paired. While in probation people
 * get a peer and are none, so that each of the others has at most one of them, or as few as possible. Where one is left, three form a
 * circle, or one rests, by turns. The same people and seed give the same pairs.
 */
export function proposePeers(input: PeersInput): Proposal {
  const { people, from, seed, fixed = [], odd = 'three' } = input
  const random = seededRandom(seed)
  const byId = new Map(people.map((person) => [person.id, person]))
  const taking = shuffled(
    people.filter((person) => takesPart(person) && absenceOf(person, from) === undefined),
    random,
  )
  const costs = costsOf(input)
  const isNew = ({ probationUntil }: Person): boolean =>
    probationUntil !== undefined && probationUntil >= from
  const wanted = fixedPairs(fixed, byId, costs, { from, isNew })
  const placed = new Set(
    wanted.flatMap(({ people: both, oneWay }) => (oneWay ? both.slice(0, 1) : both)),
  )
  const free = byHours(taking.filter((person) => !placed.has(person)))
  const settled = free.filter((person) => !isNew(person))
  const { pairs, circle, left } = groupsOf(settled, costs, odd)
  const circles = circle ? [circle] : []
  const without: { person: Person; reason: string }[] = []
  // Where several are left, since they may be with few only, each joins a pair that is none of three yet.
  for (const person of left) {
    const index = odd === 'three' ? costs.pairFor(person, pairs) : undefined
    if (index === undefined) without.push({ person, reason: costs.whyLeft(person, settled, odd) })
    else circles.push([...pairs.splice(index, 1)[0]!, person])
  }
  const newcomers = placeNewcomers(
    free.filter(isNew),
    taking.filter((person) => !isNew(person)),
    costs,
  )
  return {
    kind: 'peer',
    from,
    seed,
    pairs: [
      ...wanted,
      ...pairs.map((both) => ({ people: both, reasons: costs.reasonsFor(both) })),
      ...circles.map((three) => ({
        people: three,
        reasons: [
          'three form a circle, since the number of people is odd',
          ...costs.reasonsFor(three),
        ],
      })),
      ...newcomers.pairs,
    ].sort((a, b) => compare(a.people[0]?.name ?? '', b.people[0]?.name ?? '')),
    without: [...without, ...newcomers.left, ...absent(people, from)].sort((a, b) =>
      compare(a.person.name, b.person.name),
    ),
  }
}

function takesPart({ roles }: Person): boolean {
  return roles.length === 0 || roles.includes('peer')
}

function absent(people: readonly Person[], from: string): Proposal['without'] {
  return people.filter(takesPart).flatMap((person) => {
    const reason = absenceOf(person, from)
    return reason === undefined ? [] : [{ person, reason }]
  })
}

/** Near neighbours have similar hours; among equals chance has decided before. */
function byHours(people: readonly Person[]): Person[] {
  const usual = usualHours(people)
  return people.toSorted((a, b) => (a.hours ?? usual) - (b.hours ?? usual))
}

/** The hours in the middle, for those of whom none are known. */
function usualHours(people: readonly Person[]): number {
  const known = people.flatMap(({ hours }) => hours ?? []).sort((a, b) => a - b)
  return known[Math.floor(known.length / 2)] ?? 0
}

interface Costs {
  of(a: Person, b: Person): number | undefined
  ofHours(a: Person, b: Person): number
  /** What it costs that somebody is left over, or is one of three, by how often they were before. */
  left(person: Person): number
  reasonsFor(group: readonly Person[]): string[]
  whyLeft(person: Person, others: readonly Person[], odd: 'three' | 'rest'): string
  /** The index of the pair that somebody joins at the least cost. */
  pairFor(person: Person, pairs: readonly (readonly [Person, Person])[]): number | undefined
  obstacle(a: Person, b: Person): string | undefined
}

function costsOf({ people, ledger, from, forbidden = [] }: PeersInput): Costs {
  const obstacle = obstacleOf(new Set(forbidden.map(([a, b]) => pairKey(a, b))))
  const before = pairedBefore(ledger, from)
  const usual = usualHours(people)
  const timesLeft = timesLeftOver(ledger, people, from)
  const ofHours = (a: Person, b: Person): number =>
    Math.round(Math.abs((a.hours ?? usual) - (b.hours ?? usual)) * PER_HOUR)
  const of = (a: Person, b: Person): number | undefined => {
    if (obstacle(a, b)) return undefined
    const met = before.size > 0 ? before.get(pairKey(a.id, b.id)) : undefined
    return ofHours(a, b) + (met ? repeatCost(met.times, met.last, from) : 0)
  }
  const left = ({ id }: Person): number => (timesLeft.get(id) ?? 0) * AGAIN_LEFT
  return {
    of,
    ofHours,
    left,
    obstacle(a, b) {
      const found = obstacle(a, b)
      return found && obstacles[found]
    },
    reasonsFor(group) {
      const met = twosOf(group).flatMap(([a, b]) => before.get(pairKey(a.id, b.id)) ?? [])
      const [last] = met.map((one) => one.last).sort((a, b) => compare(b, a))
      return [
        last === undefined
          ? 'never paired before'
          : `${group.length > 2 ? 'two of them were ' : ''}paired before, last from ${last}: every other choice would repeat more pairs, or leave somebody without a peer`,
        hoursOf(group),
      ]
    },
    whyLeft(person, others, odd) {
      const possible = others.filter((other) => other !== person && of(person, other) !== undefined)
      if (others.length < 2) return 'nobody else takes part'
      if (possible.length === 0) return 'may be paired with none of the others'
      return odd === 'rest'
        ? 'rests this time, since the number of people is odd; by turns'
        : 'those with whom they may be paired are better paired with others'
    },
    pairFor(person, pairs) {
      let best: { index: number; cost: number } | undefined
      for (const [index, [a, b]] of pairs.entries()) {
        const [one, other] = [of(person, a), of(person, b)]
        if (one === undefined || other === undefined) continue
        const cost = one + other + left(a) + left(b)
        if (!best || cost < best.cost) best = { index, cost }
      }
      return best?.index
    },
  }
}

function twosOf(group: readonly Person[]): (readonly [Person, Person])[] {
  return group.flatMap((one, index) =>
    group.slice(index + 1).map((other): readonly [Person, Person] => [one, other]),
  )
}

/** Each repetition costs as much, and a little more the less time has passed. */
function repeatCost(times: number, last: string, from: string): number {
  const years = (Date.parse(from) - Date.parse(last)) / 31_557_600_000
  const recent = Math.max(0, 1 - years / 10)
  return Math.round(REPEAT * (Math.min(times, MOST_TIMES) + recent / 2))
}

function hoursOf(group: readonly Person[]): string {
  const hours = group.flatMap((one) => one.hours ?? [])
  const all = group.length > 2 ? 'all' : 'both'
  if (hours.length < group.length) return `hours are not known of ${all}`
  return new Set(hours).size === 1
    ? `${all} work ${hours[0]} hours`
    : `they work ${new Intl.ListFormat('en-GB').format(hours.map(String))} hours`
}

/** How often each person was one of three, or had nobody while others were paired. */
function timesLeftOver(
  { partnerships }: Ledger,
  people: readonly Person[],
  from: string,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  const add = (id: string): void => {
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  const rounds = Map.groupBy(
    partnerships.filter(({ kind, start }) => kind === 'peer' && start < from),
    ({ start }) => start,
  )
  for (const [day, pairs] of rounds) {
    const paired = new Set(pairs.flatMap((pair) => pair.people.map(({ key }) => key)))
    for (const pair of pairs)
      if (pair.people.length > 2) for (const { key } of pair.people) add(key)
    for (const person of people)
      if (!paired.has(person.id) && takesPart(person) && isSettledOn(person, day)) add(person.id)
  }
  return times
}

function isSettledOn(person: Person, day: string): boolean {
  const isNew = person.probationUntil !== undefined && person.probationUntil >= day
  return !isNew && absenceOf(person, day) === undefined
}

interface Groups {
  readonly pairs: (readonly [Person, Person])[]
  readonly circle?: readonly Person[]
  readonly left: readonly Person[]
}

/** The best groups of people, who are in the order of their hours; where their number is odd, who is left or one of three is decided along with them. */
function groupsOf(people: readonly Person[], costs: Costs, odd: 'three' | 'rest'): Groups {
  const isOdd = people.length % 2 === 1
  const found =
    (isOdd && odd === 'three'
      ? withCircle(people.length, {
          of: (a, b) => costs.of(people[a]!, people[b]!),
          atLeast: (a, b) => costs.ofHours(people[a]!, people[b]!),
          odd: (a) => costs.left(people[a]!),
        })
      : undefined) ?? pairsOf(people, costs)
  const { pairs, circle, left } = found
  const who = (index: number): Person => people[index]!
  return {
    pairs: pairs.map(([a, b]) => [who(a), who(b)]),
    ...(circle && { circle: circle.map(who) }),
    left: left.map(who),
  }
}

function pairsOf(people: readonly Person[], costs: Costs): Grouping {
  const isOdd = people.length % 2 === 1
  // Nobody at the end stands for being left over, which each may be at the cost of their turn.
  const rows: (Person | undefined)[] = isOdd ? [...people, undefined] : [...people]
  const mates = cheapestMatching(
    rows.length,
    (a, b) => {
      const [one, other] = [rows[a], rows[b]]
      if (one && other) return costs.of(one, other)
      const alone = one ?? other
      return alone && costs.left(alone)
    },
    isOdd ? people.length : undefined,
  )
  const places = [...people.keys()]
  return {
    pairs: places.flatMap((one) => {
      const mate = mates[one]!
      return mate > one && rows[mate] ? [[one, mate] as const] : []
    }),
    left: places.filter((one) => mates[one]! < 0 || !rows[mates[one]!]),
  }
}

/** Everybody in probation gets a peer; where they are more than the others, some have two of them, and so on. */
function placeNewcomers(
  newcomers: readonly Person[],
  settled: readonly Person[],
  costs: Costs,
): { pairs: ProposedPair[]; left: { person: Person; reason: string }[] } {
  const pairs: ProposedPair[] = []
  let waiting = newcomers
  while (waiting.length > 0) {
    const mates = cheapestAssignment(waiting.length, settled.length, (a, b) =>
      costs.of(waiting[a]!, settled[b]!),
    )
    const left: Person[] = []
    for (const [index, person] of waiting.entries()) {
      const peer = settled[mates[index]!]
      if (!peer) left.push(person)
      else
        pairs.push({
          people: [person, peer],
          oneWay: true,
          reasons: ['one-way, in probation', ...costs.reasonsFor([person, peer])],
        })
    }
    // Who may be paired with none is left; others have somebody's second newcomer.
    if (left.length === waiting.length) break
    waiting = left
  }
  const reason =
    settled.length === 0
      ? 'in probation, and nobody else takes part'
      : 'in probation, and may be paired with none of the others'
  return { pairs, left: waiting.map((person) => ({ person, reason })) }
}

/** The pairs that are to be. Somebody in probation gets a peer by it, who has another one of their own. */
function fixedPairs(
  fixed: readonly (readonly [string, string])[],
  byId: ReadonlyMap<string, Person>,
  costs: Costs,
  { from, isNew }: { readonly from: string; readonly isNew: (person: Person) => boolean },
): ProposedPair[] {
  const placed = new Set<Person>()
  const place = (person: Person): void => {
    if (placed.has(person))
      throw new OperatorError(
        `${person.name} cannot be in two pairs; fix one of them only, and forbid the other`,
      )
    placed.add(person)
  }
  return fixed.map((ids) => {
    const both = ids.map((id) => {
      const person = byId.get(id)
      if (!person) throw new OperatorError(`\`${id}\` is nobody in the list of people`)
      return person
    })
    const [a, b] = both.sort((one, other) => Number(isNew(other)) - Number(isNew(one))) as [
      Person,
      Person,
    ]
    const why = whyNot(a, b, from) ?? costs.obstacle(a, b)
    if (why !== undefined)
      throw new OperatorError(`${a.name} and ${b.name} cannot be paired, since ${why}`)
    if (isNew(b))
      throw new OperatorError(
        `${a.name} and ${b.name} cannot be paired, since both are in probation, in which people get a peer and are none`,
      )
    const oneWay = isNew(a)
    for (const person of oneWay ? [a] : [a, b]) place(person)
    return {
      people: [a, b],
      ...(oneWay && { oneWay }),
      reasons: [
        oneWay ? 'fixed by you; one-way, in probation' : 'fixed by you',
        ...costs.reasonsFor([a, b]),
      ],
    }
  })
}

function whyNot(a: Person, b: Person, from: string): string | undefined {
  if (a === b) return 'they are one person'
  const [absence] = [a, b].flatMap((one) => {
    const why = absenceOf(one, from)
    return why === undefined ? [] : [`${one.name} ${why}`]
  })
  return absence
}
