import { sha256Hex } from '../../contracts/hash.ts'
import type { FormRecord, PaperSource } from '../../model/record.ts'
import { caseOf } from './case.ts'
import type { Reading } from './record.ts'
import { versionOf } from './relations.ts'

/** Stands in the index for the case of records whose key is blank or not certain. */
export const NO_CASE = 'none'

/**
 * Under which keys a record stands in the index: its case, the case that its answers have in the form of today, and the pictures that
 * it was read from.
 */
export function keysOf(record: FormRecord, form: Reading['form']): string[] {
  return [...casesOf(record, form), ...paperKeysOf(record)]
}

/** By what pictures are known again: the task by which they were keyed, and each of them. */
export function paperKeysOf({ source, copies = [] }: FormRecord): string[] {
  const keys = [source, ...copies].flatMap(({ paper }) =>
    paper ? [paper.task, ...paper.sheets.map(sheetKey)] : [],
  )
  return [...new Set(keys)]
}

/** By what a picture is known again: the file that it is of, and which page of that. */
export function sheetKey({
  sha256,
  index,
}: Pick<PaperSource['sheets'][number], 'sha256' | 'index'>): string {
  return sha256Hex(`${sha256} ${index}\n`)
}

function casesOf(record: FormRecord, form: Reading['form']): string[] {
  if (form.recordKey.length === 0) return []
  if (record.case === undefined) return [NO_CASE]
  return [...new Set([record.case, caseOf(form, record) ?? record.case])]
}

/** The index of the records of a form: the ids of each case, in the order of their coming. */
export async function casesIn(
  records: AsyncIterable<FormRecord>,
  form: Reading['form'],
): Promise<Map<string, string[]>> {
  const cases = new Map<string, [id: string, arrived: string][]>()
  for await (const record of records) {
    const entry = [record.id, versionOf(record).arrived] as const
    for (const key of keysOf(record, form)) {
      const entries = cases.get(key) ?? []
      cases.set(key, entries)
      entries.push([...entry])
    }
  }
  const ids = (entries: [id: string, arrived: string][]): string[] =>
    entries.sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id)
  return new Map([...cases].map(([key, entries]) => [key, ids(entries)]))
}

/** What the file of a case says: an id a line. A line that was cut short by a crash names no record. */
export function idsIn(text: string): string[] {
  return text.split('\n').filter(Boolean)
}

export function caseText(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('')
}

/** What is to be written behind the text of a case, so that it names this record too. */
export function addedTo(text: string, id: string): string {
  if (idsIn(text).includes(id)) return ''
  // A line that was cut short must not run into the next.
  return `${text === '' || text.endsWith('\n') ? '' : '\n'}${id}\n`
}
