import { globSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import type { Field } from '../../../src/model/field.ts'
import { parse } from '../../../src/pack/parse/index.ts'

/** The collections of small forms. */
export const forms = globSync('forms*.txt', { cwd: import.meta.dirname })
  .map((name) => name.replace('.txt', ''))
  .toSorted()

/** The text of a collection. */
export function read(name: string): string {
  return readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
}

/** What came of the blanks of one small form. */
export interface Reading {
  readonly source: string
  readonly expected: readonly string[]
  readonly found: readonly string[]
  readonly isRight: boolean
}

const FRONT = '---\nid: a\nkind: form\ntitle: A\nversion: 1.0.0\n---\n\n'

/** The questions that a text has when it is read as a form, each in one line. */
export function questionsIn(text: string): string[] {
  const fields =
    parse({ file: new VFile({ path: 'a.md', value: `${FRONT}${text}\n` }) })?.fields ?? []
  const dates = new Set(fields.flatMap((field) => (field.type === 'signature' ? [field.date] : [])))
  return fields.filter(({ name }) => !dates.has(name)).map(lineOf)
}

/** Reads a collection of small forms; lines after `→` say what is expected: the type alone, or with the label and the options. */
export function readingsOf(collection: string): Reading[] {
  return collection.split('\n===\n').map((part) => {
    const lines = part.split('\n').filter((line) => !line.startsWith('# '))
    const expected = lines.filter((line) => line.startsWith('→')).map((line) => line.slice(2))
    const source = lines.filter((line) => !line.startsWith('→')).join('\n')
    const found = questionsIn(source)
    const isRight =
      found.length === expected.length &&
      expected.every((one, index) => fits(one, found[index] ?? ''))
    return { source, expected, found, isRight }
  })
}

function lineOf(field: Field): string {
  const { type, label } = field
  if (type === 'rows')
    return `rows: ${field.columns.map((column) => `${column.label} ${column.type}`).join(', ')}`
  if (type === 'rating') return `${type}: ${label} = 1-${field.max}`
  if (type === 'signature') return `${type}: ${label}${field.date ? ' (dated)' : ''}`
  if (!('options' in field)) return `${type}: ${label}`
  const other = 'other' in field && field.other ? ' (other)' : ''
  return `${type}: ${label} = ${field.options.map((option) => option.label).join('|')}${other}`
}

function fits(expected: string, found: string): boolean {
  if (!expected.includes(':')) return found.startsWith(`${expected}:`)
  // Options without a question: what the question is called is free.
  const [, options = ''] = /^choice: ([^=]*)$/.exec(expected) ?? []
  if (options !== '') return found.startsWith('choice:') && plain(found).endsWith(plain(options))
  return [found, found.replace(NUMBER, '$1 ')].some((one) => plain(one) === plain(expected))
}

/** The number of a question, which it keeps whether or not a collection says so. */
const NUMBER = /^(\w+:) \(?(?:\d{1,2}|[a-z])[.)] /

function plain(text: string): string {
  return text.toLowerCase().replace(/[:?.]/g, '').replace(/\s+/g, ' ').trim()
}
