import { compare } from '../../language/compare.ts'
import type { AnonymousRecord, FormRecord, KeptRecord } from '../../model/record.ts'
import { isAnonymous } from './anonymous-record.ts'
import { csvOf } from './csv.ts'
import { relationsOf, type Version, versionOf } from './relations.ts'
import { type Cell, relationCells } from './table.ts'

/**
 * The list of all records as CSV, without any text that somebody wrote. Of anonymous forms it has their number in each month only.
 */
export async function registerText(kept: AsyncIterable<KeptRecord>): Promise<string> {
  const entries: Entry[] = []
  const months = new Map<string, Month>()
  for await (const record of kept)
    if (isAnonymous(record)) addToMonths(months, record)
    else entries.push(entryOf(record))
  const rows = [...rowsOf(entries), ...[...months.values()].map(rowOfMonth)]
  return csvOf({ columns, rows })
}

/** What the register says of a record; the records themselves would be too much for memory. */
interface Entry {
  readonly id: string
  readonly form: FormRecord['form']
  readonly status: string
  readonly version: Version
  readonly source: Pick<FormRecord['source'], 'importedAt' | 'method'>
  readonly errors: number
  readonly warnings: number
}

function entryOf(record: FormRecord): Entry {
  const { id, form, status, source, messages } = record
  const count = (wanted: string): number =>
    messages.filter(({ severity }) => severity === wanted).length
  const { importedAt, method } = source
  return {
    id,
    form,
    status,
    version: versionOf(record),
    source: { importedAt, method },
    errors: count('error'),
    warnings: count('warning'),
  }
}

const columns = [
  'Form',
  'Title',
  'Version',
  'Record',
  'Status',
  'Supersedes',
  'Superseded by',
  'To be confirmed against',
  'Imported at',
  'Method',
  'Errors',
  'Warnings',
]

function rowsOf(entries: readonly Entry[]): Cell[][] {
  const inOrder = entries.toSorted(
    (a, b) => compare(a.form.id, b.form.id) || compare(a.source.importedAt, b.source.importedAt),
  )
  const relations = relationsOf(entries.map(({ version }) => version))
  return inOrder.map(({ id, form, status, source, errors, warnings }): Cell[] => [
    form.id,
    form.title,
    form.version,
    id,
    status,
    ...relationCells(relations.get(id)),
    source.importedAt,
    source.method,
    errors,
    warnings,
  ])
}

interface Month {
  readonly form: AnonymousRecord['form']
  readonly month: string
  count: number
}

function addToMonths(months: Map<string, Month>, { form, month }: AnonymousRecord): void {
  const key = `${form.id} ${month}`
  const found = months.get(key) ?? { form, month, count: 0 }
  found.count += 1
  months.set(key, found)
}

function rowOfMonth({ form, month, count }: Month): Cell[] {
  const status = `${count} anonymous`
  return [form.id, form.title, null, null, status, null, null, null, month, null, null, null]
}
