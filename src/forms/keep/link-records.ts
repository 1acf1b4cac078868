import { OperatorError } from '../../messages/operator-error.ts'
import type { FormRecord } from '../../model/record.ts'
import { recordText, relationsBetween } from '../record/index.ts'
import { chosenRecord } from './find-record.ts'
import { folderOf, lockPath, recordPath } from './layout.ts'
import { openStore } from './open-store.ts'
import { allOf, recordsIn } from './records-in.ts'
import { finishRecords } from './register.ts'

/**
 * Says of a record that it counts in place of an earlier one, where import asked a person. Each is named by its id, the beginning
 * of it, or the file that it was read from. Gives both. Throws an `OperatorError` when there is no such record, when they are not
 * of the same form, or when the earlier one is replaced by another one already.
 *
 * @example
 * ```ts
 * import { linkRecords, readRecords } from 'policypack'
 *
 * const ids: string[] = []
 * for await (const record of readRecords('records', { form: 'training-record' }))
 *   if ('id' in record) ids.push(record.id)
 * const [earlier, later] = ids
 * if (earlier && later) await linkRecords('records', later, earlier)
 * console.log(`${ids.length} records`)
 * ```
 */
export async function linkRecords(
  dir: string,
  laterName: string,
  earlierName: string,
): Promise<{ later: FormRecord; earlier: FormRecord }> {
  const store = openStore(dir)
  const all = await allOf(recordsIn(store))
  const later = await chosenRecord(store, laterName, all)
  const earlier = await chosenRecord(store, earlierName, all)
  const why = whyNot(later, earlier, all)
  if (why !== undefined) throw new OperatorError(why)
  const folder = folderOf(later.form.id)!
  const linked = { ...later, supersedes: earlier.id }
  await store.exclusively(lockPath(folder, later.case ?? later.id), () =>
    store.write(recordPath(folder, later.id), recordText(linked)),
  )
  await finishRecords(store)
  return { later: linked, earlier }
}

function whyNot(
  later: FormRecord,
  earlier: FormRecord,
  all: readonly FormRecord[],
): string | undefined {
  if (later.id === earlier.id) return 'These are one and the same record; name two'
  if (later.form.id !== earlier.form.id || later.organisation !== earlier.organisation)
    return `Record ${later.id} is a form \`${later.form.id}\` of ${later.organisation}, and ${earlier.id} a form \`${earlier.form.id}\` of ${earlier.organisation}; only the same form replaces an earlier one`
  const other = relationsBetween(all).get(earlier.id)?.supersededBy
  if (other !== undefined && other !== later.id)
    return `Record ${earlier.id} is replaced by ${other} already; name that one as the earlier one`
  if (earlierThan(earlier, all).has(later.id))
    return `Somebody said already that record ${earlier.id} counts in place of ${later.id}; leave it, or name them the other way round`
  return undefined
}

/** The ids of the records in whose place one counts, as people said. */
function earlierThan(record: FormRecord, all: readonly FormRecord[]): ReadonlySet<string> {
  const before = new Map(all.map(({ id, supersedes }) => [id, supersedes]))
  const found = new Set<string>()
  for (let id = record.supersedes; id !== undefined && !found.has(id); id = before.get(id))
    found.add(id)
  return found
}
