import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { ifThere } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { FormRecord } from '../../model/record.ts'
import { idInName } from '../record/index.ts'
import { folderOf, refuseLinks, untrustedIn } from './layout.ts'

/** The record in a file; `undefined` when there is none or it is not a record. */
export async function readRecord(path: string): Promise<FormRecord | undefined> {
  const bytes = await readBytesMaybe(path)
  return bytes && FormRecord.safeParse(parseJsonMaybe(bytes.toString())).data
}

/**
 * The records of one form in a folder of records, or of all forms: by form, then by id. One at a time is in memory. A
 * file with the name of a record that is none is left out and told to `onDamaged`.
 *
 * @example
 * ```ts
 * import { readRecords } from 'policypack'
 *
 * for await (const { form, values } of readRecords('records')) console.log(form.title, values)
 * ```
 */
export async function* readRecords(
  dir: string,
  options: { readonly form?: string; readonly onDamaged?: (path: string) => void } = {},
): AsyncGenerator<FormRecord> {
  const forms = options.form === undefined ? await namesIn(dir) : [options.form]
  for (const form of forms) {
    const folder = folderOf(dir, form)
    if (!folder) continue
    await refuseLinks(folder)
    for (const name of await namesIn(folder.path)) {
      if (idInName(name) === undefined) continue
      const path = join(folder.path, name)
      const record = await readRecord(path)
      if (record) yield record
      else options.onDamaged?.(path)
    }
  }
}

/**
 * The records that were read by definitions which are not ours, and wait for somebody to decide.
 *
 * @example
 * ```ts
 * import { readUntrusted } from 'policypack'
 *
 * let count = 0
 * for await (const _ of readUntrusted('records')) count += 1
 * console.log(`${count} records wait for somebody to decide`)
 * ```
 */
export function readUntrusted(
  dir: string,
  options: { readonly form?: string } = {},
): AsyncGenerator<FormRecord> {
  return readRecords(untrustedIn(dir), options)
}

/** All that is read one by one, where it is needed together. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await ifThere(readdir(folder)).catch((cause: unknown) => {
    throw new OperatorError(`The folder ${folder} cannot be read; check who may open it`, { cause })
  })
  return entries?.sort() ?? []
}
