import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  publishedFormsPath,
  readPublishedFormsMaybe,
} from '../../src/configuration/published-forms.ts'
import { publishedFormsText } from '../../src/contracts/published-forms.ts'
import type { PublishedForm } from '../../src/model/form.ts'
import { makeFolder } from '../support/project-copy.ts'

const forms: readonly PublishedForm[] = [
  { id: 'a', version: '1.0.0', hash: '1', date: '2026-01-01' },
  { id: 'b', version: '1.1.0', organisation: 'Zoë “& Co”', hash: '2', date: '2026-02-28' },
]

test.each([{ list: [] }, { list: forms }])('what is written is read again', async ({ list }) => {
  expect((await read(publishedFormsText(list)))?.forms).toEqual(list)
})

test('a form stands on each line', () => {
  const [first, second, ...rest] = publishedFormsText(forms).trimEnd().split('\n').slice(1, -1)
  expect(first).toBe('  {"id":"a","version":"1.0.0","hash":"1","date":"2026-01-01"},')
  expect([second?.slice(0, 10), rest]).toEqual(['  {"id":"b', []])
})

test('a byte order mark does no harm', async () => {
  expect((await read(`\ufeff${publishedFormsText(forms)}`))?.forms).toEqual(forms)
})

test.each(['', '{}', '[{"id": "a"}]', '[{', '[,]'])('%j is no list', async (text) => {
  const list = await read(text)
  expect(list?.forms).toBeUndefined()
  expect(list?.file.messages.length).toBeGreaterThan(0)
})

test('there is none at first', async () => {
  expect(await readPublishedFormsMaybe(join(makeFolder(), 'published-forms.json'))).toBeUndefined()
})

function read(text: string) {
  const folder = makeFolder({ 'published-forms.json': text })
  return readPublishedFormsMaybe(publishedFormsPath(join(folder, 'org.config.json')))
}
