import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { exportBook, readBook } from '../../src/forms/keep/index.ts'
import type { AskedForm } from '../../src/model/form.ts'
import type { DraftRecord } from '../../src/model/record.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { sampleForms } from '../support/sample-forms.ts'
import { draftOf, keep, originalOf, sha256, temporaryFolder } from './support.ts'

const common = { required: false } as const
const form: AskedForm = {
  format: 1,
  id: 'mentoring-contract',
  version: '1.0.0',
  title: 'Mentoring contract: 2026',
  organisation: 'Blue Gum Tea Rooms',
  locale: 'en-AU',
  recordKey: ['mentee.name', 'start'],
  recipients: [
    { who: 'HR', sees: 'everything' },
    {
      ...{ who: 'the trainers', sees: 'how often, where you want help', is: 'development-team' },
      ...{ fields: ['often', 'actions'], when: { field: 'help', isNot: 'no' } },
    },
  ],
  rules: [],
  fields: [
    {
      ...{ type: 'choice', name: 'often', label: 'How often?', ...common, other: 'oftenOther' },
      options: [{ value: 'monthly', label: 'Every month', state: 'monthly' }],
    },
    { type: 'text', name: 'mentee.name', label: 'Name', ...common },
    { type: 'email', name: 'mentee.email', label: 'Name', ...common },
    { type: 'date', name: 'start', label: 'Date', ...common },
    { type: 'number', name: 'hours', label: 'Hours', unit: 'hours', ...common },
    { type: 'checkbox', name: 'agreed', label: 'I agree', ...common },
    { type: 'text', name: 'help', label: 'Help?', ...common },
    {
      ...{ type: 'rows', name: 'actions', label: 'Action', min: 2, ...common },
      columns: [{ type: 'date', name: 'due', label: 'By when', ...common }],
    },
  ],
  questions: sha256('questions'),
}

/** Ada's contract and its later version, and one of Ben that is incomplete. */
async function bookOfThree() {
  const dir = temporaryFolder()
  const now = new Date('2026-11-22T09:30:00Z')
  const { id, version, title, questions } = form
  const add = (name: string, more: Partial<DraftRecord>, values: DraftRecord['values'] = {}) =>
    keep(
      {
        ...draftOf(name, JSON.stringify([values, more.status])),
        form: { id, version, title, questions, hash: sha256('form') },
        ...more,
        values: { mentee: { name, email: `${name}@example.org` }, start: '2026-03-01', ...values },
      } as DraftRecord,
      originalOf(`${name}-${JSON.stringify(values)}.pdf`),
      { dir, now, form, method: 'fields' },
    )
  await add('ada', {}, { often: 'monthly', hours: 2.5, agreed: true, help: 'no' })
  await add(
    'ada',
    {},
    { often: 'other', oftenOther: 'Daily', help: 'yes', actions: [{ due: '2026-12-24' }] },
  )
  const message = 'Hours are missing; fill them in'
  await add('ben', {
    status: 'incomplete',
    messages: [{ rule: 'value-required', severity: 'error', field: 'hours', message }],
  })
  return readBook(dir)
}

