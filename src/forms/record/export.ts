import { strToU8 } from 'fflate'
import type { KeptRecord } from '../../model/record.ts'
import { csvOf } from './csv.ts'
import { tableOf } from './table.ts'
import { workbookOf } from './xlsx.ts'

export type RecordFormat = keyof typeof formats

/**
 * Records as one file for other programs: CSV with a row for each record, a JSON array of the records as they are, or an
 * Excel workbook with a sheet for each form. The same records give the same bytes.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises'
 * import { exportRecords, type KeptRecord, readRecords } from 'policypack'
 *
 * const records: KeptRecord[] = []
 * for await (const record of readRecords('records')) records.push(record)
 * await writeFile('records.csv', exportRecords(records, 'csv'), { mode: 0o600 })
 * console.log(`${records.length} records are in records.csv`)
 * ```
 */
export function exportRecords(records: readonly KeptRecord[], format: RecordFormat): Uint8Array {
  return formats[format](records)
}

const formats = {
  csv: (records) => strToU8(csvOf(tableOf(records))),
  json: (records) => strToU8(`${JSON.stringify(records, null, 2)}\n`),
  xlsx: (records) => workbookOf(sheetsOf(records)),
} satisfies Record<string, (records: readonly KeptRecord[]) => Uint8Array>

function sheetsOf(records: readonly KeptRecord[]): Parameters<typeof workbookOf>[0] {
  const byForm = Map.groupBy(records, ({ form }) => form.id)
  const sheets = [...byForm].map(([id, ofForm], index) => ({
    name: id.length <= 31 ? id : `${id.slice(0, 27)}~${index + 1}`,
    table: tableOf(ofForm),
  }))
  // A workbook has at least one sheet.
  return sheets.length > 0 ? sheets : [{ name: 'records', table: tableOf([]) }]
}
