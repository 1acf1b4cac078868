import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanedName } from '../../../contracts/file-names.ts'
import { makePrivateFolder } from '../../../files/folder.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import type { FormRecord } from '../../../model/record.ts'
import { keysOf, relationsBetween } from '../../record/index.ts'
import { ensureIndex, noteCase } from '../cases.ts'
import { chosenRecord } from '../find-record.ts'
import {
  type FormFolder,
  folderOf,
  lockPath,
  originalPath,
  recordPath,
  refuseLinks,
  untrustedIn,
} from '../layout.ts'
import { withImportLock, writeRecordFile } from '../on-disk.ts'
import { keepQuestions, keptQuestions } from '../questions.ts'
import { allOf, readRecord, readRecords, readUntrusted } from '../read-records.ts'
import { finishRecords } from '../register.ts'

/** A decision of a person: on which day, ISO 8601, and why. */
export interface Decision {
  readonly on: string
  readonly reason: string
}

/**
 * Says of a record that its matter needs nothing more, so that nobody chases what is missing; for some forms, how long they are
 * kept counts from that day. A record is named by its id, the beginning of it, or the file that it was read from. Throws an
 * `OperatorError` when there is no such record.
 *
 * @example
 * ```ts
 * import { closeRecord, readRecords } from 'policypack'
 *
 * for await (const one of readRecords('records', { form: 'private-note-to-hr' }))
 *   if ('id' in one) await closeRecord('records', one.id, { on: '2026-11-29', reason: 'Settled by a talk' })
 * console.log('done')
 * ```
 */
export function closeRecord(dir: string, name: string, decision: Decision): Promise<FormRecord> {
  return change(dir, name, (record) => ({ ...record, closed: spoken(decision) }))
}

/**
 * Takes back that the matter of a record needs nothing more.
 *
 * @example
 * ```ts
 * import { readRecords, reopenRecord } from 'policypack'
 *
 * for await (const one of readRecords('records'))
 *   if ('id' in one && one.closed) await reopenRecord('records', one.id)
 * console.log('done')
 * ```
 */
export function reopenRecord(dir: string, name: string): Promise<FormRecord> {
  return change(dir, name, ({ closed: _, ...record }) => record)
}

/**
 * Holds a record back from deletion, since it matters in a dispute, until it is released.
 *
 * @example
 * ```ts
 * import { holdRecord, readRecords } from 'policypack'
 *
 * for await (const one of readRecords('records', { form: 'mentoring-withdrawal' }))
 *   if ('id' in one) await holdRecord('records', one.id, { on: '2026-11-29', reason: 'Appeal' })
 * console.log('done')
 * ```
 */
export function holdRecord(dir: string, name: string, decision: Decision): Promise<FormRecord> {
  return change(dir, name, (record) => ({ ...record, held: spoken(decision) }))
}

/**
 * Ends the hold on a record.
 *
 * @example
 * ```ts
 * import { readRecords, releaseRecord } from 'policypack'
 *
 * for await (const one of readRecords('records'))
 *   if ('id' in one && one.held) await releaseRecord('records', one.id)
 * console.log('done')
 * ```
 */
export function releaseRecord(dir: string, name: string): Promise<FormRecord> {
  return change(dir, name, ({ held: _, ...record }) => record)
}

/**
 * Says that a record is no version of another, whatever they have in common: both count, and import asks no more.
 *
 * @example
 * ```ts
 * import { readRecords, unlinkRecord } from 'policypack'
 *
 * for await (const one of readRecords('records'))
 *   if ('id' in one && one.supersedes) await unlinkRecord('records', one.id)
 * console.log('done')
 * ```
 */
export function unlinkRecord(dir: string, name: string): Promise<FormRecord> {
  return change(dir, name, ({ supersedes: _, ...record }) => ({ ...record, apart: true }))
}

/**
 * Decides a record that waits for a person. One that is in doubt counts from now on in place of the one that it may replace. One
 * that is untrusted counts among the others, since somebody knows that its form is one of ours. Gives the record and what was
 * decided of it. Throws an `OperatorError` when there is nothing to decide.
 *
 * @example
 * ```ts
 * import { confirmRecord, readUntrusted } from 'policypack'
 *
 * for await (const { id } of readUntrusted('records'))
 *   await confirmRecord('records', id, { on: '2026-11-29', reason: 'Printed from the pack of 2025' })
 * console.log('done')
 * ```
 */
