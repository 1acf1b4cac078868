import { expect, test } from 'vitest'
import type { PersonNamed } from '../../src/contracts/people.ts'
import type { Person } from '../../src/model/programme.ts'
import type { ProgrammeRecord } from '../../src/programme/ledger/index.ts'
import { type MentorsInput, proposeMentors } from '../../src/programme/pairing/mentors.ts'
import { seededRandom } from '../../src/programme/pairing/random.ts'
import { matcherOf } from '../../src/programme/people/index.ts'

function person(id: string, more: Partial<Person> = {}): Person {
  return { id, name: `Person ${id}`, roles: [], notWith: [], ...more }
}

function mentor(id: string, more: Partial<Person> = {}): Person {
  return person(id, { roles: ['mentor'], ...more })
}

interface Wishes {
  readonly proposed?: string
  readonly refused?: string
  readonly decision?: string
}

function request(id: string, { proposed, refused, decision = 'approved' }: Wishes = {}) {
  const named: PersonNamed = { part: 'employee', identity: id, isParty: true }
  const values = {
    request: { proposedMentors: proposed ?? null, refusedMentors: refused ?? null },
    hr: { decision },
  }
  const record = { id: `request of ${id}`, form: { id: 'mentoring-request' }, values }
  return {
    ...{ record, form: undefined, people: [named], on: '2026-11-01', standing: 'current' },
  } as unknown as ProgrammeRecord
}

function propose(
  people: readonly Person[],
  entries: readonly ProgrammeRecord[],
  more: Partial<MentorsInput> = {},
) {
  return proposeMentors({
    ...{ people, entries, match: matcherOf(people), from: '2026-12-01', seed: 1 },
    ...{ ledger: { partnerships: [], doubtful: [] }, ...more },
  })
}

const pairsIn = ({ pairs }: ReturnType<typeof propose>): string[] =>
  pairs.map(({ people }) => people.map(({ id }) => id).join(' ← ')).sort()

function mentoring(mentee: string, by: string, more = {}) {
  const people = [
    { part: 'mentee', key: mentee, name: `Person ${mentee}` },
    { part: 'mentor', key: by, name: `Person ${by}` },
  ]
  return { kind: 'mentoring' as const, people, start: '2026-06-01', records: [], ...more }
}

test.each<[string, readonly Person[], Wishes, string]>([
  [
    'whom the mentee proposed',
    [mentor('a', { level: 'Grade 9' }), mentor('b')],
    { proposed: 'Person b' },
    'b',
  ],
  ['a higher level', [mentor('a', { team: 'Sales' }), mentor('b', { level: 'Grade 9' })], {}, 'b'],
  ['another team', [mentor('a', { team: 'Shop' }), mentor('b', { team: 'Sales' })], {}, 'b'],
  [
    'not the refused',
    [mentor('a', { level: 'Grade 9' }), mentor('b')],
    { refused: 'Person a; Person c' },
    'b',
  ],
  ['not the manager', [mentor('boss', { level: 'Grade 9' }), mentor('b')], {}, 'b'],
  [
    'not who is away',
    [mentor('a', { level: 'Grade 9', awayTo: '2027-02-01' }), mentor('b')],
    {},
    'b',
  ],
])('a mentee gets %s', (_, mentors, wishes, expected) => {
  const mentee = person('1', { team: 'Shop', level: 'Grade 5', manager: 'boss' })
  expect(pairsIn(propose([mentee, ...mentors], [request('1', wishes)]))).toEqual([
    `1 ← ${expected}`,
  ])
})

test('mentors have as many mentees as they have time for, and partners who end make room', () => {
  const people = [
    ...['1', '2', '3', '4'].map((id) => person(id)),
    mentor('a', { mentees: 2 }),
    mentor('b'),
  ]
  const entries = ['1', '2', '3'].map((id) => request(id))
  const partnerships = [mentoring('4', 'b', { end: '2026-11-30' }), mentoring('4', 'a')]
  const proposal = propose(people, entries, { ledger: { partnerships, doubtful: [] } })
  expect(proposal.pairs.map(({ people: [, by] }) => by!.id).sort()).toEqual(['a', 'b'])
  expect(proposal.without).toEqual([
    { person: expect.anything(), reason: 'all mentors who may be theirs have others' },
  ])
})

