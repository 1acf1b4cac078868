import { inOrderOfNames } from '../../../language/name-order.ts'
import type { FormRecord } from '../../../model/record.ts'
import { monthOf } from '../../record/index.ts'
import { notedIds } from '../cases.ts'
import { type FormFolder, folderOf, foldersIn, originalPath } from '../layout.ts'
import { allOf, recordIn } from '../records-in.ts'
import { type RecordStore, textOf } from '../store.ts'
import { type StoredSheet, type StoredTask, taskOf, taskText } from './task.ts'

/** The tasks of one form or of all, by form and id. One at a time is in memory. */
export async function* tasksIn(store: RecordStore, form?: string): AsyncGenerator<StoredTask> {
  for (const folder of await foldersIn(store, { form }))
    for await (const { bytes } of store.readEach(folder.toKey, isTaskName)) {
      const task = taskOf(textOf(bytes))
      if (task) yield task
    }
}

/** A task by its id. */
export async function taskIn(
  store: RecordStore,
  form: string,
  id: string,
): Promise<StoredTask | undefined> {
  const folder = folderOf(form)
  const bytes =
    folder && isTaskName(`${id}.json`) ? await store.read(taskPath(folder, id)) : undefined
  return bytes && taskOf(textOf(bytes))
}

export async function putTask(store: RecordStore, task: StoredTask, now: Date): Promise<void> {
  // The time of the file would tell the day on which an anonymous form came.
  const month = task.since === undefined ? new Date(`${monthOf(now)}-01T00:00:00.000Z`) : undefined
  await store.write(taskPath(folderOf(task.form.id)!, task.id), taskText(task), month)
}

/** Removes a task that is done, or was taken up by another one. */
export async function removeTask(
  store: RecordStore,
  { form, id }: Pick<StoredTask, 'form' | 'id'>,
): Promise<void> {
  await store.remove(taskPath(folderOf(form.id)!, id))
}

/** Keeps the file with the pictures of a form. */
export async function putScan(
  store: RecordStore,
  form: string,
  sha256: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = scanPath(form, sha256)
  if (!(await store.has(path))) await store.write(path, bytes)
}

export async function scanIn(
  store: RecordStore,
  { form, original }: Pick<StoredTask, 'form' | 'original'>,
): Promise<Uint8Array | undefined> {
  return original && store.read(scanPath(form.id, original.sha256))
}

/** The file with the pictures of a record. */
export async function scanOf(
  store: RecordStore,
  { form }: Pick<FormRecord, 'form'>,
  sha256: string,
): Promise<Uint8Array | undefined> {
  return store.read(scanPath(form.id, sha256))
}

/** Removes the kept pictures of a form that come to nothing, or lie in another file now. */
export async function removeScan(
  store: RecordStore,
  { form, original }: Pick<StoredTask, 'form' | 'original'>,
): Promise<void> {
  if (original) await store.remove(scanPath(form.id, original.sha256))
}

/** Removes a task with its pictures, of which any part may be gone. */
export async function eraseTask(
  store: RecordStore,
  form: string,
  { id, scan }: { readonly id: string; readonly scan?: string | undefined },
): Promise<void> {
  const folder = folderOf(form)
  if (!folder) return
  if (scan !== undefined) await store.remove(scanPath(form, scan))
  await store.remove(taskPath(folder, id))
}

type TaskForm = Pick<StoredTask['form'], 'id'>

/** Notes that pages are of no form, as a person said, so that they are not asked for again. */
export async function noteNoForm(
  store: RecordStore,
  form: TaskForm,
  sheets: readonly Pick<StoredSheet, 'key'>[],
): Promise<void> {
  for (const { key } of sheets) await store.write(noFormPath(form, key), '')
}

/** Whether a person said of all of these pages that they are of no form. */
export async function areNoForm(
  store: RecordStore,
  form: TaskForm,
  keys: readonly string[],
): Promise<boolean> {
  for (const key of keys) if (!(await store.has(noFormPath(form, key)))) return false
  return true
}

function noFormPath({ id }: TaskForm, key: string): string {
  return `${folderOf(id)!.path}/no-form/${key}`
}

/** All tasks at once, where they are needed together: by form, and as their pages lie in files. */
export async function allTasks(store: RecordStore): Promise<StoredTask[]> {
  return inOrder(await allOf(tasksIn(store)), (task) => task)
}

/** Where a task came from: its form, and the file of its first page. */
export interface Origin {
  readonly form: TaskForm
  readonly sheets: readonly Pick<StoredSheet, 'from'>[]
}

/** In the order of forms, and of the names and pages of files, whatever their ids; of anonymous forms as they are. */
export function inOrder<Item>(items: readonly Item[], originOf: (item: Item) => Origin): Item[] {
  return items.toSorted((one, other) => {
    const [a, b] = [originOf(one), originOf(other)]
    if (a.form.id !== b.form.id) return a.form.id < b.form.id ? -1 : 1
    const [first, second] = [a.sheets[0]?.from, b.sheets[0]?.from]
    if (!first || !second) return 0
    return inOrderOfNames(first.file, second.file) || first.index - second.index
  })
}

function scanPath(form: string, sha256: string): string {
  return originalPath(folderOf(form)!, { sha256, method: 'paper' })
}

function taskPath({ toKey }: FormFolder, id: string): string {
  return `${toKey}/${id}.json`
}

function isTaskName(name: string): boolean {
  return /^[0-9a-f]{16}\.json$/.test(name)
}

/** The records that the index has under the key of a picture or of a task. */
export async function recordsNoted(
  store: RecordStore,
  form: string,
  key: string,
): Promise<FormRecord[]> {
  const folder = folderOf(form)
  if (!folder || !/^[0-9a-f]{16,64}$/.test(key)) return []
  const found = await Promise.all(
    (await notedIds(store, folder, key)).map((id) => recordIn(store, folder, id)),
  )
  return found.filter((record) => record !== undefined)
}
