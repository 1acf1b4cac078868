import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import {
  closeRecord,
  decidePerson,
  holdRecord,
  importForms,
  openProgramme,
  openRecords,
  type Programme,
  type RecordBook,
  type RecordEntry,
  retentionOverview,
} from '../../src/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { completedOnline, sampleForms } from '../support/sample-forms.ts'

/**
 * Dana and Eve's partnership ran to its end; Farid withdrew from his with Grace and wants another partner; Hana and Ivo's is paused;
 * Jo asked for a mentor. Ben wrote to HR. Eve leaves.
 */
const folder = makeFolder({
  'org.config.json': JSON.stringify({ organisation: { name: 'Larkspur Lantern Cooperative' } }),
  'people.csv': [
    'id,name,email,leaves',
    '1,Dana Ruiz,dana@example.org,',
    '2,Eve Adeyemi,,2026-12-31',
    '3,Farid Haddad,,',
    '4,Grace Kim,,',
    '5,Hanna Sato,,',
  ].join('\n'),
})
const config = join(folder, 'org.config.json')

beforeAll(async () => {
  const forms = await sampleForms()
  mkdirSync(join(folder, 'out/forms'), { recursive: true })
  mkdirSync(join(folder, 'completed'))
  let count = 0
  const put = (id: string, values: Parameters<typeof completedOnline>[1]): void => {
    const form = forms.get(id)!
    writeFileSync(join(folder, `out/forms/${id}.form.json`), JSON.stringify(form))
    count += 1
    writeFileSync(join(folder, `completed/${count}.answers.json`), completedOnline(form, values))
  }
  const contract = (mentee: string, mentor: string, start: string, end: string): void =>
    put('mentoring-contract', {
      ...{ 'programme.kind': 'mentoring', 'mentee.name': mentee, 'mentor.name': mentor },
      ...{ 'partnership.start': start, 'partnership.end': end },
    })
  const withdrawal = (person: string, partner: string, more: Record<string, string>): void =>
    put('mentoring-withdrawal', {
      ...{ 'person.name': person, 'partner.name': partner, 'request.date': '2026-09-01' },
      ...{ 'substitute.wanted': 'yes', 'hr.answered': '2026-09-03', ...more },
    })
  contract('Dana Ruiz', 'Eve Adeyemi', '2024-03-01', '2024-12-31')
  contract('Farid Haddad', 'Grace Kim', '2026-02-01', '2027-01-31')
  contract('Hana Sato', 'Ivo Novak', '2026-06-01', '2027-05-31')
  contract('Dana Ruiz', 'Eve Adeyemi', '2026-10-01', '2027-03-31')
  withdrawal('Farid Haddad', 'Grace Kim', {
    ...{ 'request.kind': 'withdrawal', 'hr.partnershipOutcome': 'ended' },
  })
  withdrawal('Ivo Novak', 'Hana Sato', {
    ...{ 'request.kind': 'pause', 'pause.until': '2026-12-01', 'hr.partnershipOutcome': 'paused' },
  })
  put('mentoring-evaluation', {
    ...{ 'mentee.name': 'Dana Ruiz', 'mentor.name': 'Eve Adeyemi' },
    ...{ 'partnership.start': '2024-03-01', 'evaluation.stage': 'end' },
  })
  put('mentoring-request', { 'employee.name': 'Jo Park', 'request.date': '2026-11-01' })
  put('private-note-to-hr', { 'person.name': 'Ben Okafor', 'note.date': '2026-10-10' })
  put('goal-setting-record', {
    ...{ 'peer.name': 'Dana Ruiz', 'colleague.name': 'Grace Kim' },
    ...{ 'period.year': 2026, 'period.month': 'october' },
  })
  put('participant-feedback', { 'participant.role': 'coachee' })
  await importForms({ paths: [join(folder, 'completed')], config })
})

async function opened(): Promise<{ book: RecordBook; programme: Programme<RecordEntry> }> {
  const book = await openRecords({ config })
  return { book, programme: await openProgramme({ config, entries: book.entries }) }
}

