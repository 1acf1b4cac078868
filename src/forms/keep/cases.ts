import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { isThere } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { temporaryPath } from '../../files/temporary.ts'
import { appendDurably } from '../../files/write-file.ts'
import { addedTo, casesIn, idsIn, type Reading } from '../record/index.ts'
import { type FormFolder, lockPath } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { readRecords } from './read-records.ts'

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
  const added = addedTo(await notes(folder, key), id)
  if (added !== '') await appendDurably(join(folder.cases, key), added)
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
export function casesInRecords(
  folder: FormFolder,
  form: Reading['form'],
): Promise<Map<string, string[]>> {
  return casesIn(readRecords(dirname(folder.path), { form: basename(folder.path) }), form)
}

async function notes(folder: FormFolder, key: string): Promise<string> {
  return (await readBytesMaybe(join(folder.cases, key)))?.toString() ?? ''
}
