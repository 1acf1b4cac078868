import { makePrivateFolder } from '../../files/folder.ts'
import { placeInside } from '../../files/inside.ts'
import { isThere } from '../../files/missing.ts'
import type { FormRecord } from '../../model/record.ts'
import { type Reading, recordText, type Shelf, type Shelves } from '../record/index.ts'
import { casesInRecords, ensureIndex, noteCase, notedIds } from './cases.ts'
import { writeCleaned } from './cleaned.ts'
import {
  type FormFolder,
  folderOf,
  lockPath,
  originalPath,
  recordPath,
  refuseLinks,
  untrustedIn,
} from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { keepQuestions } from './questions.ts'
import { readRecord } from './read-records.ts'

/**
 * The shelves in a folder of records, such as `records`: `<dir>/<form>/<record>.json` and `<dir>/<form>/originals/<sha256>.pdf`, for
 * the owner's eyes only. What was read by a definition that is not ours lies apart, in `<dir>/untrusted/<form>`. Of a dry run nothing
 * reaches the disk.
 */
export function shelvesIn(dir: string, dryRun = false): Shelves {
  const made = new Map<string, Promise<Shelf>>()
  return async (form, isUntrusted) => {
    const folder = folderOf(isUntrusted ? untrustedIn(dir) : dir, form.id)
    if (!folder) throw new Error(`\`${form.id}\` cannot be the name of a folder`)
    await refuseLinks(folder)
    const shelf = made.get(folder.path) ?? (dryRun ? plannedShelf : shelfOnDisk)(folder, form)
    made.set(folder.path, shelf)
    return shelf
  }
}

/** The records in a folder. */
async function shelfOnDisk(folder: FormFolder, form: Reading['form']): Promise<Shelf> {
  await makePrivateFolder(folder.originals)
  await ensureIndex(folder, form)
  return {
    exclusively: (turn, work) => withImportLock(lockPath(folder, turn), work),
    record: (id) => readRecord(recordPath(folder, id)),
    noted: (key) => notedIds(folder, key),
    note: (key, id) => noteCase(folder, key, id),
    async putOriginal(original, method) {
      const { sha256, bytes } = original
      const path = originalPath(folder, { sha256, method })
      await placeInside(folder.originals, path)
      if (!(await isThere(path))) await writeRecordFile(path, bytes)
      await writeCleaned(original, folder)
    },
    putQuestions: (asked) => keepQuestions(folder, asked),
    putRecord: (record) => writeRecordFile(recordPath(folder, record.id), recordText(record)),
  }
}

/** The same, of which nothing reaches the disk. */
async function plannedShelf(folder: FormFolder, form: Reading['form']): Promise<Shelf> {
  const records = new Map<string, FormRecord>()
  const notes = new Map<string, string[]>()
  const inRecords = (await isThere(folder.cases)) ? undefined : await casesInRecords(folder, form)
  return {
    exclusively: (_, work) => work(),
    record: async (id) => records.get(id) ?? (await readRecord(recordPath(folder, id))),
    noted: async (key) => [
      ...(inRecords ? (inRecords.get(key) ?? []) : await notedIds(folder, key)),
      ...(notes.get(key) ?? []),
    ],
    async note(key, id) {
      notes.set(key, [...(notes.get(key) ?? []), id])
    },
    async putOriginal() {},
    async putQuestions() {},
    async putRecord(record) {
      records.set(record.id, record)
    },
  }
}
