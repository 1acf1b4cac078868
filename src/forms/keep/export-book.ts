import { strToU8 } from 'fflate'
import { type Answered, answersIn } from '../../contracts/answered.ts'
import { valueAt } from '../../contracts/nested-values.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { AskedForm, Audience, Recipient } from '../../model/form.ts'
import type { AnonymousRecord, KeptRecord } from '../../model/record.ts'
import {
  type Cell,
  csvOf,
  isAnonymous,
  type Sheet,
  type Table,
  workbookOf,
} from '../record/index.ts'
import type { RecordBook, RecordEntry } from './book.ts'

export interface ExportBookOptions {
  readonly format: 'csv' | 'json' | 'xlsx'
  /** Only what this part of the organisation may see, by the recipients that the forms name. */
  readonly for?: Audience
  /** How the organisation calls its people team, beside `HR`. */
  readonly peopleTeam?: string
}

/**
 * Records as people use them: questions as headings, labels in the place of codes, real dates and numbers, names first and what only
 * programs need last, those that count first. A workbook has a sheet for each form, and first of all whom to chase, with the text
 * of a mail. Superseded records say so and are never counted. Throws an `OperatorError` when no form goes to those whom it is for.
 *
 * @example
 * ```ts
 * import { exportBook, openRecords, saveExport } from 'policypack'
 *
 * const book = await openRecords({ config: 'org.config.json' })
 * await saveExport('records.xlsx', exportBook(book, { format: 'xlsx' }))
 * console.log('records.xlsx is for your eyes only')
 * ```
 */
export function exportBook(book: RecordBook, options: ExportBookOptions): Uint8Array {
  const rows = rowsIn(book, options)
  if (options.for !== undefined && rows.length === 0)
    throw new OperatorError(
      `There are no records that go to \`${options.for}\`: the forms name them among their recipients by \`is: ${options.for}\``,
    )
  switch (options.format) {
    case 'json':
      return strToU8(`${JSON.stringify(rows.map(jsonOf), null, 2)}\n`)
    case 'csv':
      return strToU8(csvOf(tableOf(rows, true)))
    case 'xlsx':
      return workbookOf(sheetsOf(rows))
  }
}

/** Whether any form lets that part of the organisation see something of its records. */
export function isAnyFor(
  { entries, records, formOf }: Pick<RecordBook, 'entries' | 'records' | 'formOf'>,
  options: Omit<ExportBookOptions, 'format'>,
): boolean {
  const forms = [...entries.map(({ form }) => form), ...records.map(formOf)]
  return forms.some((form) => (form?.recipients ?? []).some((one) => isFor(one, options)))
}

/** A record with those of its answers that may be seen. */
interface Row {
  readonly record: KeptRecord
  /** Absent for an anonymous form. */
  readonly entry: RecordEntry | undefined
  readonly answers: readonly Answered[]
  /** All answers may be seen, and so what is open in them. */
  readonly isWhole: boolean
}

function rowsIn(book: RecordBook, options: ExportBookOptions): Row[] {
  const named = [...book.entries]
    .filter(({ standing }) => standing !== 'untrusted')
    .sort((a, b) => Number(a.standing !== 'current') - Number(b.standing !== 'current'))
  const anonymous = book.records.filter((record): record is AnonymousRecord => isAnonymous(record))
  return [
    ...named.flatMap((entry) => rowOf(entry.record, entry, entry.form, options)),
    ...anonymous.flatMap((record) => rowOf(record, undefined, book.formOf(record), options)),
  ]
}

