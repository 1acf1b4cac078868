import type { AnonymousRecord, KeptRecord } from '../../../model/record.ts'
import { fromRecordOfOld } from '../../record/index.ts'
import { foldersIn } from '../layout.ts'
import { recordsIn, type WhichRecords } from '../records-in.ts'
import type { RecordStore } from '../store.ts'
import { monthsOf } from './month.ts'

/**
 * All that is kept, of one form or of all: first the records, by form and id, then the anonymous
 * ones, by form and month, those of old among them. Of an anonymous form nothing tells one record from another but its
 * answers. A file with the name of a record or a month that is none is left out and told to `onDamaged`.
 */
export async function* keptIn(
  store: RecordStore,
  options: WhichRecords = {},
): AsyncGenerator<KeptRecord> {
  const ofOld: AnonymousRecord[] = []
  for await (const record of recordsIn(store, options)) {
    const anonymous = fromRecordOfOld(record)
    if (anonymous) ofOld.push(anonymous)
    else yield record
  }
  yield* ofOld
  for (const folder of await foldersIn(store, options))
    for await (const { path, month } of monthsOf(store, folder))
      if (month === 'damaged') options.onDamaged?.(store.shown(path))
      else yield* month.answers
}
