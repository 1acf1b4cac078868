import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { isThere } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { temporaryPath } from '../../files/temporary.ts'
import { appendDurably } from '../../files/write-file.ts'
import type { FormRecord } from '../../model/record.ts'
import { caseOf } from './case.ts'
import { type FormFolder, lockPath } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { readRecords } from './read-records.ts'
import type { Reading } from './record.ts'
import { versionOf } from './relations.ts'

/** Stands in the index for the case of records whose key is blank or not certain. */
export const NO_CASE = 'none'

/** The index of earlier versions, which is made anew under another name. */
const EARLIER_INDEX = '.cases'

/**
 * The index of cases has one small file for each, `.index/<case>`, with the ids of its records in the order of their
 * coming, one a line. It says nothing that the records do not say, and is made from them where it is not there. An id is
 * noted before its record is written: one without a record is of an import that was cut short, or was deleted since.
 */
export async function notedIds(folder: FormFolder, key: string): Promise<string[]> {
  return idsIn(await notes(folder, key))
}

/** Notes that a record is of a case. Call it under the lock of the case, when the index is there. */
export async function noteCase(folder: FormFolder, key: string, id: string): Promise<void> {
  const noted = await notes(folder, key)
  if (idsIn(noted).includes(id)) return
  // A line that was cut short by a crash names no record, and must not run into the next.
  const end = noted === '' || noted.endsWith('\n') ? '' : '\n'
  await appendDurably(join(folder.cases, key), `${end}${id}\n`)
}

/** Makes the index where it is not there. */
export async function ensureIndex(folder: FormFolder, form: Reading['form']): Promise<void> {
  if (await isThere(folder.cases)) return
  await withImportLock(lockPath(folder), async () => {
    if (!(await isThere(folder.cases))) await makeIndex(folder, form)
  })
}

/** Makes the index beside its place, so that it is there as a whole or not at all. */
async function makeIndex(folder: FormFolder, form: Reading['form']): Promise<void> {
  const made = temporaryPath(folder.path)
  await makePrivateFolder(made)
  for (const [key, ids] of await casesInRecords(folder, form))
    await writeRecordFile(join(made, key), ids.map((id) => `${id}\n`).join(''))
  await rename(made, folder.cases)
  await rm(join(folder.path, EARLIER_INDEX), { recursive: true, force: true })
}

/** The ids of the records of each case, as the index has them. */
export async function casesInRecords(
  folder: FormFolder,
  form: Reading['form'],
): Promise<Map<string, string[]>> {
  const cases = new Map<string, [id: string, arrived: string][]>()
  for await (const record of readRecords(dirname(folder.path), { form: basename(folder.path) })) {
    const entry = [record.id, versionOf(record).arrived] as const
    for (const key of keysOf(record, form)) {
      const entries = cases.get(key) ?? []
      cases.set(key, entries)
      entries.push([...entry])
    }
  }
  const ids = (entries: [id: string, arrived: string][]): string[] =>
    entries.sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id)
  return new Map([...cases].map(([key, entries]) => [key, ids(entries)]))
}

/** Under which keys a record stands in the index: its case, and the case that its answers have in the form of today. */
export function keysOf(record: FormRecord, form: Reading['form']): string[] {
  if (form.recordKey.length === 0) return []
  if (record.case === undefined) return [NO_CASE]
  return [...new Set([record.case, caseOf(form, record) ?? record.case])]
}

async function notes(folder: FormFolder, key: string): Promise<string> {
  return (await readBytesMaybe(join(folder.cases, key)))?.toString() ?? ''
}

function idsIn(text: string): string[] {
  return text.split('\n').filter(Boolean)
}
