import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '../src/messages/message.ts'
import type { Document } from '../src/model/document.ts'
import { parse } from '../src/pack/parse/index.ts'
import { facts } from './outline-facts.ts'
import { type Fact, factsIn, isFound, withoutFact } from './support/facts.ts'
import { type Places, placesOf } from './support/places.ts'

/** The content that the package brings. */
const folder = new URL('../content/', import.meta.url).pathname
const documents = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parseFile(join(folder, name)))
    .map((document) => [document.id, document]),
)
const places = new Map([...documents.values()].map((document) => [document.id, placesOf(document)]))

test('the pack has three policies, a procedure, five guides and guidelines, and seventeen forms', () => {
  const kinds = [...documents.values()].map(({ kind }) => kind)
  const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length
  expect([
    count('policy'),
    count('procedure'),
    count('guide', 'guideline'),
    count('contract', 'evaluation', 'record', 'form'),
  ]).toEqual([3, 1, 5, 17])
})

test.each([...documents.values()])('$id reads without a fault', (document) => {
  expect(messagesOf(document.file)).toEqual([])
})

test('each document has facts to carry', () => {
  expect(Object.keys(facts).sort()).toEqual([...documents.keys()].sort())
})

describe('each fact of the outline stands in its place, once, and is missed there when it goes', () => {
  test.each(factsIn(facts))('$document $place: $fact', (fact) => {
    expect(isFound(fact, placesIn(fact))).toBe(true)
    expect(isFound(fact, withoutFact(fact, placesIn(fact)))).toBe(false)
  })
})

test('each fact of a place has key terms of its own', () => {
  const terms = factsIn(facts).map(({ document, place, terms }) => `${document} ${place}: ${terms}`)
  expect(terms.filter((one, index) => terms.indexOf(one) !== index)).toEqual([])
})

test('the procedure shows who owns and approves it, what belongs to it, where it is kept, and its dates', () => {
  const procedure = documents.get('peer-support-coaching-mentoring-procedure')
  expect(procedure?.tree.children).toContainEqual(
    expect.objectContaining({ table: 'document-control' }),
  )
  const meta = ['title', 'owner', 'approver', 'related', 'storage', 'effective', 'review']
  expect(Object.keys(procedure?.meta ?? {})).toEqual(expect.arrayContaining(meta))
})

test('the anonymous form has no field and no key that could identify anyone', () => {
  const form = documents.get('equality-monitoring')
  expect(form?.meta.sensitive).toBe('anonymous')
  expect(form?.meta.recordKey).toEqual([])
  const types = new Set(form?.fields.map(({ type }) => type))
  for (const type of ['text', 'multiline', 'email', 'date', 'signature', 'rows'] as const)
    expect(types).not.toContain(type)
})

function placesIn({ document }: Fact): Places {
  return places.get(document) ?? new Map()
}

function parseFile(path: string): Document {
  const document = parse({ file: new VFile({ path, value: readFileSync(path, 'utf8') }) })
  if (!document) throw new Error(`${path} cannot be parsed`)
  return document
}
