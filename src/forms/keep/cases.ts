import { rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { isThere } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { temporaryPath } from '../../files/temporary.ts'
import { appendDurably } from '../../files/write-file.ts'
import { type FormFolder, lockPath, recordPath } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { readRecords } from './read-records.ts'

/**
 * The index of cases has one small file for each, `.cases/<case>`, with the ids of its records in the order of their
 * coming, one a line. It says nothing that the records do not say, and is made from them where it is not there. An id is
 * noted before its record is written: one without a record is of an import that was cut short, or was deleted since.
 *
 * Gives the id of the latest record of a case other than the one that is about to be kept.
 */
export async function latestOfCase(
  folder: FormFolder,
  key: string,
  but: string,
): Promise<string | undefined> {
  const ids = (await isThere(folder.cases))
    ? idsIn((await notes(folder, key)) ?? '')
    : ((await casesInRecords(folder)).get(key) ?? [])
  for (const id of ids.toReversed())
    if (id !== but && (await isThere(recordPath(folder, id)))) return id
  return undefined
}

/** Notes that a record is the latest of its case. Call it under the lock of the case, when the index is there. */
export async function noteCase(folder: FormFolder, key: string, id: string): Promise<void> {
  const noted = (await notes(folder, key)) ?? ''
  if (idsIn(noted).at(-1) === id) return
  // A line that was cut short by a crash names no record, and must not run into the next.
  const end = noted === '' || noted.endsWith('\n') ? '' : '\n'
  await appendDurably(join(folder.cases, key), `${end}${id}\n`)
}

/** Makes the index where it is not there. */
export async function ensureIndex(folder: FormFolder): Promise<void> {
  if (await isThere(folder.cases)) return
  await withImportLock(lockPath(folder), async () => {
    if (!(await isThere(folder.cases))) await makeIndex(folder)
  })
}

/** Makes the index beside its place, so that it is there as a whole or not at all. */
async function makeIndex(folder: FormFolder): Promise<void> {
  const made = temporaryPath(folder.path)
  await makePrivateFolder(made)
  for (const [key, ids] of await casesInRecords(folder))
    await writeRecordFile(join(made, key), lines(ids))
  await rename(made, folder.cases)
}

async function notes(folder: FormFolder, key: string): Promise<string | undefined> {
  return (await readBytesMaybe(join(folder.cases, key)))?.toString()
}

function idsIn(text: string): string[] {
  return text.split('\n').filter(Boolean)
}

/** The ids of the records of each case, each after the one that it supersedes. */
async function casesInRecords(folder: FormFolder): Promise<Map<string, string[]>> {
  const cases = new Map<string, Map<string, string | undefined>>()
  for await (const record of readRecords(dirname(folder.path), { form: basename(folder.path) }))
    if (record.case !== undefined)
      cases.set(
        record.case,
        (cases.get(record.case) ?? new Map()).set(record.id, record.supersedes),
      )
  return new Map([...cases].map(([key, records]) => [key, inOrder(records)]))
}

function inOrder(supersedes: ReadonlyMap<string, string | undefined>): string[] {
  const age = (id: string): number => {
    let count = 0
    for (let next = supersedes.get(id); next !== undefined && count < supersedes.size; count += 1)
      next = supersedes.get(next)
    return count
  }
  return [...supersedes.keys()].sort((a, b) => age(a) - age(b))
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('')
}
