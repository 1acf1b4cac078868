import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OWNER } from '../../src/files/owner.ts'
import {
  anonymousFormsIn,
  finishRecords,
  openStore,
  readRecords,
} from '../../src/forms/keep/index.ts'
import {
  type AnonymousForms,
  exportRecords,
  isAnonymous,
  withoutParticulars,
} from '../../src/forms/record/index.ts'
import { type Reading, recordOf } from '../../src/forms/record/record.ts'
import { OperatorError } from '../../src/messages/operator-error.ts'
import type { DraftRecord, KeptRecord } from '../../src/model/record.ts'
import { draftOf, filesIn, form, originalOf, sha256, temporaryFolder } from './support.ts'

const now = new Date('2026-11-22T09:30:00Z')

/** A run of its own in a folder that has the key beside it. */
function runIn(home: string): AnonymousForms {
  return anonymousFormsIn({ store: openStore(join(home, 'records')), key: join(home, 'key'), now })
}

async function keptIn(home: string): Promise<KeptRecord[]> {
  const found: KeptRecord[] = []
  for await (const record of readRecords(join(home, 'records'))) found.push(record)
  return found
}

test('only forms that are anonymous, and have an id that is no path, are taken', () => {
  const run = runIn(temporaryFolder())
  expect(run.takes({ id: 'survey', sensitive: 'anonymous' })).toBe(true)
  expect(run.takes({ id: 'survey' })).toBe(false)
  expect(run.takes({ id: '../survey', sensitive: 'anonymous' })).toBe(false)
})

test('runs at the same time lose nothing, and count each file once', async () => {
  const home = temporaryFolder()
  const runs = Array.from({ length: 4 }, () => runIn(home))
  for (const [number, run] of runs.entries())
    for (let file = number; file < number + 3; file++) run.add(draftOf('x'), sha256(`${file}`))
  const counts = await Promise.all(runs.map((run) => run.finish()))
  const counted = counts.flat().map((count) => count.counted)
  expect(counted.reduce((sum, count) => sum + count)).toBe(6)
  expect(await keptIn(home)).toHaveLength(6)
  expect(await readdir(join(home, 'records', form.id))).toEqual(['2026-11.json'])
})

test('a run that is ended before its end keeps none of them', async () => {
  const home = temporaryFolder()
  runIn(home).add(draftOf('x'), sha256('a'))
  expect(await readdir(home)).toEqual([])
})

test('an answer that could not be read is kept as it was typed, with no doubt, sentence or method', async () => {
  const home = temporaryFolder()
  const draft: DraftRecord = {
    ...draftOf('x'),
    status: 'incomplete',
    raw: { aims: 'next year', 'mentee.name': 'X' },
    confidence: { aims: 0.5 },
    messages: [{ rule: 'value-type', severity: 'error', message: 'Aims is `next year`' }],
  }
  const run = runIn(home)
  run.add(draft, sha256('a'))
  run.refuse(form.id, [
    { file: 'zoe.pdf', rule: 'file-truncated', severity: 'error', message: 'zoe.pdf' },
  ])
  expect(await run.finish()).toEqual([
    {
      form: form.id,
      counted: 1,
      repeated: 0,
      refused: 1,
      incomplete: 1,
      rules: { 'value-type': 1 },
      refusals: { 'file-truncated': 1 },
    },
  ])
  const { id, version, title } = draft.form
  expect(await keptIn(home)).toEqual([
    {
      form: { id, version, title },
      organisation: draft.organisation,
      month: '2026-11',
      values: draft.values,
      unread: { aims: 'next year' },
    },
  ])
})

test('records of old are read, listed and exported without what tells them apart, and count once', async () => {
  const home = temporaryFolder()
  const draft = draftOf('x')
  const original = originalOf('not kept', 'bytes')
  const reading: Reading = { form: { ...form, recordKey: [] }, method: 'fields' }
  const record = recordOf(draft, original, reading, now)
  const folder = join(home, 'records', form.id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${record.id}.json`), JSON.stringify(record))
  const run = runIn(home)
  run.add(draft, original.sha256)
  expect(await run.finish()).toMatchObject([{ counted: 0, repeated: 1 }])
  const kept = await keptIn(home)
  expect(kept.map(isAnonymous)).toEqual([true])
  await finishRecords(openStore(join(home, 'records')))
  const register = await readFile(join(home, 'records/register.csv'), 'utf8')
  for (const text of [
    register,
    ...(['csv', 'json'] as const).map((format) =>
      Buffer.from(exportRecords(kept, format)).toString(),
    ),
  ]) {
    expect(text).toContain('2026-11')
    for (const secret of [record.id, original.sha256, 'fields', 'complete', 'not kept'])
      expect(text).not.toContain(secret)
  }
})

test('a month that is damaged is told, and the others are read', async () => {
  const home = temporaryFolder()
  const run = runIn(home)
  run.add(draftOf('x'), sha256('a'))
  await run.finish()
  const damaged = join(home, 'records', form.id, '2026-10.json')
  await writeFile(damaged, '{}')
  expect(await finishRecords(openStore(join(home, 'records')))).toEqual({ damaged: [damaged] })
  expect(await keptIn(home)).toHaveLength(1)
})

test('the key is made once, and a folder that cannot have one is no hindrance', async () => {
  const home = temporaryFolder()
  await writeFile(join(home, 'file'), '')
  const run = anonymousFormsIn({
    store: openStore(join(home, 'records')),
    key: join(home, 'file/key'),
    now,
  })
  run.add(draftOf('x'), sha256('a'))
  expect(await run.finish()).toMatchObject([{ counted: 1 }])
  expect((await filesIn(home))[`records/${form.id}/2026-11.json`]).toContain('"seen": []')
})

test('what a run that was killed left of a key goes with the next', async () => {
  const home = temporaryFolder()
  await writeFile(join(home, `.tmp-${OWNER.replace(/\d+$/, '4194305')}-0a`), 'half')
  const run = runIn(home)
  run.add(draftOf('x'), sha256('a'))
  await run.finish()
  expect((await readdir(home)).sort()).toEqual(['key', 'records'])
})

test('a fault is told by its places in the program, without what its sentence says', async () => {
  const faulty = withoutParticulars(() => {
    throw new Error('zoe.pdf says\n    at her birthday')
  })
  const error: Error = await faulty.catch((thrown: Error) => thrown)
  expect(`${error.message}\n${error.stack}`).not.toMatch(/zoe|birthday/)
  expect(error.stack).toContain('anonymous.test.ts')
  expect(error.cause).toBeUndefined()
  const operators = withoutParticulars(() => Promise.reject(new OperatorError('The disk is full')))
  await expect(operators).rejects.toThrow('The disk is full')
})
