import type { FormRecord, KeptRecord } from '../../model/record.ts'
import { keptIn } from './anonymous/index.ts'
import { openStore } from './open-store.ts'
import { recordsIn, type WhichRecords } from './records-in.ts'

/**
 * All records of one form, or of all forms: by form, then by id, and the anonymous ones last. One at a time is in memory. A file with
 * the name of a record that is none is left out and told to `onDamaged`.
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
  options: WhichRecords = {},
): AsyncGenerator<KeptRecord> {
  yield* keptIn(openStore(dir), options)
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
export async function* readUntrusted(
  dir: string,
  options: Pick<WhichRecords, 'form'> = {},
): AsyncGenerator<FormRecord> {
  yield* recordsIn(openStore(dir), { ...options, isUntrusted: true })
}