function rowOf(
  record: KeptRecord,
  entry: RecordEntry | undefined,
  form: AskedForm | undefined,
  options: ExportBookOptions,
): Row[] {
  const answers = form ? answersIn(form, record.values) : []
  if (options.for === undefined) return [{ record, entry, answers, isWhole: true }]
  const recipients = (form?.recipients ?? []).filter(
    (one) =>
      isFor(one, options) &&
      (one.when === undefined || isAnswered(one.when, valueAt(record.values, one.when.field))),
  )
  if (recipients.length === 0) return []
  if (recipients.some(({ fields }) => fields === undefined))
    return [{ record, entry, answers, isWhole: true }]
  const seen = recipients.flatMap(({ fields = [] }) => fields)
  return [
    {
      ...{ record, entry, isWhole: false },
      answers: answers.filter(({ name }) =>
        seen.some((field) => name === field || name.startsWith(`${field}.`)),
      ),
    },
  ]
}

/** Whether a recipient is that part of the organisation. Of the people team, what it is called tells as well. */
function isFor(
  { who, sees, is }: Recipient,
  { for: audience, peopleTeam }: Omit<ExportBookOptions, 'format'>,
) {
  if (is !== undefined) return is === audience
  if (audience !== 'people-team' || /^nothing\b/i.test(sees)) return false
  return (
    /\bHR\b|human resources/i.test(who) || (peopleTeam !== undefined && who.includes(peopleTeam))
  )
}

function isAnswered(condition: NonNullable<Recipient['when']>, value: unknown): boolean {
  const said = Array.isArray(value) ? value : [value]
  if ('is' in condition) return said.includes(condition.is)
  if ('above' in condition) return Number(value) > Number(condition.above)
  return value !== null && value !== undefined && !said.includes(condition.isNot)
}

/** A column of a table, in the order in which people look for them. */
interface Column {
  readonly heading: string
  readonly cell: (row: Row) => Cell
}

const head: readonly Column[] = [
  { heading: 'State', cell: ({ entry, record }) => stateOf(entry, record) },
  { heading: 'Date', cell: ({ entry }) => (entry ? { day: entry.on } : null) },
  { heading: 'Open', cell: ({ entry, isWhole }) => (isWhole && entry?.open.join('; ')) || null },
]
const foot: readonly Column[] = [
  { heading: 'Record', cell: ({ entry }) => entry?.record.id ?? null },
  { heading: 'Version', cell: ({ record }) => record.form.version },
  { heading: 'Supersedes', cell: ({ entry }) => entry?.relation.supersedes ?? null },
  { heading: 'Superseded by', cell: ({ entry }) => entry?.relation.supersededBy ?? null },
  { heading: 'File', cell: ({ entry }) => entry?.record.source.file ?? null },
  {
    heading: 'Imported',
    cell: ({ entry, record }) =>
      entry
        ? { day: entry.record.source.importedAt.slice(0, 10) }
        : 'month' in record
          ? record.month
          : null,
  },
  { heading: 'Method', cell: ({ entry }) => entry?.record.source.method ?? null },
  {
    heading: 'Uncertain',
    cell: ({ entry }) => Object.keys(entry?.record.source.confidence ?? {}).join('; ') || null,
  },
]

function stateOf(entry: RecordEntry | undefined, record: KeptRecord): string {
  if (!entry) return 'anonymous'
  if (entry.standing !== 'current') return entry.standing
  return entry.record.closed ? 'closed' : 'status' in record ? record.status : 'complete'
}

/** One row for each record; several forms in one table say which each is. */
function tableOf(rows: readonly Row[], ofSeveral = false): Table {
  const form: Column = { heading: 'Form', cell: ({ record }) => record.form.title }
  const columns = [
    ...namesIn(rows),
    ...(ofSeveral ? [form] : []),
    ...head,
    ...questionsIn(rows),
    ...foot,
  ]
  return {
    columns: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    isForPeople: true,
  }
}

/** The people whom the forms are about; in a table of several forms, the first and the second. */
function namesIn(rows: readonly Row[]): Column[] {
  const most = Math.max(0, ...rows.map(({ entry }) => partiesIn(entry).length))
  return Array.from({ length: most }, (_, index) => ({
    heading: index === 0 ? 'Who' : `Who ${index + 1}`,
    cell: ({ entry }) => partiesIn(entry)[index] ?? null,
  }))
}

