import type {
  AnonymousRecord,
  FormRecord,
  KeptRecord,
  RecordSignature,
  RecordValue,
} from '../../model/record.ts'
import { isAnonymous } from './anonymous-record.ts'
import { type Relation, relationsBetween } from './relations.ts'

/** What one cell says; `null` is an empty one. */
export type Cell = string | number | boolean | null | Day

/** A day, ISO 8601, which a spreadsheet knows for one. */
interface Day {
  readonly day: string
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** For people: columns as wide as what is in them, and a filter on each. */
  readonly isForPeople?: true
}

/**
 * One row for each record: what it is, which of its values are not certain, then all values in the order of the form. Names nest with dots, rows of a table
 * count from 1 (`actions.1.due`), several options are joined by semicolons. A signature is one cell, in a column of its own kind,
 * because its field may have been named by whoever made the file.
 */
export function tableOf(records: Iterable<KeptRecord>): Table {
  const places = new Map<string, number>()
  const rows: Cell[][] = []
  const all = [...records]
  const relations = relationsBetween(all)
  for (const record of all) {
    const row: Cell[] = []
    for (const [name, cell] of cellsOf(record, relations)) {
      const place = places.get(name) ?? places.size
      places.set(name, place)
      row[place] = cell
    }
    rows.push(row)
  }
  const columns = [...places.keys()]
  return { columns, rows: rows.map((row) => columns.map((_, place) => row[place] ?? null)) }
}

/** What a table says of how a record stands to others: which it supersedes, which supersedes it, and which it may supersede. */
export function relationCells({ supersedes, supersededBy, unconfirmed }: Relation = {}): Cell[] {
  return [supersedes ?? null, supersededBy ?? null, unconfirmed?.against ?? null]
}

function* cellsOf(
  record: KeptRecord,
  relations: ReadonlyMap<string, Relation>,
): Generator<readonly [string, Cell]> {
  const head = isAnonymous(record)
    ? anonymousHead(record)
    : headOf(record, relations.get(record.id))
  yield* Object.entries(head)
  yield* answerCells(record)
}

/** What a record says, by the names of its answers and signatures. */
export function* answerCells(record: KeptRecord): Generator<readonly [string, Cell]> {
  yield* cellsIn(record.values, '')
  if (isAnonymous(record)) return
  for (const signature of record.signatures)
    yield [`Signature: ${signature.field}`, signatureCell(signature)]
}

/** What every record says of itself. */
type Head = Readonly<
  Record<
    | 'Record'
    | 'Form'
    | 'Version'
    | 'Status'
    | 'Supersedes'
    | 'Superseded by'
    | 'To be confirmed against'
    | 'File'
    | 'Imported at'
    | 'Method'
    | 'Uncertain',
    Cell
  >
>

function headOf(
  { id, form, status, source }: FormRecord,
  { supersedes, supersededBy, unconfirmed }: Relation = {},
): Head {
  return {
    Record: id,
    Form: form.id,
    Version: form.version,
    Status: status,
    Supersedes: supersedes ?? null,
    'Superseded by': supersededBy ?? null,
    'To be confirmed against': unconfirmed?.against ?? null,
    File: source.file,
    'Imported at': source.importedAt,
    Method: source.method,
    Uncertain: Object.keys(source.confidence ?? {}).join('; ') || null,
  }
}

/** Nothing that tells one from another of the same month, but what could not be read. */
function anonymousHead({ form, month, unread = {} }: AnonymousRecord): Head {
  return {
    Record: null,
    Form: form.id,
    Version: form.version,
    Status: 'anonymous',
    Supersedes: null,
    'Superseded by': null,
    'To be confirmed against': null,
    File: null,
    'Imported at': month,
    Method: null,
    Uncertain: Object.keys(unread).join('; ') || null,
  }
}

function* cellsIn(value: RecordValue, name: string): Generator<readonly [string, Cell]> {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    for (const [index, row] of value.entries()) yield* cellsIn(row, `${name}.${index + 1}`)
  } else if (Array.isArray(value)) {
    yield [name, value.join('; ') || null]
  } else if (typeof value === 'object' && value !== null) {
    for (const [part, inner] of Object.entries(value))
      yield* cellsIn(inner, name ? `${name}.${part}` : part)
  } else {
    yield [name, value]
  }
}

function signatureCell({ kind, by, at, intact }: RecordSignature): string {
  const state = intact === undefined ? [] : [intact ? 'intact' : 'not valid']
  return [kind, ...state, ...(by ? [by] : []), ...(at ? [at] : [])].join(', ')
}
