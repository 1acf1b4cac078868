import { expect, test } from 'vitest'
import { Organisation } from '../../src/model/organisation.ts'
import type { Person } from '../../src/model/programme.ts'
import type { AnonymousRecord } from '../../src/model/record.ts'
import { dutiesOn } from '../../src/programme/duties/index.ts'
import { figuresOf } from '../../src/programme/figures/index.ts'
import type { Partnership } from '../../src/programme/index.ts'
import { type Entry, type Situation, termsOf } from '../../src/programme/situation/index.ts'
import { entryOf } from '../support/entry.ts'

const people = Array.from({ length: 42 }, (_, index): Person => {
  const team = index < 18 ? 'Workshop' : index < 28 ? 'Design' : index < 30 ? 'Office' : 'Sales'
  return { id: `L${index}`, name: `Person ${index}`, team, roles: [], notWith: [] }
})

/** Twenty-six take part: 12 of 18 in the workshop, 6 of 10 in design, both of the office, 6 of 12 in sales. */
const partnerships = [
  ...Array.from({ length: 6 }, (_, index) => [2 * index, 2 * index + 1]),
  [18, 19],
  [20, 21],
  [22, 23],
  [28, 29],
  [30, 31],
  [32, 33],
  [34, 35],
].map(
  (pair): Partnership => ({
    ...{ kind: 'peer', start: '2027-06-01', records: [] },
    people: pair.map((index) => ({ part: 'peer', key: `L${index}`, name: `Person ${index}` })),
  }),
)

const surveys = (month: string, recommend: readonly number[]): AnonymousRecord[] =>
  recommend.map((rating) => ({
    form: { id: 'participant-feedback', version: '2.0.0', title: 'Participant feedback' },
    ...{ organisation: 'Larkspur', month },
    values: {
      survey: { stage: 'end' },
      sessions: { planned: 6, count: 5 },
      ratings: { recommend: rating },
    },
  }))

const situation = (rest: Partial<Situation> = {}): Situation => ({
  ...{ on: '2027-11-29', holidays: new Set<string>(), people, rotations: [] },
  organisation: Organisation.parse({ name: 'Larkspur' }),
  terms: termsOf({ answers: {}, documents: {} }),
  plans: { objectives: [], improvements: [], acknowledgements: [] },
  ...{ entries: [], anonymous: [], ledger: { partnerships, doubtful: [] } },
  match: ({ identity }) => whoIs(identity) ?? { person: undefined },
  ...rest,
})

function whoIs(id: string | undefined) {
  const person = people.find((one) => one.id === id)
  return person && ({ person, by: 'id' } as const)
}

const tableIn = (some: Situation, id: string, index = 0) =>
  figuresOf(some, () => undefined).find((section) => section.id === id)!.tables[index]!.rows

test('the five indicators are as worked out by hand', () => {
  // On 30 September 26 of 42 people take part, told as 25 of 42: 59.5%.
  // Surveys in May: 9 of 15 rate 4 or 5, 60%; each had 5 of 6 sessions, 75 of 90, 83%. The two of August are too few.
  // Of the objective, 50 of 80 is measured before the quarters end, and 90 after.
  const anonymous = [
    ...surveys('2027-05', [5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 2, 2, 1, 1]),
    ...surveys('2027-08', [5, 5]),
  ]
  const measured = [
    { on: '2027-03-31', figure: 40 },
    { on: '2027-08-31', figure: 50 },
    { on: '2027-10-31', figure: 90 },
  ]
  const objective = { objective: 'Give feedback', unit: '%', baseline: 30, target: 80, measured }
  const plans = { objectives: [objective], improvements: [], acknowledgements: [] }
  const some = situation({ anonymous, plans })
  expect(tableIn(some, 'indicators').map((row) => row.slice(0, 4))).toEqual([
    ['Share of staff who take part', '60%', 'about 25 of 42', 'July to September 2027'],
    ...[
      ['Sessions held, compared with sessions planned', '83%', '75 of 90 sessions'],
      ['Share of participants who would recommend it', '60%', 'about 10 of 15'],
    ].map((row) => [...row, 'April to June 2027']),
    ['Change in coaches’ competency ratings', null, '', ''],
    ['Give feedback', '50%', 'target 80%', 'July to September 2027'],
  ])
  // The pairs are from June; in the earlier quarters nobody takes part.
  expect(tableIn(some, 'indicators', 1).map((row) => row.slice(1, 4))).toEqual([
    ...[0, 1].map(() => ['at most 10%', null, null]),
    ...[
      ['60%', '83%', '60%'],
      ['60%', null, null],
    ],
  ])
  expect(tableIn(some, 'indicators', 2)).toEqual([
    ['Give feedback', '30%', '', '40%', '', '50%', '80%', 'nearer'],
  ])
  expect(tableIn(situation(), 'indicators').at(-1)?.slice(0, 2)).toEqual([
    ...['The figure named in each objective', 'none'],
  ])
})

