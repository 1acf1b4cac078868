import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '../src/messages/message.ts'
import type { Document } from '../src/model/document.ts'
import type { Field } from '../src/model/field.ts'
import { parse } from '../src/pack/parse/index.ts'
import { plainText } from '../src/pack/text/plain-text.ts'
import documentFacts from './outline-map-documents.json' with { type: 'json' }
import formFacts from './outline-map-forms.json' with { type: 'json' }

/** The content that the package brings. */
const folder = new URL('../content/', import.meta.url).pathname
const documents = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parseFile(join(folder, name)))
    .map((document) => [document.id, document]),
)

test('the pack has three policies, a procedure, five guides and guidelines, and fifteen forms', () => {
  const kinds = [...documents.values()].map(({ kind }) => kind)
  const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length
  expect([
    count('policy'),
    count('procedure'),
    count('guide', 'guideline'),
    count('contract', 'evaluation', 'record', 'form'),
  ]).toEqual([3, 1, 5, 15])
})

test.each([...documents.values()])('$id reads without a fault', (document) => {
  expect(messagesOf(document.file)).toEqual([])
})

describe('each fact of the outline stands in a document', () => {
  test.each(documentFacts)('$document: $fact', ({ document, heading, contains }) => {
    expect(sectionText(documents.get(document), heading)).toContain(normal(contains))
  })
})

describe('each fact of the outline stands in a form', () => {
  test.each(formFacts)('$form: $fact', ({ form, field, heading, contains }) => {
    const document = documents.get(form)
    if (field !== undefined) expect(fieldNames(document?.fields ?? [])).toContain(field)
    else expect(sectionText(document, heading)).toContain(normal(contains ?? ''))
  })
})

test('the anonymous form has no field and no key that could identify anyone', () => {
  const form = documents.get('equality-monitoring')
  expect(form?.meta.sensitive).toBe('anonymous')
  expect(form?.meta.recordKey).toEqual([])
  const types = new Set(form?.fields.map(({ type }) => type))
  for (const type of ['text', 'multiline', 'email', 'date', 'signature', 'rows'] as const)
    expect(types).not.toContain(type)
})

function parseFile(path: string): Document {
  const document = parse({ file: new VFile({ path, value: readFileSync(path, 'utf8') }) })
  if (!document) throw new Error(`${path} cannot be parsed`)
  return document
}

/** The text from a heading to the next one, of whatever level. */
function sectionText(document: Document | undefined, heading: string | undefined): string {
  const nodes = document?.tree.children ?? []
  const start = nodes.findIndex(
    (node) => node.type === 'heading' && normal(plainText(node)) === normal(heading ?? ''),
  )
  if (start === -1) throw new Error(`There is no heading “${heading}”`)
  const rest = nodes.slice(start + 1)
  const end = rest.findIndex(({ type }) => type === 'heading')
  return normal(
    rest
      .slice(0, end === -1 ? rest.length : end)
      .map(plainText)
      .join(' '),
  )
}

function fieldNames(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => [
    field.name,
    ...('other' in field && field.other ? [field.other] : []),
    ...(field.type === 'rows' ? field.columns.map((column) => `${field.name}.${column.name}`) : []),
  ])
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
