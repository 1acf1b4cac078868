import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workbookOf } from '../../src/forms/record/xlsx.ts'
import { matcherOf, readRoster } from '../../src/programme/people/index.ts'
import { type PlanList, planLists, readPlan } from '../../src/programme/plans/index.ts'
import { messagesAsShown } from '../support/messages-as-shown.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const en = { locale: 'en-GB' }

test.each(readdirSync(fixtures))('reads the lists %s', async (name) => {
  const bytes = readFileSync(join(fixtures, name, 'people.csv'))
  const { people, messages } = await readRoster('people.csv', bytes, en)
  const items: object[] = [...people]
  const told = [...messages]
  for (const list of Object.keys(planLists) as PlanList[]) {
    const path = join(fixtures, name, `${list}.csv`)
    if (!existsSync(path)) continue
    const read = await readPlan(list, `${list}.csv`, readFileSync(path), en)
    items.push(...read.items)
    told.push(...read.messages)
  }
  const rows = items.map((item) => `${JSON.stringify(item)}\n`).join('')
  await expect(rows).toMatchFileSnapshot(`fixtures/${name}/people.txt`)
  await expect(messagesAsShown(told, fixtures)).toMatchFileSnapshot(`fixtures/${name}/messages.txt`)
})

const table =
  'Staff No;Full Name;Weekly hours;Line manager\r\n7;Zoë Żak;37,5;\r\n8;"Ott; Ben";20;Zoë Żak\r\n'
const expected = [
  { id: '7', name: 'Zoë Żak', hours: 37.5, roles: [], notWith: [] },
  { id: '8', name: 'Ott; Ben', hours: 20, roles: [], notWith: [], manager: '7' },
]

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${table}`)],
  ['UTF-16 of Windows', Buffer.from(`\ufeff${table}`, 'utf16le')],
  ['UTF-16 without its mark', Buffer.from(table, 'utf16le')],
  ['UTF-16 of a Mac', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
  ['a line with the separator', Buffer.from(`sep=;\r\n${table}`)],
  ['tabs', Buffer.from(table.replaceAll(/;(?! )/g, '\t'))],
])('reads a list in %s', async (_, bytes) => {
  const { people, messages } = await readRoster('people.csv', bytes, { locale: 'de-DE' })
  expect({ people, messages }).toEqual({ people: expected, messages: [] })
})

test('reads a list of Windows without Unicode', async () => {
  const bytes = Buffer.from('name\r\nZo\xeb Vale\r\n', 'latin1')
  expect((await readRoster('people.csv', bytes, en)).people).toMatchObject([{ name: 'Zoë Vale' }])
})

test('reads a workbook', async () => {
  const columns = ['Staff No', 'Full Name', 'Weekly hours', 'Line manager']
  const rows = [
    [7, 'Zoë Żak', 37.5, null],
    [8, 'Ott; Ben', 20, 7],
  ]
  const bytes = workbookOf([{ name: 'People', table: { columns, rows } }])
  const { people, messages } = await readRoster('people.xlsx', bytes, en)
  expect({ people, messages }).toEqual({ people: expected, messages: [] })
})

test.each([
  [
    'German headings',
    'Personalnummer;Nachname;Vorname;Wochenstunden;Vorgesetzter\n7;Żak;Zoë;37,5;\n8;Ott;Ben;20;7\n',
  ],
  [
    'French headings',
    'Matricule;Nom;Prénom;Heures par semaine;Responsable\n7;Żak;Zoë;37,5;\n8;Ott;Ben;20;7\n',
  ],
  [
    'a title and groups of columns above',
    'Staff list of 29/11/2026\n\nPerson;;Contract;\nName;ID;Hours;Manager\nŻak, Zoë;7;37,5;\nBen Ott;8;20;Zoë Żak\n',
  ],
  ['a sum below', 'Name;ID;Hours;Manager\nZoë Żak;7;37,5;\nBen Ott;8;20;7\nTotal: 2;;;\n'],
])('reads a list with %s', async (_, text) => {
  const { people, messages } = await readRoster('people.csv', Buffer.from(text), {
    locale: 'de-DE',
  })
  expect({ people, messages }).toEqual({
    people: [expected[0], { ...expected[1], name: 'Ben Ott' }],
    messages: [],
  })
})

test.each([
  ['2027-02-01', '2027-02-01'],
  ['1 Feb 2027', '2027-02-01'],
  ['01.02.2027', '2027-02-01'],
  ['1/2/27', '2027-02-01'],
  ['01-Feb-2027', '2027-02-01'],
  ['2027-02-01T00:00:00', '2027-02-01'],
  ['20270201', '2027-02-01'],
  ['46419', '2027-02-01'],
  ['31/12/9999', undefined],
  ['00.00.0000', undefined],
])('reads the day %s', async (typed, day) => {
  const table = Buffer.from(`Name;Last day\nAda;${typed}\n`)
  const { people, messages } = await readRoster('people.csv', table, en)
  expect({ day: people[0]?.leaves, messages }).toEqual({ day, messages: [] })
})

test('columns of other names are what the configuration says', async () => {
  const columns = { Mitarbeiter: 'name', Stunden: 'hours' } as const
  const bytes = Buffer.from('Mitarbeiter,Stunden,Kantine\nZoë,20,ja\n')
  expect(await readRoster('people.csv', bytes, { ...en, columns })).toEqual({
    people: [{ id: 'Zoë', name: 'Zoë', hours: 20, roles: [], notWith: [] }],
    messages: [],
  })
})

const people = [
  { id: '1', name: 'Ada Lovelace', email: 'ada@example.org', roles: [], notWith: [] },
  { id: '2', name: 'John Smith', roles: [], notWith: [] },
  { id: '3', name: 'Smith, John', email: 'js@example.org', roles: [], notWith: [] },
]

test.each([
  ['the number', { identity: '2', name: 'Somebody' }, '2'],
  ['the e-mail address as a number', { identity: 'ADA@example.org' }, '1'],
  ['the name of one person', { name: 'lovelace ada' }, '1'],
  ['a name of two', { name: 'John Smith' }, ['2', '3']],
  ['a name of two with an address', { name: 'John Smith', email: 'js@example.org' }, '3'],
  ['a name with a number that nobody has', { identity: '9', name: 'Ada Lovelace' }, ['1']],
  ['a misspelt name', { name: 'Ada Lovelase' }, ['1']],
  ['a short form of a name', { name: 'Johnny Smith' }, ['2', '3']],
  ['another surname', { name: 'Ada Byron' }, ['1']],
  ['a name before the surname, in two words', { name: 'LOVE LACE, Ada' }, ['1']],
  ['another name', { name: 'Grace Kim' }, undefined],
])('knows who is meant by %s', (_, named, who) => {
  const match = matcherOf(people)({ part: 'peer', isParty: true, ...named })
  const ids = 'mayBe' in match ? match.mayBe.map(({ id }) => id) : match.person?.id
  expect(ids).toEqual(who)
})

test('asks of nobody twice', () => {
  const match = matcherOf(people, { 'john smith': '3', 'ada lovelase': null })
  expect(match({ part: 'peer', isParty: true, name: 'John  Smith' })).toEqual({
    ...{ person: people[2], by: 'decision' },
  })
  expect(match({ part: 'peer', isParty: true, name: 'Ada Lovelase' })).toEqual({
    person: undefined,
  })
})
