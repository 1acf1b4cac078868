import { expect, test } from 'vitest'
import { Organisation } from '../../src/model/organisation.ts'
import type { Person } from '../../src/model/programme.ts'
import type { AnonymousRecord, RecordValue } from '../../src/model/record.ts'
import { dutiesOn } from '../../src/programme/duties/index.ts'
import { figuresOf } from '../../src/programme/figures/index.ts'
import type { Partnership } from '../../src/programme/index.ts'
import { type Entry, type Situation, termsOf } from '../../src/programme/situation/index.ts'

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
  ...{ entries: [], anonymous: [], ledger: { partnerships, doubtful: [] } },
  match: ({ identity }) => whoIs(identity) ?? { person: undefined },
  ...rest,
})

function whoIs(id: string | undefined) {
  const person = people.find((one) => one.id === id)
  return person && ({ person, by: 'id' } as const)
}

function entryOf(
  form: string,
  on: string,
  {
    people: named,
    values,
  }: { people: Record<string, string>; values: Record<string, RecordValue> },
): Entry {
  return {
    record: {
      ...{ $schema: '', id: `${form} ${on}`, organisation: 'Larkspur', status: 'complete' },
      form: { id: form, version: '2.0.0', hash: '', title: form },
      ...{ values, signatures: [], messages: [] },
      source: { file: '', sha256: '', bytes: 0, method: 'page', importedAt: `${on}T09:00:00Z` },
    },
    form: undefined,
    people: Object.entries(named).map(([part, identity]) => ({ part, identity, isParty: true })),
    ...{ on, standing: 'current', open: [] },
  }
}

const tableIn = (some: Situation, id: string, index = 0) =>
  figuresOf(some, () => undefined).find((section) => section.id === id)!.tables[index]!.rows

test('the five indicators are as worked out by hand', () => {
  // 26 of 42 people take part, 62%.
  // Surveys in May: 9 of 15 rate 4 or 5, 60%; each had 5 of 6 sessions, 75 of 90, 83%. The two of August are too few: they would
  // make it 11 of 17.
  const anonymous = [
    ...surveys('2027-05', [5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 2, 2, 1, 1]),
    ...surveys('2027-08', [5, 5]),
  ]
  expect(tableIn(situation({ anonymous }), 'indicators').map((row) => row.slice(0, 3))).toEqual([
    ['Share of staff who take part', '62%', '26 of 42'],
    ['Sessions held, compared with sessions planned', '83%', '75 of 90 sessions, 15 surveys'],
    ['Share of participants who would recommend it', '60%', '9 of 15'],
    ['Change in coaches’ competency ratings', null, ''],
    ['The figure named in each objective', 'none', ''],
  ])
})

test('by team, a team of two is not shown, nor what would give it away', () => {
  // The office has two people, who are counted with design, the smallest of the others: 8 take part and 4 do not. These four are
  // hidden, with the 8 beside them; and so are both of sales, 6 and 6, because they are fewer than those of the workshop.
  expect(tableIn(situation(), 'teams')).toEqual([
    ['Sales', null, null, null],
    ['Workshop', 12, 6, 67],
    ['Smaller teams together', null, null, null],
    ['All', 26, 16, 62],
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
  // 6 of 13 pairs.
  expect(tableIn(situation({ entries }), 'meetings').at(-1)).toEqual([
    ...['July to September 2027', 6, 'at least 33%', 6, '46%'],
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
