import { valueAt } from '../../contracts/nested-values.ts'
import { type PersonNamed, peopleIn } from '../../contracts/people.ts'
import { labelsByName } from '../../contracts/slot.ts'
import { compare } from '../../language/compare.ts'
import type { AskedForm } from '../../model/form.ts'
import type { FormRecord, KeptRecord } from '../../model/record.ts'
import { isAnonymous, type Relation, relationsBetween } from '../record/index.ts'
import { keptIn } from './anonymous/index.ts'
import { openStore } from './open-store.ts'
import { keptQuestions } from './questions.ts'
import { allOf, recordsIn } from './records-in.ts'

/** What stands in a folder of records, and what there is to know of each of them. */
export interface RecordBook {
  /** The folder. */
  readonly dir: string
  /** Those that count, superseded and anonymous ones as well. */
  readonly records: readonly KeptRecord[]
  readonly entries: readonly RecordEntry[]
  /** Files that have the name of a record and are none. */
  readonly damaged: readonly string[]
  /** What the form of a record asks; undefined for records of old whose form is not here any more. */
  formOf(record: KeptRecord): AskedForm | undefined
}

export interface RecordEntry {
  readonly record: FormRecord
  readonly form: AskedForm | undefined
  readonly people: readonly PersonNamed[]
  /** The day that it is about, or on which it was completed or came, ISO 8601. */
  readonly on: string
  readonly standing: Standing
  readonly relation: Relation
  /** What is missing or wrong: the questions, or sentences where it is no question. */
  readonly open: readonly string[]
}

/** What a record counts for. */
export type Standing = 'current' | 'superseded' | 'in doubt' | 'untrusted'

/** Reads a folder of records. `known` are the forms of today, for records from before the folder kept what its forms ask. */
export async function readBook(
  dir: string,
  { known = [], form }: { readonly known?: readonly AskedForm[]; readonly form?: string } = {},
): Promise<RecordBook> {
  const store = openStore(dir)
  const damaged: string[] = []
  const only = form === undefined ? {} : { form }
  const records = await allOf(keptIn(store, { ...only, onDamaged: (path) => damaged.push(path) }))
  const untrusted = await allOf(recordsIn(store, { ...only, isUntrusted: true }))
  const formOf = formFinder([...(await keptQuestions(store)), ...known])
  const formOfUntrusted = formFinder(await keptQuestions(store, { isUntrusted: true }))
  const relations = relationsBetween(records)
  const named = records.filter((record): record is FormRecord => !isAnonymous(record))
  return {
    dir,
    records,
    damaged,
    formOf,
    entries: [
      ...named.map((record) => entryOf(record, formOf(record), relations.get(record.id))),
      ...untrusted.map((record) => entryOf(record, formOfUntrusted(record))),
    ].sort(byFormAndDay),
  }
}

/**
 * The records of a form that count, each case once.
 *
 * @example
 * ```ts
 * import { currentRecords, openRecords } from 'policypack'
 *
 * const book = await openRecords({ config: 'org.config.json' })
 * console.log(`${currentRecords(book, 'mentoring-contract').length} contracts count`)
 * ```
 */
export function currentRecords(book: RecordBook, form: string): RecordEntry[] {
  return book.entries.filter(
    ({ record, standing }) => record.form.id === form && standing === 'current',
  )
}

function entryOf(
  record: FormRecord,
  form: AskedForm | undefined,
  relation: Relation = {},
): RecordEntry {
  return {
    record,
    form,
    relation,
    people: peopleIn(record.values, form?.recordKey),
    on: dayOf(record, form),
    standing: standingOf(record, relation),
    open: record.closed ? [] : openIn(record, form),
  }
}

function standingOf(record: FormRecord, { supersededBy, unconfirmed }: Relation): Standing {
  if (record.trust) return 'untrusted'
  if (supersededBy !== undefined) return 'superseded'
  // Where other answers say that it is somebody else's, both count until a person says that they are one.
  return unconfirmed && unconfirmed.why !== 'identity' ? 'in doubt' : 'current'
}

/** The date by which the case is known, else that of signing, of the last change, of its coming. */
function dayOf({ values, source }: FormRecord, form: AskedForm | undefined): string {
  const { fields = [], recordKey = [] } = form ?? {}
  const dates = fields.filter(
    ({ type, name }) => type === 'date' && recordKey.flat().includes(name),
  )
  const inKey = dates
    .map(({ name }) => valueAt(values, name))
    .find((day) => typeof day === 'string')
  const { signed, modified } = source.written ?? {}
  return String(inKey ?? signed ?? modified ?? source.importedAt).slice(0, 10)
}

/** What is wrong, each question once. */
function openIn({ messages }: FormRecord, form: AskedForm | undefined): string[] {
  const labels = form && labelsByName(form.fields)
  const errors = messages.filter(({ severity }) => severity === 'error')
  return [...new Set(errors.map(({ field = '', message }) => labels?.get(field) ?? message))]
}

/** The very questions of a record, or else those of the same version, or any of the form. */
function formFinder(forms: readonly AskedForm[]): RecordBook['formOf'] {
  const byQuestions = new Map(forms.toReversed().map((form) => [form.questions, form]))
  const byId = Map.groupBy(forms, ({ id }) => id)
  return ({ form: { id, version, questions = '' } }) => {
    const ofForm = byId.get(id) ?? []
    return (
      byQuestions.get(questions) ?? ofForm.find((one) => one.version === version) ?? ofForm.at(-1)
    )
  }
}

function byFormAndDay(a: RecordEntry, b: RecordEntry): number {
  return (
    compare(a.record.form.title, b.record.form.title) ||
    compare(b.on, a.on) ||
    compare(nameOf(a), nameOf(b)) ||
    compare(a.record.id, b.record.id)
  )
}

function nameOf({ people }: RecordEntry): string {
  return people[0]?.name ?? ''
}
