import { sha256Hex } from '../../contracts/hash.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { writeFile } from '../../files/write-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { FormRecord } from '../../model/record.ts'
import { fromRecordOfOld, isAnonymous, relationsBetween } from '../record/index.ts'
import { keptIn } from './anonymous/index.ts'
import { folderOf, originalPath, recordPath } from './layout.ts'
import { openStore } from './open-store.ts'
import { allOf, recordsIn } from './records-in.ts'
import type { RecordStore } from './store.ts'

/** A record with what else there is to know of it. */
export interface FoundRecord {
  readonly record: FormRecord
  /** The id of the earlier record in whose place it counts. */
  readonly supersedes: string | undefined
  /** The later record that counts in its place. */
  readonly supersededBy: FormRecord | undefined
  /** The id of the record that it would replace, which a person has to decide. */
  readonly unconfirmedAgainst: string | undefined
  /** The file that it was read from, as it came; undefined where it is gone or is another one now. */
  readonly original: Uint8Array | undefined
}

/** The shortest beginning of an id that names a record. */
const SHORTEST = 6

/**
 * Finds a record by its id, by the beginning of it, or by the name of the file that it was read from. Throws an
 * {@link OperatorError} when there is none, when there are several, and when it is an anonymous form, of which none is told
 * from another.
 *
 * @example
 * ```ts
 * import { findRecord, readRecords } from 'policypack'
 *
 * for await (const one of readRecords('records')) {
 *   if (!('id' in one)) continue
 *   const { record, supersededBy } = await findRecord('records', one.id)
 *   console.log(record.form.title, supersededBy ? 'superseded' : record.status)
 * }
 * console.log('done')
 * ```
 */
export async function findRecord(dir: string, name: string): Promise<FoundRecord> {
  const store = openStore(dir)
  const all = [
    ...(await allOf(recordsIn(store))),
    ...(await allOf(recordsIn(store, { isUntrusted: true }))),
  ]
  const record = await chosenRecord(store, name, all)
  const { supersedes, supersededBy, unconfirmed } =
    relationsBetween(all.filter(({ trust }) => trust === undefined)).get(record.id) ?? {}
  return {
    record,
    supersedes,
    supersededBy: all.find(({ id }) => id === supersededBy),
    unconfirmedAgainst: unconfirmed?.against,
    original: await originalOf(store, record),
  }
}

export function placeOfRecord(
  dir: string,
  { form, id, trust }: Pick<FormRecord, 'form' | 'id' | 'trust'>,
): string {
  return openStore(dir).shown(recordPath(folderOf(form.id, trust !== undefined)!, id))
}

/** The record of a name among those of a folder; see {@link findRecord}. */
export async function chosenRecord(
  store: RecordStore,
  name: string,
  all: readonly FormRecord[],
): Promise<FormRecord> {
  const byId = all.filter(
    ({ id }) => id === name || (name.length >= SHORTEST && id.startsWith(name)),
  )
  const found = byId.length > 0 ? byId : all.filter(({ source }) => isNamed(source.file, name))
  const [record, ...others] = found
  if (others.length > 0) {
    const ids = found.map(({ id }) => `\`${id}\``).join(', ')
    throw new OperatorError(
      `\`${name}\` is the name of several records: ${ids}; give one of these ids`,
    )
  }
  if (record && !fromRecordOfOld(record)) return record
  if (record || (await isAnonymousForm(store, name)))
    throw new OperatorError(
      `The forms of \`${record?.form.id ?? name}\` are anonymous: only their answers are kept, none apart from the others, so that none can be named`,
    )
  throw new OperatorError(
    `There is no record \`${name}\` in ${store.shown('')}; \`policypack records\` lists the records with the beginnings of their ids`,
  )
}

/** The path of a file, or its last part. */
function isNamed(file: string, name: string): boolean {
  return file === name || file.split(/[/\\]/).at(-1) === name
}

async function isAnonymousForm(store: RecordStore, form: string): Promise<boolean> {
  for await (const record of keptIn(store, { form })) if (isAnonymous(record)) return true
  return false
}

/** What is there under the hash of the original, where it is that still. */
async function originalOf(
  store: RecordStore,
  { form, source, trust }: FormRecord,
): Promise<Uint8Array | undefined> {
  const folder = folderOf(form.id, trust !== undefined)
  const bytes = folder && (await store.read(originalPath(folder, source)))
  return bytes && sha256Hex(bytes) === source.sha256 ? bytes : undefined
}

/**
 * Keeps the archived form of a record among the records, for its owner's eyes only, and gives its path:
 * `<dir>/<form>/archive/<record>.pdf`. Throws an {@link OperatorError} when it cannot be written.
 *
 * @example
 * ```ts
 * import { archiveRecord, findRecord, keepArchive, readRecords } from 'policypack'
 *
 * for await (const one of readRecords('records')) {
 *   if (!('id' in one)) continue
 *   const found = await findRecord('records', one.id)
 *   console.log(await keepArchive('records', found.record, await archiveRecord({ ...found, forms: 'out/forms' })))
 * }
 * console.log('done')
 * ```
 */
export async function keepArchive(
  dir: string,
  { form, id }: Pick<FormRecord, 'form' | 'id'>,
  pdf: Uint8Array,
): Promise<string> {
  const folder = folderOf(form.id)
  if (!folder) throw new OperatorError(`\`${form.id}\` cannot be the name of a folder`)
  const store = openStore(dir)
  const path = `${folder.archive}/${id}.pdf`
  await store.write(path, pdf)
  return store.shown(path)
}

/**
 * Writes an archived form to a file for its owner's eyes only, and gives its path. Throws an {@link OperatorError} when the
 * file cannot be written, or when another one is there, which stays.
 *
 * @example
 * ```ts
 * import { archiveRecord, findRecord, readRecords, saveArchive } from 'policypack'
 *
 * for await (const one of readRecords('records')) {
 *   if (!('id' in one)) continue
 *   const pdf = await archiveRecord({ ...(await findRecord('records', one.id)), forms: 'out/forms' })
 *   await saveArchive(`${one.id}.pdf`, pdf)
 * }
 * console.log('done')
 * ```
 */
export async function saveArchive(path: string, pdf: Uint8Array): Promise<string> {
  const present = await readBytesMaybe(path)
  if (present && sha256Hex(present) !== sha256Hex(pdf))
    throw new OperatorError(
      `${path} is there already and stays as it is; name another file by \`--output\``,
    )
  await writeFile(path, pdf, { isPrivate: true, durable: true })
  return path
}
