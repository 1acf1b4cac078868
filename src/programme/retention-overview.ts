import type { AskedForm } from '../model/form.ts'
import type { AnonymousRecord, KeptRecord } from '../model/record.ts'
import type { ProgrammeRecord } from './ledger/index.ts'
import type { Programme } from './open-programme.ts'
import {
  type MonthRetention,
  monthRetentionOf,
  type RecordRetention,
  retentionOf,
} from './retention/index.ts'

/** How long each record is kept, those that are due first coming first. */
export interface RetentionOverview<Record extends ProgrammeRecord = ProgrammeRecord> {
  readonly records: readonly RecordRetention<Record>[]
  /** The anonymous forms of each month. */
  readonly months: readonly MonthRetention[]
}

/**
 * How long records are kept, by the rules of their forms: from which day each is to be deleted and why, or what has to be known
 * first. A record that is held is never due.
 *
 * @example
 * ```ts
 * import { openProgramme, openRecords, retentionOverview } from 'policypack'
 *
 * const config = 'org.config.json'
 * const book = await openRecords({ config })
 * const programme = await openProgramme({ config, entries: book.entries })
 * const due = retentionOverview(programme, book).records.filter(
 *   ({ due, isHeld }) => due !== undefined && due <= '2026-11-29' && !isHeld,
 * )
 * console.log(`${due.length} records are to be deleted`)
 * ```
 */
export function retentionOverview<Record extends ProgrammeRecord>(
  { entries, ledger, match }: Pick<Programme<Record>, 'entries' | 'ledger' | 'match'>,
  book: {
    readonly records: readonly KeptRecord[]
    readonly formOf: (record: KeptRecord) => AskedForm | undefined
  },
): RetentionOverview<Record> {
  const anonymous = book.records.filter((record): record is AnonymousRecord => !('id' in record))
  return {
    records: retentionOf(entries, { ledger, match }),
    months: monthRetentionOf(anonymous, book.formOf),
  }
}