export async function confirmRecord(
  dir: string,
  name: string,
  decision: Decision,
): Promise<{ readonly record: FormRecord; readonly inPlaceOf?: string }> {
  const { record, trusted } = await chosen(dir, name)
  if (record.trust) return { record: await moveToTrusted(dir, record, spoken(decision)) }
  const against = relationsBetween(trusted).get(record.id)?.unconfirmed?.against
  if (against === undefined)
    throw new OperatorError(
      `Record ${record.id} waits for no decision; \`policypack records\` tells which are in doubt or untrusted`,
    )
  const linked = await change(dir, record.id, (one) => ({ ...one, supersedes: against }))
  return { record: linked, inPlaceOf: against }
}

async function chosen(dir: string, name: string) {
  const trusted = await allOf(readRecords(dir))
  const untrusted = await allOf(readUntrusted(dir))
  return { record: await chosenRecord(dir, name, [...trusted, ...untrusted]), trusted }
}

async function change(
  dir: string,
  name: string,
  to: (record: FormRecord) => FormRecord,
): Promise<FormRecord> {
  const { record } = await chosen(dir, name)
  const folder = folderOf(record.trust ? untrustedIn(dir) : dir, record.form.id)!
  await refuseLinks(folder)
  const path = recordPath(folder, record.id)
  const changed = await withImportLock(lockPath(folder, record.case ?? record.id), async () => {
    // An import may have added a copy meanwhile.
    const next = to((await readRecord(path)) ?? record)
    await writeRecordFile(path, textOf(next))
    return next
  })
  await finishRecords(dir)
  return changed
}

/**
 * Puts a record among the trusted ones and then takes it away from where it was: where this is cut short it is in both places,
 * and doing it again ends it.
 */
async function moveToTrusted(
  dir: string,
  { trust: _, ...record }: FormRecord,
  confirmed: Decision,
): Promise<FormRecord> {
  const from = folderOf(untrustedIn(dir), record.form.id)!
  const to = folderOf(dir, record.form.id)!
  await Promise.all([refuseLinks(from), refuseLinks(to)])
  const asked = await keptQuestions(untrustedIn(dir))
  const form = asked.find(({ questions }) => questions === record.form.questions)
  const keyed = { id: record.form.id, recordKey: form?.recordKey ?? [] }
  const moved = { ...record, confirmed }
  await makePrivateFolder(to.originals)
  await ensureIndex(to, keyed)
  await withImportLock(lockPath(to, record.case ?? record.id), async () => {
    for (const name of filesOf(from, record))
      await copy(join(from.originals, name), join(to.originals, name))
    if (form) await keepQuestions(to, form)
    for (const key of keysOf(moved, keyed)) await noteCase(to, key, moved.id)
    await writeRecordFile(recordPath(to, moved.id), textOf(moved))
    await rm(recordPath(from, record.id), { force: true })
    for (const name of filesOf(from, record)) await rm(join(from.originals, name), { force: true })
  })
  await finishRecords(dir)
  return moved
}

/** The names of the files that a record was read from, and of the copies of them without what could run. */
function filesOf(folder: FormFolder, { source, copies = [] }: FormRecord): string[] {
  const paths = [source, ...copies].flatMap(({ sha256 }) => [
    originalPath(folder, { sha256, method: 'fields' }),
    originalPath(folder, { sha256, method: 'page' }),
    join(folder.originals, cleanedName(sha256)),
  ])
  return paths.map((path) => path.slice(folder.originals.length + 1))
}

async function copy(from: string, to: string): Promise<void> {
  const bytes = await readBytesMaybe(from)
  if (bytes) await writeRecordFile(to, bytes)
}

function spoken({ on, reason }: Decision): Decision {
  if (reason.trim() === '')
    throw new OperatorError(
      'A decision needs its reason, for whoever looks at it later; say it by `--reason`',
    )
  return { on, reason: reason.trim() }
}

function textOf(record: FormRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`
}
