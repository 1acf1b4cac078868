import { expect, test } from 'vitest'
import type { Person } from '../../src/model/programme.ts'
import { cheapestAssignment, cheapestMatching } from '../../src/programme/pairing/cheapest.ts'
import { type GroupCosts, withCircle } from '../../src/programme/pairing/circle.ts'
import { bestMatching, type Edge } from '../../src/programme/pairing/matching.ts'
import { type PeersInput, type Proposal, proposePeers } from '../../src/programme/pairing/peers.ts'
import { seededRandom } from '../../src/programme/pairing/random.ts'

type Costs = ReadonlyMap<string, number>

/** The most pairs, and the least that they cost, by trying all matchings. */
function tried(count: number, costs: Costs): { pairs: number; cost: number } {
  let best = { pairs: -1, cost: 0 }
  const go = (v: number, used: number, pairs: number, cost: number): void => {
    if (v === count) {
      if (pairs > best.pairs || (pairs === best.pairs && cost < best.cost)) best = { pairs, cost }
      return
    }
    go(v + 1, used, pairs, cost)
    if (used & (1 << v)) return
    for (let w = v + 1; w < count; w += 1) {
      const one = used & (1 << w) ? undefined : costs.get(`${v} ${w}`)
      if (one !== undefined) go(v + 1, used | (1 << v) | (1 << w), pairs + 1, cost + one)
    }
  }
  go(0, 0, 0, 0)
  return best
}

function summed(mates: readonly number[], costs: Costs): { pairs: number; cost: number } {
  const chosen = [...mates.entries()].filter(([v, mate]) => mate > v)
  for (const [v, mate] of mates.entries()) if (mate >= 0) expect(mates[mate]).toBe(v)
  const cost = chosen.reduce((sum, [v, mate]) => sum + costs.get(`${v} ${mate}`)!, 0)
  return { pairs: chosen.length, cost }
}

function randomCosts(count: number, random: () => number, density: number, most: number): Costs {
  const costs = new Map<string, number>()
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1)
      if (random() < density) costs.set(`${a} ${b}`, Math.floor(random() * most))
  return costs
}

function edgesOf(costs: Costs): Edge[] {
  return [...costs].map(([key, cost]) => {
    const [a = 0, b = 0] = key.split(' ').map(Number)
    return { a, b, cost }
  })
}

test('the best matching is the best of all that there are', () => {
  const random = seededRandom(7)
  for (let round = 0; round < 1500; round += 1) {
    const count = 1 + Math.floor(random() * 9)
    const costs = randomCosts(count, random, random(), round % 2 === 0 ? 3 : 100)
    const { mates } = bestMatching(count, edgesOf(costs))
    expect(summed(mates, costs)).toEqual(tried(count, costs))
  }
})

test('a first look at near neighbours ends with the best of all', () => {
  const random = seededRandom(8)
  for (let round = 0; round < 20; round += 1) {
    const count = 40 + round
    const costs = randomCosts(count, random, 0.2 + random() * 0.8, round % 2 === 0 ? 4 : 1000)
    const costOf = (a: number, b: number) => costs.get(a < b ? `${a} ${b}` : `${b} ${a}`)
    const best = summed(bestMatching(count, edgesOf(costs)).mates, costs)
    expect(summed(cheapestMatching(count, costOf), costs)).toEqual(best)
  }
})

test('an assignment of few to many is the best of all', () => {
  const random = seededRandom(9)
  for (let round = 0; round < 200; round += 1) {
    const [from, to] = [1 + Math.floor(random() * 4), 1 + Math.floor(random() * 5)]
    const costs = new Map<string, number>()
    for (let a = 0; a < from; a += 1)
      for (let b = 0; b < to; b += 1)
        if (random() < 0.7) costs.set(`${a} ${from + b}`, Math.floor(random() * 20))
    const mates = cheapestAssignment(from, to, (a, b) => costs.get(`${a} ${from + b}`))
    const chosen = [...mates.entries()].filter(([, mate]) => mate >= 0)
    expect(new Set(chosen.map(([, mate]) => mate)).size).toBe(chosen.length)
    const cost = chosen.reduce((sum, [a, b]) => sum + costs.get(`${a} ${from + b}`)!, 0)
    expect({ pairs: chosen.length, cost }).toEqual(tried(from + to, costs))
  }
})

