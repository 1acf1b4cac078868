import { OperatorError } from '../../../messages/operator-error.ts'
import type { FormRecord } from '../../../model/record.ts'
import { keysOf, relationsBetween } from '../../record/index.ts'
import { ensureIndex, noteCase } from '../cases.ts'
import { chosenRecord } from '../find-record.ts'
import { copiesOf, type FormFolder, folderOf, lockPath, recordPath } from '../layout.ts'
import { openStore } from '../open-store.ts'
import { keepQuestions, keptQuestions } from '../questions.ts'
import { allOf, recordIn, recordsIn } from '../records-in.ts'
import { finishRecords } from '../register.ts'
import type { RecordStore } from '../store.ts'

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
  const store = openStore(dir)
  const { record, trusted } = await chosen(store, name)
  if (record.trust) return { record: await moveToTrusted(store, record, spoken(decision)) }
  const against = relationsBetween(trusted).get(record.id)?.unconfirmed?.against
  if (against === undefined)
    throw new OperatorError(
      `Record ${record.id} waits for no decision; \`policypack records\` tells which are in doubt or untrusted`,
    )
  const linked = await change(dir, record.id, (one) => ({ ...one, supersedes: against }))
  return { record: linked, inPlaceOf: against }
}

async function chosen(store: RecordStore, name: string) {
  const trusted = await allOf(recordsIn(store))
  const untrusted = await allOf(recordsIn(store, { isUntrusted: true }))
  return { record: await chosenRecord(store, name, [...trusted, ...untrusted]), trusted }
}

async function change(
  dir: string,
  name: string,
  to: (record: FormRecord) => FormRecord,
): Promise<FormRecord> {
  const store = openStore(dir)
  const { record } = await chosen(store, name)
  const folder = folderOf(record.form.id, record.trust !== undefined)!
  const changed = await store.exclusively(lockPath(folder, record.case ?? record.id), async () => {
    // An import may have added a copy meanwhile.
    const next = to((await recordIn(store, folder, record.id)) ?? record)
    await store.write(recordPath(folder, record.id), textOf(next))
    return next
  })
  await finishRecords(store)
  return changed
}

/**
 * Puts a record among the trusted ones and then takes it away from where it was: where this is cut short it is in both places,
 * and doing it again ends it.
 */
async function moveToTrusted(
  store: RecordStore,
  { trust: _, ...record }: FormRecord,
  confirmed: Decision,
): Promise<FormRecord> {
  const from = folderOf(record.form.id, true)!
  const to = folderOf(record.form.id)!
  const asked = await keptQuestions(store, { isUntrusted: true })
  const form = asked.find(({ questions }) => questions === record.form.questions)
  const keyed = { id: record.form.id, recordKey: form?.recordKey ?? [] }
  const moved = { ...record, confirmed }
  await ensureIndex(store, to, keyed)
  await store.exclusively(lockPath(to, record.case ?? record.id), async () => {
    const copies = filesOf(from, record).map(
      (path) => [path, `${to.originals}${path.slice(from.originals.length)}`] as const,
    )
    for (const [path, copy] of copies) {
      const bytes = await store.read(path)
      if (bytes) await store.write(copy, bytes)
    }
    if (form) await keepQuestions(store, to, form)
    for (const key of keysOf(moved, keyed)) await noteCase(store, to, key, moved.id)
    await store.write(recordPath(to, moved.id), textOf(moved))
    for (const path of [recordPath(from, record.id), ...filesOf(from, record)])
      await store.remove(path)
  })
  await finishRecords(store)
  return moved
}

/** The files that a record was read from, and the copies of them without what could run. */
function filesOf(folder: FormFolder, { source, copies = [] }: FormRecord): string[] {
  return [source, ...copies].flatMap(({ sha256 }) => copiesOf(folder, sha256))
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
