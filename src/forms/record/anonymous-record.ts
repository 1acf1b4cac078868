import { valueAt } from '../../contracts/nested-values.ts'
import type { AnonymousRecord, DraftRecord, FormRecord, KeptRecord } from '../../model/record.ts'
import { monthOf } from './anonymous-month.ts'
import { idOfFile } from './same-content.ts'

/** Stands in records of old for the name of a file that would have told whose an anonymous form was. */
const NOT_KEPT = 'not kept'

/**
 * Whether a record is of an anonymous form.
 *
 * @example
 * ```ts
 * import { isAnonymous, readRecords } from 'policypack'
 *
 * for await (const record of readRecords('records')) console.log(isAnonymous(record))
 * console.log('done')
 * ```
 */
export function isAnonymous(record: KeptRecord): record is AnonymousRecord {
  return !('id' in record)
}

/** What is kept of an anonymous form: the answers, and as of which questions. */
export function anonymousRecord(
  {
    form,
    organisation,
    values,
    raw,
  }: Pick<DraftRecord, 'form' | 'organisation' | 'values' | 'raw'>,
  month: string,
): AnonymousRecord {
  const { hash: _, ...questions } = form
  const unread = Object.entries(raw).filter(([name]) => isUnread(values, name))
  return {
    form: questions,
    organisation,
    month,
    values,
    ...(unread.length > 0 && { unread: Object.fromEntries(unread) }),
  }
}

/** A record of an anonymous form as they were kept one by one, without what tells them apart; `undefined` for any other. */
export function fromRecordOfOld({ source, ...record }: FormRecord): AnonymousRecord | undefined {
  if (source.file !== NOT_KEPT) return undefined
  return anonymousRecord({ ...record, raw: source.raw ?? {} }, monthOf(source.importedAt))
}

/** The ids that a file of these answers had when anonymous forms were kept one by one. */
export function idsOfOld({ id, earlierId }: DraftRecord, sha256: string): string[] {
  return [id, earlierId].map((one) => idOfFile(one, sha256))
}

/** Of a date or number that was read, how it was typed is of no use any more; any other text would be lost. */
function isUnread(values: DraftRecord['values'], name: string): boolean {
  return !['string', 'number'].includes(typeof valueAt(values, name))
}
