import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDefinition } from '../../src/contracts/definition.ts'
import type { Field } from '../../src/model/field.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { everyField, formOf } from '../validate/support.ts'

const form = formOf(everyField)

test('a definition is read back as it was sealed', () => {
  expect(readDefinition(JSON.parse(JSON.stringify(form)))).toEqual(form)
})

const layouts: Readonly<Record<string, FormDefinition>> = {
  'another number of pages': formOf(everyField, { pages: 2 }),
  'a box': formOf(everyField, { widgets: [{ name: 'start', page: 0, rect: [1, 2, 3, 4] }] }),
  'printed text': formOf(everyField, { anchors: [{ page: 0, text: 'Start', x: 1, y: 2 }] }),
  'a wider box': formOf(withField('start', { width: 'full' })),
  'a higher box': formOf(withField('aims', { lines: 9 })),
}

test.each(Object.entries(layouts))('%s makes another layout of the same questions', (_, other) => {
  expect(other.hash).not.toBe(form.hash)
  expect(other.questions).toBe(form.questions)
})

const others: Readonly<Record<string, FormDefinition>> = {
  'another version': formOf(everyField, { version: '1.0.1' }),
  'another organisation': formOf(everyField, { organisation: 'Marshgate' }),
  'another locale': formOf(everyField, { locale: 'en-US' }),
  'another record key': formOf(everyField, { recordKey: ['start'] }),
  'another rule': formOf(everyField, { rules: [{ field: 'end', after: 'start' }] }),
  anonymity: formOf(everyField, { sensitive: 'anonymous' }),
  'another label': formOf(withField('start', { label: 'First day' })),
  'another hint': formOf(withField('start', { hint: 'the first meeting' })),
  'another limit': formOf(withField('aims', { maxLength: 21 })),
  'another type': formOf(withField('mentee.email', { type: 'text' })),
  'a question fewer': formOf(everyField.slice(1)),
}

test.each(Object.entries(others))('%s makes another form', (_, other) => {
  expect(other.questions).not.toBe(form.questions)
})

test('a column of a table may become wider', () => {
  const table = (width: 'third' | 'half', label: string): Field[] => [
    {
      type: 'rows',
      name: 'actions',
      label: 'Actions',
      required: false,
      min: 2,
      columns: [{ type: 'text', name: 'what', label, required: false, width }],
    },
  ]
  const { questions } = formOf(table('third', 'What'))
  expect(formOf(table('half', 'What')).questions).toBe(questions)
  expect(formOf(table('third', 'Which')).questions).not.toBe(questions)
})

test.each(['title', 'questions', 'hash'])('a definition with another %s is altered', (key) => {
  expect(readDefinition({ ...form, [key]: '0'.repeat(64) })).toBeUndefined()
})

test('a definition of old comes with the hash that it has today', () => {
  const folder = join(import.meta.dirname, '../earlier-forms/forms')
  for (const name of readdirSync(folder)) {
    const { questions, ...rest } = readDefinition(JSON.parse(read(join(folder, name)))) ?? {}
    expect(questions).toMatch(/^[0-9a-f]{64}$/)
    expect({ questions, ...rest }).toEqual({ questions, ...JSON.parse(read(join(folder, name))) })
  }
})

function withField(name: string, more: object): Field[] {
  return everyField.map((field) => (field.name === name ? ({ ...field, ...more } as Field) : field))
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
}
