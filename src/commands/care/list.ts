import { isAnonymous } from '../../forms/record/index.ts'
import type { AnonymousRecord, RecordBook, RecordEntry } from '../../index.ts'
import { painter, printable } from '../../terminal/show-messages.ts'
import { count, writeLine } from '../../terminal/write.ts'

/** So many characters of an id name a record in a list. */
const HANDLE = 8
/** More open questions than these are counted. */
const OPEN = 3

/** Writes records as a person reads them: those of a form together, who and when first, and what is missing. */
export function writeList({ records, entries }: RecordBook): void {
  const paint = painter(process.stdout)
  for (const [title, ofForm] of Map.groupBy(entries, ({ record }) => record.form.title)) {
    writeLine(paint('bold', title))
    writeTable(ofForm.map((entry) => rowOf(entry)))
    writeLine()
  }
  for (const line of monthsOf(records.filter(isAnonymous))) writeLine(line)
  writeLine(totals(records.length, entries))
}

/** One record in a line: who, when, what it counts for and its handle. */
export function rowOf(entry: RecordEntry): string[] {
  return [
    `  ${whoIn(entry)}`,
    entry.on,
    standingOf(entry),
    handleOf(entry.record.id),
    entry.standing === 'superseded' ? '' : openOf(entry),
  ]
}

export function handleOf(id: string): string {
  return id.slice(0, HANDLE)
}

/** The people whom a record is about. */
export function whoIn({ people, record }: Pick<RecordEntry, 'people' | 'record'>): string {
  const parties = people.filter(({ isParty }) => isParty)
  const names = parties.map(({ name, email, identity }) => name ?? email ?? identity ?? '')
  return printable([...new Set(names)].join(' and ')) || `(${printable(record.source.file)})`
}

/** What a record counts for, in a word or two. */
function standingOf({ record, standing }: RecordEntry): string {
  if (standing !== 'current') return standing
  return [record.closed ? 'closed' : record.status, ...(record.held ? ['held'] : [])].join(', ')
}

function openOf({ open }: RecordEntry): string {
  if (open.length === 0) return ''
  const shown = open.slice(0, OPEN).map(printable).join('; ')
  const more = open.length > OPEN ? `; and ${open.length - OPEN} more` : ''
  return `open: ${shown}${more}`
}

/** One line for the anonymous forms of a month. */
function monthsOf(records: readonly AnonymousRecord[]): string[] {
  const months = Map.groupBy(records, ({ form, month }) => `${form.title}, ${month}`)
  return [...months].map(([title, alike]) => `${title}: ${alike.length} anonymous`)
}

function totals(records: number, entries: readonly RecordEntry[]): string {
  const counted = (standing: RecordEntry['standing']): number =>
    entries.filter((entry) => entry.standing === standing).length
  const parts = (['superseded', 'in doubt', 'untrusted'] as const)
    .map((standing) => [counted(standing), standing] as const)
    .filter(([number]) => number > 0)
    .map(([number, standing]) => `${number} ${standing}`)
  const rest = parts.length > 0 ? ` (${parts.join(', ')})` : ''
  return `${count(records, 'record')}${rest}`
}

export function writeTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  for (const row of rows)
    writeLine(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

/** Writes one record with all its answers and what is to be known of it. */
export function writeRecord(
  entry: RecordEntry,
  answers: readonly (readonly [string, string])[],
): void {
  const paint = painter(process.stdout)
  const { record, relation } = entry
  writeLine(paint('bold', `${record.form.title}: ${whoIn(entry)}`))
  const facts: [string, string | undefined][] = [
    ['Date', entry.on],
    ['State', standingOf(entry)],
    ['Record', record.id],
    ['File', printable(record.source.file)],
    ['Imported', record.source.importedAt.slice(0, 10)],
    ['Counts in place of', relation.supersedes && handleOf(relation.supersedes)],
    ['Replaced by', relation.supersededBy && handleOf(relation.supersededBy)],
    ['May replace', relation.unconfirmed && handleOf(relation.unconfirmed.against)],
    ['Closed', decision(record.closed)],
    ['Held', decision(record.held)],
    ['Confirmed', decision(record.confirmed)],
  ]
  for (const [name, fact] of facts) if (fact) writeLine(`  ${name}: ${fact}`)
  if (entry.open.length > 0) writeLine(`  Open: ${entry.open.map(printable).join('; ')}`)
  writeLine()
  for (const [label, answer] of answers)
    writeLine(
      `${paint('dim', printable(label))}\n  ${answer.split('\n').map(printable).join('\n  ')}`,
    )
  for (const { field, kind, by, at } of record.signatures)
    writeLine(
      `${paint('dim', 'Signature')}\n  ${printable([field, kind, by, at].filter(Boolean).join(', '))}`,
    )
}

function decision(made: { on: string; reason: string } | undefined): string | undefined {
  return made && `${made.on}, ${printable(made.reason)}`
}
