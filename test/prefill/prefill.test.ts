import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ReadFormOptions, readForm } from '../../src/forms/read-form.ts'
import { workbookOf } from '../../src/forms/record/xlsx.ts'
import { OperatorError, openProgramme, pairRows, prefillForms } from '../../src/index.ts'
import { checkPdf } from '../pdfua/index.ts'
import { definitionIn } from '../support/definitions.ts'
import { messagesAsShown } from '../support/messages-as-shown.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const config = join(dirname(pack), 'org.config.json')
const fixtures = join(import.meta.dirname, 'fixtures')

const columns = ['employee.name', 'Date of this request', 'request.criteria', 'programme.kind']
const rows = [
  ['Łukasz Żółć', '2027-04-03', 'Enough time|a wish to learn', 'mentoring'],
  ['Ada Lovelace', '3 April 2027', null, 'Peer coaching and mentoring'],
]

describe.each([
  [
    'CSV',
    'rows.csv',
    [columns, ...rows].map((row) => row.map((cell) => cell ?? '').join(';')).join('\n'),
  ],
  ['Excel', 'rows.xlsx', workbookOf([{ name: 'rows', table: { columns, rows } }])],
])('from %s', (_, name, content) => {
  test('each row gives one PDF and one link that say the same', async () => {
    const folder = makeFolder({ [name]: content })
    const { made, messages, links } = await prefillForms({
      form: 'mentoring-request',
      data: join(folder, name),
      config,
      to: join(folder, 'made'),
    })
    expect(messages).toEqual([])
    expect(made.map(({ file }) => file.slice(folder.length))).toEqual([
      '/made/mentoring-request-lukasz-zolc.pdf',
      '/made/mentoring-request-ada-lovelace.pdf',
    ])
    for (const [index, { file, link }] of made.entries()) {
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const { values, messages } = await read(file)
      expect(values).toMatchObject({
        employee: { name: rows[index]?.[0] },
        request: {
          date: '2027-04-03',
          criteria: index === 0 ? ['attitude', 'time'] : [],
        },
        programme: { kind: index === 0 ? 'mentoring' : 'peer-mentoring' },
      })
      expect(messages).not.toContain('value-shown-otherwise')
      const [page, hash] = link.split('#')
      expect(page).toBe('mentoring-request.html')
      expect(new URLSearchParams(hash).get('request.date')).toBe('3 April 2027')
      expect(new URLSearchParams(hash).get('employee.name')).toBe(rows[index]?.[0])
      expect(readFileSync(links!, 'utf8')).toContain(link)
    }
  })
})

test('each pair of the ledger gets a form with both names, which is as conforming as the blank one', async () => {
  const pairs = [
    { people: ['1', '2'] },
    { people: ['3', '4', '5'] },
    { people: ['6', '1'], oneWay: true },
  ]
  const rotation = { kind: 'peer', from: '2026-12-01', seed: 1, pairs, without: [] }
  const names = ['Łukasz Żółć', 'Ada Lovelace', 'Bo', 'Cy', 'Di', 'Eve']
  const folder = makeFolder({
    'org.config.json': readFileSync(config, 'utf8'),
    'people.csv': `id,name,e-mail\n${names.map((name, index) => `${index + 1},${name},${index + 1}@example.org\n`).join('')}`,
    'programme/pairs.json': JSON.stringify({ format: 1, rotations: [rotation] }),
  })
  const own = { config: join(folder, 'org.config.json'), forms: join(pack, 'forms') }
  const programme = await openProgramme({ ...own, entries: [] })
  const data = pairRows(programme, '2026-12-01')
  const { made, messages } = await prefillForms({ ...own, form: 'peer-meeting-record', data })
  expect(messages).toEqual([])
  expect(made.map(({ file }) => file.replace(/^.*peer-meeting-record-/, ''))).toEqual([
    ...['lukasz-zolc-and-ada-lovelace.pdf', 'bo-and-cy.pdf', 'cy-and-di.pdf', 'di-and-bo.pdf'],
    'eve-and-lukasz-zolc.pdf',
  ])
  const [first] = made
  const { values } = await read(first!.file, 'peer-meeting-record')
  expect(values).toMatchObject({
    peer: { name: 'Łukasz Żółć', identity: '1@example.org' },
    colleague: { name: 'Ada Lovelace', identity: '2@example.org' },
  })
  expect(new URLSearchParams(first!.link.split('#')[1]).get('colleague.name')).toBe('Ada Lovelace')
  expect(await checkPdf(new Uint8Array(readFileSync(first!.file)))).toEqual([])
  const early = pairRows(programme, '2026-11-30')
  for (const [form, rows] of [
    ['peer-meeting-record', early],
    ['mentoring-contract', data],
    ['training-record', data],
  ] as const)
    await expect(prefillForms({ ...own, form, data: rows })).rejects.toThrow(
      /^No pair that holds on .* has the parts that `.*` asks for/,
    )
})

test('the same table gives the same bytes', async () => {
  const folder = makeFolder({ 'rows.csv': 'employee.name\nAda\n' })
  const options = { form: 'mentoring-request', data: join(folder, 'rows.csv'), config }
  const [one, other] = await Promise.all(
    ['one', 'other'].map(async (name) => {
      const { made } = await prefillForms({ ...options, to: join(folder, name) })
      return readFileSync(made[0]!.file)
    }),
  )
  expect(one?.equals(other!)).toBe(true)
})

test.each(readdirSync(fixtures))('%s are told with row and column', async (name) => {
  const [table = ''] = readdirSync(join(fixtures, name)).filter((file) => file.endsWith('.csv'))
  const data = join(fixtures, name, table)
  const form = table.replace('.csv', '')
  const { made, messages } = await prefillForms({ form, data, config, to: makeFolder() })
  await expect(messagesAsShown(messages, join(fixtures, name))).toMatchFileSnapshot(
    `fixtures/${name}/messages.txt`,
  )
  expect(made.map(({ row }) => row)).toEqual([2])
})

test.each([
  [
    'equality-monitoring',
    'period.year\n2027\n',
    /is anonymous.*hand all people the same blank form/,
  ],
  ['no-such-form', 'a\nb\n', /There is no form `no-such-form`/],
  ['mentoring-request', 'Staff number\n7\n', /No column of .* is called as a question/],
])('nothing is made of %s', async (form, table, told) => {
  const folder = makeFolder({ 'rows.csv': table })
  const prefilled = prefillForms({ form, data: join(folder, 'rows.csv'), config, to: folder })
  await expect(prefilled).rejects.toThrow(OperatorError)
  await expect(prefilled).rejects.toThrow(told)
  expect(readdirSync(folder)).toEqual(['rows.csv'])
})

async function read(file: string, id = 'mentoring-request') {
  const form = definitionIn(pack, id)
  const known: ReadFormOptions['known'] = { definitions: [form], publishedHashes: new Set() }
  const result = await readForm(new Uint8Array(readFileSync(file)), { file, known })
  if (result.status !== 'read') throw new Error(JSON.stringify(result.messages))
  const { values, messages } = result.draft
  return { values, messages: messages.map(({ rule }) => rule) }
}
