import { expect, test } from 'vitest'
import {
  closeRecord,
  confirmRecord,
  currentRecords,
  findEntries,
  holdRecord,
  openStore,
  readBook,
  recordsAbout,
  releaseRecord,
  reopenRecord,
  shelvesIn,
  unlinkRecord,
} from '../../src/forms/keep/index.ts'
import { Keeper } from '../../src/forms/record/index.ts'
import type { AskedForm } from '../../src/model/form.ts'
import type { DraftRecord } from '../../src/model/record.ts'
import { draftOf, filesIn, originalOf, sha256, temporaryFolder } from './support.ts'

const asked: AskedForm = {
  format: 1,
  id: 'mentoring-contract',
  version: '1.0.0',
  title: 'Mentoring contract',
  organisation: 'Blue Gum Tea Rooms',
  locale: 'en-AU',
  recordKey: [['mentee.identity', 'mentee.name'], 'start'],
  rules: [],
  fields: [
    { type: 'text', name: 'mentee.name', label: "Mentee's full name", required: true },
    { type: 'text', name: 'mentee.identity', label: "Mentee's e-mail", required: false },
    { type: 'text', name: 'supervisor.name', label: "Line manager's name", required: false },
    { type: 'date', name: 'start', label: 'Start date', required: true },
  ],
  questions: sha256('questions'),
}
const decision = { on: '2026-11-29', reason: 'Settled' }

function draft(name: string, email: string | null, more: Partial<DraftRecord> = {}): DraftRecord {
  const { form, ...rest } = draftOf(name, email)
  return {
    ...rest,
    form: { ...form, questions: asked.questions },
    values: {
      mentee: { name, identity: email },
      supervisor: { name: 'Kai Berg' },
      start: '2026-03-01',
    },
    ...more,
  }
}

async function keepAll(dir: string, drafts: readonly DraftRecord[], isUntrusted = false) {
  const keeper = new Keeper({
    shelves: shelvesIn(openStore(dir)),
    now: new Date('2026-11-22T09:30:00Z'),
  })
  const results = []
  for (const [index, one] of drafts.entries())
    results.push(
      await keeper.keep(one, originalOf(`${index}-${isUntrusted}.pdf`), {
        form: asked,
        method: 'fields',
        isUntrusted,
      }),
    )
  return results.map(({ record }) => record!.id)
}

test('a book tells who, when, what counts and what is open, by the questions of the time', async () => {
  const dir = temporaryFolder()
  const message = { rule: 'value-required', severity: 'error', field: 'start', message: 'Missing' }
  await keepAll(dir, [
    draft('Ada Lovelace', 'ada@example.org'),
    draft('Łukasz Żółć', null, { status: 'incomplete', messages: [message as never] }),
  ])
  const { entries } = await readBook(dir)
  expect(
    entries.map(({ people, on, standing, open }) => ({
      who: people.filter(({ isParty }) => isParty).map(({ name }) => name),
      others: people.filter(({ isParty }) => !isParty).map(({ name }) => name),
      on,
      standing,
      open,
    })),
  ).toEqual([
    {
      who: ['Ada Lovelace'],
      others: ['Kai Berg'],
      on: '2026-03-01',
      standing: 'current',
      open: [],
    },
    {
      ...{ who: ['Łukasz Żółć'], others: ['Kai Berg'], on: '2026-03-01', standing: 'current' },
      open: ['Start date'],
    },
  ])
})

test.each([
  ['lovelace, ADA', 'same', ['Ada Lovelace']],
  ['lukasz zolc', 'same', ['Łukasz Żółć']],
  ['Lovelace', 'part', ['Ada Lovelace']],
  ['ADA@example.org', 'same', ['Ada Lovelace']],
  ['Ada Lovelase', 'near', ['Ada Lovelace']],
  ['ada.lovelace@elsewhere.org', 'near', ['Ada Lovelace']],
  ['0-false.pdf', 'same', [undefined]],
  ['kai', 'part', ['Kai Berg', 'Kai Berg']],
  ['Ben', undefined, []],
])('finds %s', async (typed, likeness, names) => {
  const dir = temporaryFolder()
  await keepAll(dir, [draft('Ada Lovelace', 'ada@example.org'), draft('Łukasz Żółć', null)])
  const found = findEntries(await readBook(dir), typed)
  expect(found.map(({ name }) => name)).toEqual(names)
  expect(found[0]?.likeness).toBe(likeness)
})