test('by team, small teams are counted together, and people to the nearest five', () => {
  // The office has two people, who are counted with design, the smallest of the others: 8 take part and 4 do not.
  // 10 of 18 are 56%, 5 of 12 are 42%.
  expect(tableIn(situation(), 'teams')).toEqual([
    ['Sales', 12, 5, '42%'],
    ['Workshop', 18, 10, '56%'],
    ['Smaller teams together', 12, null, 'at least 66%'],
    ['All', 42, 25, '60%'],
  ])
})

test('a meeting counts once, whoever recorded it', () => {
  const met = (on: string, peer: string, colleague: string): Entry =>
    entryOf('peer-meeting-record', on, {
      people: { peer, colleague },
      values: { meeting: { held: 'held', booked: 'yes', date: on } },
    })
  const entries = [
    // Six pairs met in July, the first of them recorded by both.
    ...[0, 2, 4, 6, 8, 10].map((one) => met('2027-07-05', `L${one}`, `L${one + 1}`)),
    met('2027-07-05', 'L1', 'L0'),
  ]
  // 6 meetings of 6 of 13 pairs, told as 5, 5 and 5 of 13; none of the 6 was not booked, and 2 of 6 is the least that could be.
  expect(tableIn(situation({ entries }), 'meetings').at(-1)).toEqual([
    ...['July to September 2027', 5, 'at least 30%', 5, '38%'],
  ])
})

test('a grievance has its working days, and holidays are none', () => {
  const entries = [
    entryOf('mentoring-withdrawal', '2027-11-24', {
      people: { person: 'L1' },
      values: { request: { kind: 'grievance' }, hr: { received: '2027-11-24' } },
    }),
  ]
  const due = (rest: Partial<Situation>) =>
    dutiesOn(situation({ entries, ...rest })).find(({ kind }) => kind === 'grievance')
  // Wednesday 24 November: Thursday, Friday, Monday, Tuesday.
  expect(due({})?.due).toBe('2027-11-30')
  expect(due({})?.note).toContain('1 working day left')
  // With Friday a holiday, the fourth is Wednesday 1 December.
  expect(due({ holidays: new Set(['2027-11-26']) })?.due).toBe('2027-12-01')
  expect(due({ on: '2027-12-02' })?.note).toContain('2 working days late')
})

test('who is away owes no meeting, and owes one again a month after coming back', () => {
  const meeting = (rest: Partial<Person>, on: string) =>
    dutiesOn(
      situation({ on, people: people.map((one) => (one.id === 'L0' ? { ...one, ...rest } : one)) }),
    ).find(({ kind, people: [first] }) => kind === 'meeting' && first?.key === 'L0')?.due
  expect(meeting({}, '2027-06-20')).toBe('2027-07-01')
  const leave = { awayFrom: '2027-06-10', awayTo: '2027-08-10' }
  expect(meeting(leave, '2027-06-20')).toBeUndefined()
  expect(meeting(leave, '2027-08-20')).toBe('2027-09-10')
})