test('the ledger follows from contracts, withdrawals and who leaves', async () => {
  const { ledger } = (await opened()).programme
  const told = ledger.partnerships.map(({ people, records, ...one }) => ({
    ...one,
    people: people.map(({ part, key }) => `${part} ${key}`),
    records: records.length,
  }))
  expect(told).toEqual([
    {
      ...{ kind: 'mentoring', people: ['mentee 1', 'mentor 2'], records: 1 },
      ...{ start: '2024-03-01', end: '2024-12-31' },
    },
    {
      ...{ kind: 'mentoring', people: ['mentee 3', 'mentor 4'], records: 2 },
      ...{ start: '2026-02-01', end: '2026-09-03', endedBy: 'withdrawal', wantsSubstitute: '3' },
    },
    {
      ...{ kind: 'mentoring', people: ['mentee hana sato', 'mentor ivo novak'], records: 2 },
      ...{ start: '2026-06-01', end: '2027-05-31', pausedUntil: '2026-12-01' },
    },
    {
      ...{ kind: 'mentoring', people: ['mentee 1', 'mentor 2'], records: 1 },
      ...{ start: '2026-10-01', end: '2026-12-31', endedBy: 'leaving' },
    },
  ])
})

test('how long records are kept follows from their forms, the partnerships and what people decide', async () => {
  const { book, programme } = await opened()
  const { records, months } = retentionOverview(programme, book)
  const told = records.map(({ due, why, entry, isHeld }) => [
    ...[due, entry.record.form.id, entry.people[0]?.name, why, ...(isHeld ? ['held'] : [])],
  ])
  expect(told).toEqual([
    [...['2025-12-31', 'mentoring-contract', 'Dana Ruiz', 'one year after 31 December 2024']],
    [...['2025-12-31', 'mentoring-evaluation', 'Dana Ruiz', 'one year after 31 December 2024']],
    ['2027-09-03', 'mentoring-contract', 'Farid Haddad', 'one year after 3 September 2026'],
    ['2027-12-31', 'goal-setting-record', 'Dana Ruiz', 'one year after 31 December 2026'],
    ['2027-12-31', 'mentoring-contract', 'Dana Ruiz', 'one year after 31 December 2026'],
    ['2028-05-31', 'mentoring-contract', 'Hana Sato', 'one year after 31 May 2027'],
    ['2028-09-03', 'mentoring-withdrawal', 'Farid Haddad', 'two years after 3 September 2026'],
    ['2028-09-03', 'mentoring-withdrawal', 'Ivo Novak', 'two years after 3 September 2026'],
    [
      ...[undefined, 'mentoring-request', 'Jo Park'],
      'not known until there is a contract of the partnership, or “Date of signature for HR” is filled in',
    ],
    [
      ...[undefined, 'private-note-to-hr', 'Ben Okafor'],
      'not known until the matter is closed by `policypack records close`',
    ],
  ])
  const [month] = months
  expect(month).toMatchObject({ form: 'participant-feedback', count: 1 })
  expect(month?.why).toMatch(/^two years after (28|29|30|31) /)
})

test('a matter that is closed begins the time, and a hold is told', async () => {
  const { book } = await opened()
  const note = book.entries.find(({ record }) => record.form.id === 'private-note-to-hr')!
  await closeRecord(book.dir, note.record.id, { on: '2026-11-20', reason: 'Settled' })
  await holdRecord(book.dir, note.record.id, { on: '2026-11-21', reason: 'Appeal' })
  const after = await opened()
  const kept = retentionOverview(after.programme, after.book).records.find(
    ({ entry }) => entry.record.id === note.record.id,
  )
  expect(kept).toMatchObject({ due: '2027-11-20', isHeld: true })
})

test('who is meant is asked once', async () => {
  const { programme } = await opened()
  expect(programme.ledger.doubtful).toMatchObject([
    { named: { name: 'Hana Sato' }, mayBe: [{ id: '5' }] },
  ])
  await decidePerson(programme, 'hana sato', 'Hanna')
  const { ledger } = (await opened()).programme
  expect(ledger.doubtful).toEqual([])
  expect(ledger.partnerships[2]?.people[0]).toEqual({
    part: 'mentee',
    key: '5',
    name: 'Hanna Sato',
  })
  await expect(decidePerson(programme, 'Nobody')).rejects.toThrow('No form leaves in doubt')
})
