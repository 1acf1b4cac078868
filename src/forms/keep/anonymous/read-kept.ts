import { readdir } from 'node:fs/promises'
import { ifThere } from '../../../files/missing.ts'
import type { AnonymousRecord, KeptRecord } from '../../../model/record.ts'
import { fromRecordOfOld } from '../../record/index.ts'
import { folderOf } from '../layout.ts'
import { readRecords } from '../read-records.ts'
import { monthsOf, readMonth } from './month.ts'

/**
 * All that was kept in a folder of records, of one form or of all: first the records, by form and id, then the anonymous
 * ones, by form and month, those of old among them. Of an anonymous form nothing tells one record from another but its
 * answers. A file with the name of a record or a month that is none is left out and told to `onDamaged`.
 */
export async function* readKept(
  dir: string,
  options: Parameters<typeof readRecords>[1] = {},
): AsyncGenerator<KeptRecord> {
  const ofOld: AnonymousRecord[] = []
  for await (const record of readRecords(dir, options)) {
    const anonymous = fromRecordOfOld(record)
    if (anonymous) ofOld.push(anonymous)
    else yield record
  }
  yield* ofOld
  const forms = options.form === undefined ? ((await ifThere(readdir(dir))) ?? []) : [options.form]
  for (const form of forms.sort()) yield* readAnonymous(dir, form, options.onDamaged)
}

async function* readAnonymous(
  dir: string,
  form: string,
  onDamaged?: (path: string) => void,
): AsyncGenerator<AnonymousRecord> {
  const folder = folderOf(dir, form)
  for (const path of folder ? await monthsOf(folder) : []) {
    const month = await readMonth(path)
    if (month === 'damaged') onDamaged?.(path)
    else yield* month?.answers ?? []
  }
}