test('a workbook has questions for headings, labels, real dates and numbers, and what counts first', async () => {
  const book = await bookOfThree()
  const sheets = await readWorkbook(Buffer.from(exportBook(book, { format: 'xlsx' })))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['To chase', 'Mentoring contract  2026'])
  const [headings = [], ...rows] = sheets[1]!.data
  expect(headings.slice(0, 13)).toEqual([
    ...['Who', 'State', 'Date', 'Open', 'How often?', 'Name (mentee.name)', 'Name (mentee.email)'],
    ...['Date (start)', 'Hours (hours)', 'I agree', 'Help?', 'Action 1: By when', 'Record'],
  ])
  expect(headings.slice(-5)).toEqual([
    ...['Superseded by', 'File', 'Imported', 'Method', 'Uncertain'],
  ])
  const day = new Date('2026-03-01T00:00:00Z')
  expect(rows.map((row) => row.slice(0, 12))).toEqual([
    [
      ...['ada', 'complete', day, null, 'Other: Daily', 'ada', 'ada@example.org', day],
      ...[null, null, 'yes', new Date('2026-12-24T00:00:00Z')],
    ],
    [
      ...['ben', 'incomplete', day, 'Hours', null, 'ben', 'ben@example.org', day],
      ...[null, null, null, null],
    ],
    [
      ...['ada', 'superseded', day, null, 'Every month', 'ada', 'ada@example.org', day],
      ...[2.5, true, 'no', null],
    ],
  ])
  const [, chased, ...others] = sheets[0]!.data
  expect(others).toEqual([])
  expect(chased?.slice(0, 5)).toEqual([
    ...['ben', 'ben@example.org', 'Mentoring contract: 2026', day, 'Hours'],
  ])
  expect(chased?.[5]).toContain('Dear ben,')
  expect(chased?.[5]).toContain('- Hours are missing; fill them in')
})

test('CSV and JSON mean the same', async () => {
  const book = await bookOfThree()
  const csv = new TextDecoder().decode(exportBook(book, { format: 'csv' })).split('\r\n')
  expect(csv[0]).toContain('Who,Form,State,Date,Open,How often?')
  expect(csv[1]).toMatch(/^ada,Mentoring contract: 2026,complete,2026-03-01,,Other: Daily,ada/)
  const json = JSON.parse(new TextDecoder().decode(exportBook(book, { format: 'json' })))
  expect(json.map((one: { counts: boolean; state: string }) => [one.counts, one.state])).toEqual([
    [true, 'complete'],
    [true, 'incomplete'],
    [false, 'superseded'],
  ])
})

test('each recipient gets what the form lets them see', async () => {
  const book = await bookOfThree()
  const answersFor = (audience: 'people-team' | 'development-team') => {
    const json = exportBook(book, { format: 'json', for: audience })
    return JSON.parse(new TextDecoder().decode(json)).map(
      ({ who, answers }: { who: string[]; answers: { name: string }[] }) => [
        ...[who[0], ...answers.map(({ name }) => name)],
      ],
    )
  }
  expect(answersFor('people-team').map((row: string[]) => row.length)).toEqual([9, 8, 8])
  // Ben did not say whether he wants help, and Ada did not want it at first.
  expect(answersFor('development-team')).toEqual([['ada', 'often', 'actions.1.due']])
  expect(() => exportBook(book, { format: 'csv', for: 'management' })).toThrow(
    'There are no records that go to `management`',
  )
})

test('what a form lets whom see reaches those who have the form', async () => {
  const development = (await sampleForms()).get('goal-setting-record')?.recipients?.at(-1)
  expect(development).toMatchObject({
    ...{ is: 'development-team', when: { field: 'capacity.helpWanted', isNot: 'no' } },
    fields: expect.arrayContaining(['capacity.planned']),
  })
})

test('management, to whom no form goes, gets figures without names', async () => {
  const cwd = makeFolder({
    'org.config.json': JSON.stringify({ organisation: { name: 'Larkspur' } }),
    'people.csv': 'id,name\n1,Ada Lovelace\n2,Ben Otto\n',
  })
  const { code, stdout } = await runCli(
    ['records', '--for', 'management', '--output', 'figures.xlsx'],
    { cwd },
  )
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Figures without names in figures.xlsx\n' })
  const sheets = await readWorkbook(readFileSync(join(cwd, 'figures.xlsx')))
  expect(sheets.length).toBeGreaterThan(0)
  expect(JSON.stringify(sheets)).not.toMatch(/Ada|Ben/)
  expect(existsSync(join(cwd, 'records/exports'))).toBe(false)
  const csv = await runCli(['records', '--for', 'management', '--csv'], { cwd })
  expect(csv.stderr).toContain('Management gets figures without names')
}, 30_000)