/** The least that all groups cost, of which one is a circle where their number is odd, by trying all. */
function triedCircles(count: number, { of, odd }: GroupCosts): { left: number; cost: number } {
  let best = { left: count + 1, cost: 0 }
  const go = (rest: readonly number[], left: number, cost: number, hasCircle: boolean): void => {
    const [a, ...others] = rest
    if (a === undefined) {
      if (left < best.left || (left === best.left && cost < best.cost)) best = { left, cost }
      return
    }
    go(others, left + 1, cost, hasCircle)
    for (const [index, b] of others.entries()) {
      const one = of(a, b)
      if (one === undefined) continue
      const without = others.filter((other) => other !== b)
      go(without, left, cost + one, hasCircle)
      if (hasCircle) continue
      for (const c of others.slice(index + 1)) {
        const [other, last] = [of(a, c), of(b, c)]
        if (other === undefined || last === undefined) continue
        const circle = one + other + last + odd(a) + odd(b) + odd(c)
        go(
          without.filter((left) => left !== c),
          left,
          cost + circle,
          true,
        )
      }
    }
  }
  go([...Array(count).keys()], 0, 0, false)
  return best
}

test('the circle of an odd number, and the pairs beside it, are the best of all that there are', () => {
  const random = seededRandom(10)
  let circles = 0
  for (let round = 0; round < 600; round += 1) {
    const count = [3, 5, 7][round % 3]!
    const hours = Array.from({ length: count }, () => Math.floor(random() * 12)).sort(
      (a, b) => a - b,
    )
    const odds = hours.map(() => (random() < 0.3 ? 1000 : 0))
    const [density, repeats] = [random(), random()]
    const more = randomCosts(count, random, density ** 0.3, 2)
    const atLeast = (a: number, b: number): number => Math.abs(hours[a]! - hours[b]!)
    const of = (a: number, b: number): number | undefined => {
      const repeat = more.get(a < b ? `${a} ${b}` : `${b} ${a}`)
      return repeat === undefined ? undefined : atLeast(a, b) + (repeats < 0.5 ? repeat * 100 : 0)
    }
    const costs: GroupCosts = { of, atLeast, odd: (a) => odds[a]! }
    const found = withCircle(count, costs)
    const best = triedCircles(count, costs)
    if (!found?.circle) {
      expect(best.left % 2).toBe(1)
      continue
    }
    circles += 1
    const [a, b, c] = found.circle
    const all = [...found.pairs.flat(), ...found.circle, ...found.left]
    expect(all.toSorted((x, y) => x - y)).toEqual([...Array(count).keys()])
    const ofPairs = found.pairs.reduce((sum, [x, y]) => sum + of(x, y)!, 0)
    const ofCircle = of(a, b)! + of(a, c)! + of(b, c)! + odds[a]! + odds[b]! + odds[c]!
    expect({ left: found.left.length, cost: ofPairs + ofCircle }).toEqual(best)
  }
  expect(circles).toBeGreaterThan(300)
})

function person(id: string, more: Partial<Person> = {}): Person {
  return { id, name: `Person ${id}`, hours: 37.5, roles: [], notWith: [], ...more }
}

type Ledger = PeersInput['ledger']
const nothing: Ledger = { partnerships: [], doubtful: [] }

/** The ledger after pairs were accepted. */
function after(ledger: Ledger, { from, pairs }: Proposal): Ledger {
  const added = pairs.map(({ people, oneWay }) => ({
    ...{ kind: oneWay ? ('newcomer' as const) : ('peer' as const), start: from, records: [] },
    people: people.map(({ id, name }) => ({ part: 'peer', key: id, name })),
  }))
  return { ...ledger, partnerships: [...ledger.partnerships, ...added] }
}

const namesOf = ({ pairs }: Proposal): string[] =>
  pairs
    .map(({ people, oneWay }) =>
      people
        .map(({ id }) => id)
        .sort()
        .join(oneWay ? '<' : '-'),
    )
    .sort()

function rotations(people: readonly Person[], count: number, more: Partial<PeersInput> = {}) {
  let ledger = nothing
  return Array.from({ length: count }, (_, index) => {
    const from = `${2000 + index}-01-01`
    const proposal = proposePeers({ people, ledger, from, seed: index, ...more })
    ledger = after(ledger, proposal)
    return proposal
  })
}

test('no pair repeats while a new one is possible, and nobody is paired twice', () => {
  const people = Array.from({ length: 12 }, (_, id) => person(String(id), { hours: 20 + (id % 3) }))
  const eleven = rotations(people, 11)
  for (const { pairs, without } of eleven) {
    expect(without).toEqual([])
    const ids = pairs.flatMap((pair) => pair.people.map(({ id }) => id))
    expect(new Set(ids).size).toBe(12)
  }
  expect(new Set(eleven.slice(0, 9).flatMap(namesOf)).size).toBe(54)
  const [twelfth] = rotations(people, 12).slice(-1)
  expect(twelfth!.pairs.some(({ reasons }) => reasons[0]!.startsWith('paired before'))).toBe(true)
})

test('the same people and seed give the same pairs, and another seed others', () => {
  const people = Array.from({ length: 30 }, (_, id) => person(String(id)))
  const propose = (seed: number) =>
    namesOf(proposePeers({ people, ledger: nothing, from: '2026-12-01', seed }))
  expect(propose(1)).toEqual(propose(1))
  expect(propose(1)).not.toEqual(propose(2))
})

