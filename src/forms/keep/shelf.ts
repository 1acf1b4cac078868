import type { FormRecord } from '../../model/record.ts'
import { type Reading, recordText, type Shelf, type Shelves } from '../record/index.ts'
import { casesInRecords, ensureIndex, noteCase, notedIds } from './cases.ts'
import { writeCleaned } from './cleaned.ts'
import { type FormFolder, folderOf, lockPath, originalPath, recordPath } from './layout.ts'
import { keepQuestions } from './questions.ts'
import { recordIn } from './records-in.ts'
import type { RecordStore } from './store.ts'

/**
 * The shelves in a store of records: `<form>/<record>.json` and `<form>/originals/<sha256>.pdf`. What was read by a definition
 * that is not ours lies apart, in `untrusted/<form>`. Of a dry run nothing is written.
 */
export function shelvesIn(store: RecordStore, dryRun = false): Shelves {
  const made = new Map<string, Promise<Shelf>>()
  return async (form, isUntrusted) => {
    const folder = folderOf(form.id, isUntrusted)
    if (!folder) throw new Error(`\`${form.id}\` cannot be the name of a folder`)
    const shelf = made.get(folder.path) ?? (dryRun ? plannedShelf : shelfIn)(store, folder, form)
    made.set(folder.path, shelf)
    return shelf
  }
}

async function shelfIn(
  store: RecordStore,
  folder: FormFolder,
  form: Reading['form'],
): Promise<Shelf> {
  await ensureIndex(store, folder, form)
  const asked = new WeakSet<object>()
  return {
    exclusively: (turn, work) => store.exclusively(lockPath(folder, turn), work),
    record: (id) => recordIn(store, folder, id),
    noted: (key) => notedIds(store, folder, key),
    note: (key, id) => noteCase(store, folder, key, id),
    async putOriginal(original, method) {
      const { sha256, bytes } = original
      const path = originalPath(folder, { sha256, method })
      if (!(await store.has(path))) await store.write(path, bytes)
      await writeCleaned(store, folder, original)
    },
    async putQuestions(form) {
      if (asked.has(form)) return
      await keepQuestions(store, folder, form)
      asked.add(form)
    },
    putRecord: (record) => store.write(recordPath(folder, record.id), recordText(record)),
  }
}

/** The same, of which nothing is written. */
async function plannedShelf(
  store: RecordStore,
  folder: FormFolder,
  form: Reading['form'],
): Promise<Shelf> {
  const records = new Map<string, FormRecord>()
  const notes = new Map<string, string[]>()
  const inRecords = (await store.has(folder.cases))
    ? undefined
    : await casesInRecords(store, folder, form)
  return {
    exclusively: (_, work) => work(),
    record: async (id) => records.get(id) ?? (await recordIn(store, folder, id)),
    noted: async (key) => [
      ...(inRecords ? (inRecords.get(key) ?? []) : await notedIds(store, folder, key)),
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
