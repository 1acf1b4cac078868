import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { folderItself } from '../../files/inside.ts'
import { removeStaleLock } from '../../files/lock.ts'
import { ifThere } from '../../files/missing.ts'
import { sweep } from '../../files/temporary.ts'
import type { AnonymousRecord, FormRecord } from '../../model/record.ts'
import { isAnonymous, readKept } from './anonymous/index.ts'
import { csvOf } from './csv.ts'
import { folderOf, isLock, refuseLinks, untrustedIn } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { relationsOf, type Version, versionOf } from './relations.ts'
import { type Cell, relationCells } from './table.ts'

/**
 * Ends a run: removes what interrupted imports left behind, and writes `<dir>/register.csv` anew, the list of all
 * records, without any text that somebody wrote. Of anonymous forms it has their number in each month only. Gives the paths
 * of files that have the name of a record and are none.
 */
export async function finishRecords(dir: string): Promise<{ damaged: string[] }> {
  await makePrivateFolder(dir)
  await tidy(dir)
  return withImportLock(join(dir, '.lock'), async () => {
    const damaged: string[] = []
    const entries: Entry[] = []
    const months = new Map<string, Month>()
    for await (const record of readKept(dir, { onDamaged: (path) => damaged.push(path) }))
      if (isAnonymous(record)) addToMonths(months, record)
      else entries.push(entryOf(record))
    const rows = [...rowsOf(entries), ...[...months.values()].map(rowOfMonth)]
    await writeRecordFile(join(dir, 'register.csv'), csvOf({ columns, rows }))
    return { damaged }
  })
}

/** The files that have the name of a record and are none, of a run that writes nothing. */
export async function damagedIn(dir: string): Promise<{ damaged: string[] }> {
  const damaged: string[] = []
  for await (const _ of readKept(dir, { onDamaged: (path) => damaged.push(path) }));
  return { damaged }
}

async function tidy(dir: string): Promise<void> {
  await sweep(dir)
  await sweep(join(dir, 'imports'))
  await tidyForms(dir)
  await tidyForms(untrustedIn(dir))
}

async function tidyForms(dir: string): Promise<void> {
  await folderItself(dir)
  for (const name of (await ifThere(readdir(dir))) ?? []) {
    const folder = folderOf(dir, name)
    if (!folder) continue
    await refuseLinks(folder)
    for (const file of (await ifThere(readdir(folder.path))) ?? [])
      if (isLock(file)) await removeStaleLock(join(folder.path, file))
    for (const path of [folder.path, folder.originals, folder.cases]) await sweep(path)
  }
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

/** The anonymous forms of one month. */
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
