import { parseJsonMaybe } from '../../contracts/json.ts'
import type { Message } from '../../messages/message.ts'
import { FormRecord } from '../../model/record.ts'
import { idInName } from '../record/index.ts'
import { type FormFolder, foldersIn, recordPath } from './layout.ts'
import { type RecordStore, textOf } from './store.ts'

/** Which records are read. */
export interface WhichRecords {
  /** Of this form only. */
  readonly form?: string
  /** Told the place of each file that has the name of a record and is none. */
  readonly onDamaged?: (path: string) => void
}

/** The record of an id; `undefined` when there is none or it is not a record. */
export async function recordIn(
  store: RecordStore,
  folder: FormFolder,
  id: string,
): Promise<FormRecord | undefined> {
  const bytes = await store.read(recordPath(folder, id))
  return bytes && recordOf(bytes)
}

/** The records of one form or of all: by form, then by id. One at a time is in memory. Those of anonymous forms are not among them. */
export async function* recordsIn(
  store: RecordStore,
  { form, onDamaged, isUntrusted }: WhichRecords & { readonly isUntrusted?: boolean } = {},
): AsyncGenerator<FormRecord> {
  for (const folder of await foldersIn(store, { form, isUntrusted }))
    for await (const { name, bytes } of store.readEach(folder.path, isRecordName)) {
      const record = recordOf(bytes)
      if (record) yield record
      else onDamaged?.(store.shown(`${folder.path}/${name}`))
    }
}

/** What is told of a file that has the name of a record and is none. */
export function damagedTold(file: string): Message {
  return {
    file,
    severity: 'warning',
    rule: 'record-damaged',
    message: 'This file has the name of a record and is none; restore it from a backup',
  }
}

/** All that is read one by one, where it is needed together. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

function isRecordName(name: string): boolean {
  return idInName(name) !== undefined
}

function recordOf(bytes: Uint8Array): FormRecord | undefined {
  return FormRecord.safeParse(parseJsonMaybe(textOf(bytes))).data
}