test('only who waits gets one: not who was refused, has one, or has left', () => {
  const people = [
    ...['1', '2', '3'].map((id) => person(id)),
    person('4', { leaves: '2026-11-15' }),
    ...['a', 'b', 'c', 'd'].map((id) => mentor(id)),
  ]
  const entries = [
    request('1', { decision: 'refused' }),
    ...['2', '3', '4'].map((id) => request(id)),
  ]
  const partnerships = [mentoring('2', 'd', { start: '2026-11-10' })]
  const proposal = propose(people, entries, { ledger: { partnerships, doubtful: [] } })
  expect(proposal.pairs.map(({ people: [mentee] }) => mentee!.id)).toEqual(['3'])
})

test('who asked for a substitute gets somebody else', () => {
  const people = [person('1'), mentor('a', { level: '9' }), mentor('b')]
  const ended = mentoring('1', 'a', { end: '2026-11-20', wantsSubstitute: '1' })
  const proposal = propose(people, [], { ledger: { partnerships: [ended], doubtful: [] } })
  expect(pairsIn(proposal)).toEqual(['1 ← b'])
})

test('HR may fix a mentor, and is told where that cannot be', () => {
  const people = [
    person('1', { manager: 'a' }),
    person('2'),
    mentor('a'),
    mentor('b', { level: '9' }),
  ]
  const entries = [request('1'), request('2')]
  expect(pairsIn(propose(people, entries, { fixed: [['b', '2']] }))).toEqual(['2 ← b'])
  const refused = (fixed: MentorsInput['fixed']) => () =>
    propose(people, entries, { fixed: fixed! })
  expect(refused([['1', 'a']])).toThrow('cannot be partners, since one is the manager of the other')
  expect(refused([['a', 'b']])).toThrow('neither waits for a mentor')
  expect(
    refused([
      ['2', 'a'],
      ['2', 'b'],
    ]),
  ).toThrow('neither waits for a mentor, or one is fixed already')
})

test('the proposal is the best over all people, which trying all of them shows', () => {
  const random = seededRandom(11)
  for (let round = 0; round < 60; round += 1) {
    const mentees = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) =>
      person(`m${index}`, {
        team: random() < 0.5 ? 'Shop' : 'Sales',
        level: String(1 + Math.floor(random() * 3)),
      }),
    )
    const mentors = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) =>
      mentor(`p${index}`, {
        ...{ team: random() < 0.5 ? 'Shop' : 'Sales', level: String(1 + Math.floor(random() * 3)) },
        notWith: mentees.filter(() => random() < 0.3).map(({ id }) => id),
      }),
    )
    const worth = (one: Person, by: Person): number | undefined => {
      if (by.notWith.includes(one.id)) return undefined
      return (by.level! > one.level! ? 0 : 4) + (by.team === one.team ? 2 : 0)
    }
    const tried = (
      rest: readonly Person[],
      free: readonly Person[],
    ): [pairs: number, cost: number] => {
      const [one, ...others] = rest
      if (!one) return [0, 0]
      return free.reduce(
        (best, by) => {
          const cost = worth(one, by)
          if (cost === undefined) return best
          const [pairs, more] = tried(
            others,
            free.filter((other) => other !== by),
          )
          const found: [number, number] = [pairs + 1, more + cost]
          return found[0] > best[0] || (found[0] === best[0] && found[1] < best[1]) ? found : best
        },
        tried(others, free),
      )
    }
    const { pairs } = propose(
      [...mentees, ...mentors],
      mentees.map(({ id }) => request(id)),
    )
    const cost = pairs.reduce((sum, { people: [one, by] }) => sum + worth(one!, by!)!, 0)
    expect([pairs.length, cost]).toEqual(tried(mentees, mentors))
  }
})