test('what a person decides of a record stands in it until it is taken back', async () => {
  const dir = temporaryFolder()
  const [id = ''] = await keepAll(dir, [
    draft('Ada Lovelace', null, {
      status: 'incomplete',
      messages: [{ rule: 'value-required', severity: 'error', message: 'Nothing was signed' }],
    }),
  ])
  const { entries: before } = await readBook(dir)
  await closeRecord(dir, id, decision)
  await holdRecord(dir, id.slice(0, 8), { ...decision, reason: ' Appeal ' })
  const [entry] = (await readBook(dir)).entries
  expect(entry).toMatchObject({
    record: { closed: decision, held: { ...decision, reason: 'Appeal' } },
    open: [],
  })
  await reopenRecord(dir, id)
  await releaseRecord(dir, id)
  expect((await readBook(dir)).entries).toEqual(before)
  await expect(closeRecord(dir, id, { ...decision, reason: ' ' })).rejects.toThrow(
    'needs its reason',
  )
})

test('a version in doubt counts when somebody confirms it, and stands by itself when it is unlinked', async () => {
  const dir = temporaryFolder()
  const ids = await keepAll(dir, [
    draft('Ada Lovelace', 'ada@example.org'),
    draft('Ada Lovelace', 'ada@example.org', { id: '1'.repeat(32), status: 'incomplete' }),
  ])
  const standings = async () =>
    Object.fromEntries(
      (await readBook(dir)).entries.map(({ record, standing }) => [record.id, standing]),
    )
  const [first = '', second = ''] = ids
  expect(await standings()).toEqual({ [first]: 'current', [second]: 'in doubt' })
  expect(await confirmRecord(dir, second, decision)).toMatchObject({ inPlaceOf: first })
  expect(await standings()).toEqual({ [first]: 'superseded', [second]: 'current' })
  expect(currentRecords(await readBook(dir), asked.id)).toHaveLength(1)
  await unlinkRecord(dir, second)
  expect(await standings()).toEqual({ [first]: 'current', [second]: 'current' })
  await expect(confirmRecord(dir, second, decision)).rejects.toThrow('waits for no decision')
})

test('an untrusted record is moved with its files among the others when it is confirmed', async () => {
  const dir = temporaryFolder()
  const [id = ''] = await keepAll(dir, [draft('Ada Lovelace', null)], true)
  expect((await readBook(dir)).entries[0]?.standing).toBe('untrusted')
  await confirmRecord(dir, id, decision)
  expect((await readBook(dir)).entries).toMatchObject([
    { standing: 'current', record: { confirmed: decision } },
  ])
  const left = Object.keys(await filesIn(dir)).filter((path) => path.startsWith('untrusted'))
  expect(left.filter((path) => !/questions|\.index/.test(path))).toEqual([])
  expect(await filesIn(dir)).toHaveProperty([
    `mentoring-contract/originals/${sha256('0-true.pdf')}.pdf`,
  ])
})

test('records about others that name somebody are told apart: as a manager, or in a text', async () => {
  const dir = temporaryFolder()
  const note = (text: string) => ({
    values: { ...draft('Ben Otto', 'ben@example.org').values, note: text },
  })
  const [, manager, text, mail, ...others] = await keepAll(dir, [
    draft('Ada Lovelace', 'ada@example.org'),
    draft('Kai Berg', 'kai@example.org', {
      values: { mentee: { name: 'Cy' }, supervisor: { name: 'Ada Lovelace' }, start: '2026-03-02' },
    }),
    draft('Ben', null, note('I would rather not work with LOVELACE, ADA again')),
    draft('Di', null, {
      values: { mentee: { name: 'Di' }, start: '2026-03-04', note: 'Ask ada@example.org.' },
    }),
    draft('Eve', null, {
      values: { mentee: { name: 'Eve' }, start: '2026-03-05', note: 'Ada Lovelacedale, adamant' },
    }),
  ])
  const { entries, mentions, known } = recordsAbout(await readBook(dir), 'Lovelace')
  expect(entries).toHaveLength(1)
  expect(new Set(mentions.map(({ record }) => record.id))).toEqual(new Set([manager, text, mail]))
  expect(others).toHaveLength(1)
  expect(known).toContainEqual({
    part: 'mentee',
    isParty: true,
    name: 'Ada Lovelace',
    identity: 'ada@example.org',
  })
})
