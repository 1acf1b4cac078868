import { makePrivateFolder } from '../../files/folder.ts'
import { placeInside } from '../../files/inside.ts'
import { isThere } from '../../files/missing.ts'
import type { FormRecord } from '../../model/record.ts'
import { casesInRecords, ensureIndex, noteCase, notedIds } from './cases.ts'
import { writeCleaned } from './cleaned.ts'
import { type FormFolder, lockPath, originalPath, recordPath } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { keepQuestions } from './questions.ts'
import { readRecord } from './read-records.ts'
import type { Original, Reading } from './record.ts'

/** The records of one form, as who keeps another one sees them and writes to them. */
export interface Shelf {
  /** Does something while nobody else changes records of the same case. */
  exclusively<Result>(turn: string, work: () => Promise<Result>): Promise<Result>
  record(id: string): Promise<FormRecord | undefined>
  /** The ids that the index has for a case. */
  noted(key: string): Promise<readonly string[]>
  note(key: string, id: string): Promise<void>
  putOriginal(original: Original, method: Reading['method']): Promise<void>
  /** Keeps what the form asks, by which its records can be understood for as long as there are any. */
  putQuestions(form: Reading['form']): Promise<void>
  /** Puts a record in its place, when all that belongs to it is there. */
  putRecord(record: FormRecord): Promise<void>
}

/** The records in a folder. */
export async function shelfOnDisk(folder: FormFolder, form: Reading['form']): Promise<Shelf> {
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
    putRecord: (record) =>
      writeRecordFile(recordPath(folder, record.id), `${JSON.stringify(record, null, 2)}\n`),
  }
}

/** The same, of which nothing reaches the disk. */
export async function plannedShelf(folder: FormFolder, form: Reading['form']): Promise<Shelf> {
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
