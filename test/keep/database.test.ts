import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  anonymousFormsIn,
  closeRecord,
  confirmRecord,
  eraseRecords,
  findRecord,
  finishRecords,
  holdRecord,
  keepArchive,
  linkRecords,
  moveRecords,
  openStore,
  readBook,
  saveExport,
  startRunReport,
} from '../../src/forms/keep/index.ts'
import type { AskedForm } from '../../src/model/form.ts'
import { ask } from '../support/postgres.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { draftOf, filesIn, keep, originalOf, sha256, temporaryFolder } from './support.ts'

const now = new Date('2026-11-22T09:30:00Z')
const form: Pick<AskedForm, 'id' | 'recordKey'> & Partial<AskedForm> = {
  id: 'mentoring-contract',
  recordKey: ['mentee.name'],
}
const decision = { on: '2026-11-29', reason: 'Somebody asked' }

const postgres = sharedPostgres()

/** Does something with records in the database, or says that there is none to try it with. */
function withDatabase(name: string, work: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    postgres.needIn({ skip })
    process.env.POLICYPACK_DATABASE = postgres.address
    try {
      await work()
    } finally {
      delete process.env.POLICYPACK_DATABASE
    }
  })
}

/** All that can be done with records, in a folder of this name, wherever they lie. */
async function everything(home: string): Promise<{ dir: string; told: unknown }> {
  const dir = join(home, basename(home))
  mkdirSync(home, { recursive: true })
  const told: unknown[] = []
  const report = await startRunReport(openStore(dir), now)
  const add = async (person: string, aims: string, file: string, more: object = {}) => {
    const result = await keep(draftOf(person, aims), originalOf(file, `${person} ${file}`), {
      ...{ dir, now, form, method: 'fields' as const },
      ...more,
    })
    told.push([result.status, result.record, result.supersedes, result.messages])
    await report.add(result)
    return result.record!
  }
  const first = await add('Ada', 'First \u0000 \ud800 😀', '1.pdf')
  const second = await add('Ada', 'Second', '2.pdf')
  await add('Ada', 'Second', '2.pdf')
  await add('Ada', 'Second', '2-again.pdf')
  await add('Ada', 'Third', '3.answers.json', { method: 'page' })
  const untrusted = await add('Ada', 'Fourth', '4.pdf', { isUntrusted: true })
  const other = await add('Ben', 'First', '5.pdf')
  const gone = await add('Cleo', 'First', '6.pdf')
  await linkRecords(dir, second.id, first.id)
  await confirmRecord(dir, untrusted.id, decision)
  await closeRecord(dir, other.id, decision)
  await holdRecord(dir, other.id, decision)
  await keepArchive(dir, other, new Uint8Array([1]))
  const run = anonymousFormsIn({ store: openStore(dir), key: join(home, 'key'), now })
  // All alike: the order in which they are kept is nobody's to know.
  for (const file of ['a', 'b', 'a']) run.add(draftOf('x', 'y'), sha256(file))
  told.push(await run.finish())
  const again = anonymousFormsIn({ store: openStore(dir), key: join(home, 'key'), now })
  again.add(draftOf('x', 'y'), sha256('a'))
  told.push(await again.finish())
  await saveExport(join(home, 'cleo.csv'), new Uint8Array([2]), { dir, records: [gone.id] })
  const erased = await eraseRecords(dir, { records: [gone], on: '2026-11-29', why: 'request' })
  told.push(erased.left, erased.exports.length)
  await report.finish({ counts: {} as never })
  await finishRecords(openStore(dir))
  const { original, ...found } = await findRecord(dir, second.id)
  const { entries, records, damaged } = await readBook(dir)
  return { dir, told: [told, found, original?.length, entries, records, damaged] }
}

/** The files of a folder that are the same whenever all that is done. */
async function lastingFiles(dir: string): Promise<[string, string][]> {
  const files = Object.entries(await filesIn(dir))
  return files.filter(
    ([path]) => !/^(?:imports|erasures|exports)\/|\/\d{4}-\d{2}\.json$/.test(path),
  )
}

withDatabase(
  'all that is done with records in a folder has the same end in the database',
  async () => {
    const home = temporaryFolder()
    const inDatabase = await everything(join(home, 'one'))
    const rows = await ask<{ id: string; name: string }>(
      postgres.address,
      `select id, body->'values'->'mentee'->>'name' as name from policypack.record`,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(['Ada', 'Ada', 'Ada', 'Ada', 'Ben'])
    delete process.env.POLICYPACK_DATABASE
    const inFolder = await everything(join(home, 'two'))
    expect(inDatabase.told).toEqual(inFolder.told)
    process.env.POLICYPACK_DATABASE = postgres.address
    await moveRecords(inDatabase.dir, 'folder')
    expect(await lastingFiles(inDatabase.dir)).toEqual(await lastingFiles(inFolder.dir))
    for (const table of ['record', 'case_record', 'note'])
      expect(await ask(postgres.address, `select * from policypack.${table}`)).toEqual([])
  },
)

withDatabase(
  'records that are moved into the database and back are the same byte by byte',
  async () => {
    const home = temporaryFolder()
    delete process.env.POLICYPACK_DATABASE
    const { dir, told } = await everything(join(home, 'three'))
    const before = await filesIn(dir)
    process.env.POLICYPACK_DATABASE = postgres.address
    await expect(readBook(dir)).rejects.toThrow('records move database')
    await moveRecords(dir, 'database')
    const { entries } = await readBook(dir)
    expect(entries).toEqual((told as unknown[])[3])
    delete process.env.POLICYPACK_DATABASE
    expect(() => openStore(dir)).toThrow('set POLICYPACK_DATABASE')
    process.env.POLICYPACK_DATABASE = postgres.address
    await moveRecords(dir, 'folder')
    expect(await filesIn(dir)).toEqual(before)
  },
)

withDatabase('a record that lies at both places and is not the same is not moved', async () => {
  const home = temporaryFolder()
  const dir = join(home, 'four')
  const options = { dir, now, form, method: 'fields' as const }
  const { record } = await keep(draftOf('Ada', 'First'), originalOf('1.pdf'), options)
  mkdirSync(join(dir, form.id), { recursive: true })
  const path = join(dir, form.id, `${record!.id}.json`)
  writeFileSync(path, '{}')
  await expect(moveRecords(dir, 'folder')).rejects.toThrow('lie at both places')
  expect(await filesIn(dir)).toHaveProperty([`${form.id}/${record!.id}.json`], '{}')
})

withDatabase(
  'a damaged record keeps all from being moved, and one from an editor is moved as it is',
  async () => {
    const home = temporaryFolder()
    const dir = join(home, 'five')
    delete process.env.POLICYPACK_DATABASE
    const options = { dir, now, form, method: 'fields' as const }
    const { record } = await keep(draftOf('Ada', 'First'), originalOf('1.pdf'), options)
    const path = join(dir, form.id, `${record!.id}.json`)
    const whole = readFileSync(path)
    process.env.POLICYPACK_DATABASE = postgres.address
    for (const damaged of ['{"id": ', Buffer.from([0x22, 0xff, 0x22])]) {
      writeFileSync(path, damaged)
      const before = await filesIn(dir)
      await expect(moveRecords(dir, 'database')).rejects.toThrow('is damaged, so nothing was moved')
      expect(await filesIn(dir)).toEqual(before)
    }
    writeFileSync(path, `\ufeff${whole}`)
    await moveRecords(dir, 'database')
    expect((await readBook(dir)).entries).toHaveLength(1)
    await moveRecords(dir, 'folder')
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff${whole}`)
  },
)