test('managers, exclusions and what is forbidden are kept apart, and hours near', () => {
  const people = [
    person('1', { hours: 20 }),
    person('2', { hours: 20, manager: '1' }),
    person('3', { hours: 22, notWith: ['1'] }),
    person('4', { hours: 40 }),
    person('5', { hours: 39 }),
    person('6', { hours: 24 }),
  ]
  const options = { people, ledger: nothing, from: '2026-12-01', seed: 1 }
  expect(namesOf(proposePeers(options))).toEqual(['1-6', '2-3', '4-5'])
  const without = namesOf(proposePeers({ ...options, forbidden: [['5', '4']] }))
  expect(without).toHaveLength(3)
  expect(without).not.toContain('4-5')
  expect(namesOf(proposePeers({ ...options, fixed: [['1', '4']] }))).toEqual(['1-4', '2-3', '5-6'])
  expect(() => proposePeers({ ...options, fixed: [['1', '2']] })).toThrow(
    'Person 1 and Person 2 cannot be paired, since one is the manager of the other',
  )
})

test('what HR fixes is kept, and is refused where it cannot be', () => {
  const people = [
    ...['1', '2', '3', '4'].map((id) => person(id)),
    person('5', { probationUntil: '2027-01-31' }),
    person('6', { probationUntil: '2027-01-31' }),
    person('7', { awayTo: '2027-01-31' }),
  ]
  const propose = (...fixed: [string, string][]) =>
    proposePeers({ people, ledger: nothing, from: '2026-12-01', seed: 1, fixed })
  const { pairs } = propose(['1', '5'], ['1', '2'])
  expect(namesOf({ pairs } as Proposal)).toEqual(expect.arrayContaining(['1-2', '1<5', '3-4']))
  expect(pairs.filter((pair) => pair.oneWay)).toHaveLength(2)
  for (const [fixed, why] of [
    [
      [
        ['1', '2'],
        ['2', '3'],
      ],
      'Person 2 cannot be in two pairs',
    ],
    [
      [
        ['5', '1'],
        ['5', '2'],
      ],
      'Person 5 cannot be in two pairs',
    ],
    [[['5', '6']], 'both are in probation'],
    [[['1', '1']], 'they are one person'],
    [[['1', '7']], 'Person 7 is away until 2027-01-31'],
  ] as [[string, string][], string][])
    expect(() => propose(...fixed)).toThrow(why)
})

test('where the number is odd three form a circle or one rests, by turns', () => {
  const people = Array.from({ length: 5 }, (_, id) => person(String(id)))
  const circles = rotations(people, 5).map(
    ({ pairs }) => pairs.find((pair) => pair.people.length === 3)!.people,
  )
  const times = new Map<string, number>()
  for (const { id } of circles.flat()) times.set(id, (times.get(id) ?? 0) + 1)
  expect([...times.values()]).toEqual([3, 3, 3, 3, 3])

  const resting = rotations(people, 5, { odd: 'rest' }).map(({ without }) => without)
  expect(resting.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1])
  expect(new Set(resting.map(([one]) => one!.person.id)).size).toBe(5)
})

test('in probation people get a peer and are none, and each of the others has one of them', () => {
  const probationUntil = '2027-01-31'
  const people = [
    ...['1', '2', '3', '4'].map((id) => person(id)),
    ...['5', '6', '7'].map((id) => person(id, { probationUntil, manager: '1' })),
  ]
  const { pairs } = proposePeers({ people, ledger: nothing, from: '2026-12-01', seed: 1 })
  const oneWay = pairs.filter((pair) => pair.oneWay)
  expect(pairs.filter((pair) => !pair.oneWay)).toHaveLength(2)
  expect(oneWay.map((pair) => pair.people[0]!.id).sort()).toEqual(['5', '6', '7'])
  expect(new Set(oneWay.map((pair) => pair.people[1]!.id))).toEqual(new Set(['2', '3', '4']))
})

test('who takes no part is told with the reason', () => {
  const people = [
    person('1', { awayFrom: '2026-11-01', awayTo: '2027-01-31' }),
    person('2', { leaves: '2026-11-30' }),
    person('3', { start: '2027-01-01' }),
    person('4'),
    person('5', { manager: '4' }),
    person('6', { roles: ['mentor'] }),
  ]
  const { pairs, without } = proposePeers({ people, ledger: nothing, from: '2026-12-01', seed: 1 })
  expect(pairs).toEqual([])
  expect(without.map(({ person: { id }, reason }) => [id, reason])).toEqual([
    ['1', 'is away until 2027-01-31'],
    ['2', 'left on 2026-11-30'],
    ['3', 'starts on 2027-01-01'],
    ['4', 'may be paired with none of the others'],
    ['5', 'may be paired with none of the others'],
  ])
})
