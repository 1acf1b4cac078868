import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { removeStaleLock } from '../../files/lock.ts'
import { ifThere } from '../../files/missing.ts'
import { sweep } from '../../files/temporary.ts'
import type { FormRecord } from '../../model/record.ts'
import { csvOf } from './csv.ts'
import { folderOf, isLock, refuseLinks } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { readRecords } from './read-records.ts'
import type { Cell } from './table.ts'

/**
 * Ends a run: removes what interrupted imports left behind, and writes `<dir>/register.csv` anew, the list of all
 * records. Gives the paths of files that have the name of a record and are none.
 */
export async function finishRecords(dir: string): Promise<{ damaged: string[] }> {
  await makePrivateFolder(dir)
  await tidy(dir)
  return withImportLock(join(dir, '.lock'), async () => {
    const damaged: string[] = []
    const entries: Entry[] = []
    for await (const record of readRecords(dir, { onDamaged: (path) => damaged.push(path) }))
      entries.push(entryOf(record))
    await writeRecordFile(join(dir, 'register.csv'), registerOf(entries))
    return { damaged }
  })
}

async function tidy(dir: string): Promise<void> {
  await sweep(dir)
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
  readonly supersedes: string | undefined
  readonly source: Pick<FormRecord['source'], 'file' | 'importedAt' | 'method'>
  readonly errors: number
  readonly warnings: number
}

function entryOf({ id, form, status, supersedes, source, messages }: FormRecord): Entry {
  const count = (wanted: string): number =>
    messages.filter(({ severity }) => severity === wanted).length
  const { file, importedAt, method } = source
  return {
    id,
    form,
    status,
    supersedes,
    source: { file, importedAt, method },
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
  'File',
  'Imported at',
  'Method',
  'Errors',
  'Warnings',
]

function registerOf(entries: readonly Entry[]): string {
  const inOrder = entries.toSorted(
    (a, b) => compare(a.form.id, b.form.id) || compare(a.source.importedAt, b.source.importedAt),
  )
  const later = new Map(entries.map(({ id, supersedes }) => [supersedes, id]))
  const rows = inOrder.map(({ id, form, status, supersedes, source, errors, warnings }): Cell[] => [
    form.id,
    form.title,
    form.version,
    id,
    status,
    supersedes ?? null,
    later.get(id) ?? null,
    source.file,
    source.importedAt,
    source.method,
    errors,
    warnings,
  ])
  return csvOf({ columns, rows })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