function partiesIn(entry: RecordEntry | undefined): string[] {
  const parties = (entry?.people ?? []).filter(({ isParty }) => isParty)
  return parties.map(({ name, email, identity }) => name ?? email ?? identity ?? '')
}

/** A column for each question that any of the records has, in the order of the forms; the same heading never twice. */
function questionsIn(rows: readonly Row[]): Column[] {
  const labels = new Map<string, string>()
  for (const { answers } of rows)
    for (const { name, label } of answers) if (!labels.has(name)) labels.set(name, label)
  const counted = Map.groupBy(labels.values(), (label) => label)
  const taken = new Set([...head, ...foot].map(({ heading }) => heading))
  return [...labels].map(([name, label]) => ({
    heading:
      taken.has(label) || (counted.get(label)?.length ?? 0) > 1 ? `${label} (${name})` : label,
    cell: ({ answers }) => cellOf(answers.find((answer) => answer.name === name)),
  }))
}

function cellOf(answer: Answered | undefined): Cell {
  if (!answer || answer.value === null) return null
  const { kind, value } = answer
  return kind === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? { day: value }
    : value
}

/** Names of sheets have up to 31 characters, and some of them are not allowed. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replace(/[[\]:*?/\\]/g, ' ').trim() || 'Form'
  let name = plain.slice(0, 31)
  for (let number = 2; taken.has(name.toLowerCase()); number += 1)
    name = `${plain.slice(0, 27)} ${number}`
  taken.add(name.toLowerCase())
  return name
}

function sheetsOf(rows: readonly Row[]): Sheet[] {
  const taken = new Set<string>()
  const chase: Sheet = { name: sheetName('To chase', taken), table: toChase(rows) }
  const forms = Map.groupBy(rows, ({ record }) => record.form.id)
  return [
    chase,
    ...[...forms.values()].map((ofForm) => ({
      name: sheetName(ofForm[0]!.record.form.title, taken),
      table: tableOf(ofForm),
    })),
  ]
}

/** Whom to ask for what, with the text of a mail. */
function toChase(rows: readonly Row[]): Table {
  const open = rows.filter(
    ({ entry, isWhole }) => isWhole && entry?.standing === 'current' && entry.open.length > 0,
  )
  return {
    columns: ['Who', 'E-mail', 'Form', 'Date', 'What is open', 'Mail', 'Record'],
    rows: open.map(({ entry }) => [
      partiesIn(entry).join(' and ') || null,
      emailsIn(entry!).join('; ') || null,
      entry!.record.form.title,
      { day: entry!.on },
      entry!.open.join('; '),
      mailFor(entry!),
      entry!.record.id,
    ]),
    isForPeople: true,
  }
}

function emailsIn({ people }: RecordEntry): string[] {
  const parties = people.filter(({ isParty }) => isParty)
  return parties.flatMap(
    ({ email, identity }) => email ?? (identity?.includes('@') ? identity : []),
  )
}

function mailFor(entry: RecordEntry): string {
  const { record } = entry
  const who = partiesIn(entry).join(' and ')
  const errors = record.messages.filter(({ severity }) => severity === 'error')
  return [
    `Dear ${who || 'colleague'},`,
    `thank you for the form “${record.form.title}”. Something is still open in it:`,
    errors.map(({ message }) => `- ${message}`).join('\n'),
    'Please correct it in the file, save it and send it again.',
  ].join('\n\n')
}

function jsonOf({ record, entry, answers, isWhole }: Row) {
  const { id, title, version } = record.form
  return {
    form: { id, title, version },
    ...(entry && {
      who: partiesIn(entry),
      on: entry.on,
      counts: entry.standing === 'current',
      supersededBy: entry.relation.supersededBy ?? null,
      ...(isWhole && { open: entry.open }),
      record: entry.record.id,
    }),
    ...('month' in record && { month: record.month }),
    state: stateOf(entry, record),
    answers: answers.map(({ name, label, value }) => ({ name, label, value })),
  }
}
