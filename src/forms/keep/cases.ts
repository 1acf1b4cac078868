import { addedTo, casesIn, caseText, idsIn, type Reading } from '../record/index.ts'
import { type FormFolder, lockPath } from './layout.ts'
import { recordsIn } from './records-in.ts'
import { type RecordStore, textIn } from './store.ts'

/** The index of earlier versions, which is made anew under another name. */
const EARLIER_INDEX = '.cases'

/**
 * The index of cases has one small file for each, `.index/<case>`, with the ids of its records in the order of their
 * coming, one a line. It says nothing that the records do not say, and is made from them where it is not there. An id is
 * noted before its record is written: one without a record is of an import that was cut short, or was deleted since.
 */
export async function notedIds(
  store: RecordStore,
  folder: FormFolder,
  key: string,
): Promise<string[]> {
  return idsIn(await textIn(store, casePath(folder, key)))
}

/** Notes that a record is of a case. Call it under the lock of the case, when the index is there. */
export async function noteCase(
  store: RecordStore,
  folder: FormFolder,
  key: string,
  id: string,
): Promise<void> {
  const path = casePath(folder, key)
  const added = addedTo(await textIn(store, path), id)
  if (added !== '') await store.append(path, added)
}

export async function ensureIndex(
  store: RecordStore,
  folder: FormFolder,
  form: Reading['form'],
): Promise<void> {
  if (await store.has(folder.cases)) return
  await store.exclusively(lockPath(folder), async () => {
    if (await store.has(folder.cases)) return
    const cases = await casesInRecords(store, folder, form)
    const texts = [...cases].map(([key, ids]) => [key, caseText(ids)] as const)
    await store.writeFolder(folder.cases, new Map(texts))
    await store.remove(`${folder.path}/${EARLIER_INDEX}`)
  })
}

/** The ids of the records of each case, as the index has them. */
export function casesInRecords(
  store: RecordStore,
  folder: FormFolder,
  form: Reading['form'],
): Promise<Map<string, string[]>> {
  return casesIn(recordsIn(store, { form: form.id, isUntrusted: folder.isUntrusted }), form)
}

function casePath({ cases }: FormFolder, key: string): string {
  return `${cases}/${key}`
}
