import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { respellingFor } from '../../src/language/spelling.ts'
import { english } from '../../src/language/words/english.ts'
import { german } from '../../src/language/words/german.ts'
import { wordsFor } from '../../src/language/words.ts'

const templates = join(import.meta.dirname, '../../templates')
const layouts = readdirSync(templates).filter((name) => name.endsWith('.hbs'))
const gaps = (text: string) => text.match(/\{\w+\}/g)?.sort() ?? []

test.each(layouts)('%s says only what stands in the tables', (name) => {
  const text = readFileSync(join(templates, name), 'utf8')
  const said = Array.from(text.matchAll(/\{\{say "([^"]*)"/g), ([, word]) => word)
  expect(said.filter((word) => !english.some((known) => known === word))).toEqual([])
})

test('the English words are those that all spell alike', () => {
  const respell = respellingFor('en-US')
  expect(english.filter((word) => respell(word) !== word)).toEqual([])
})

test('each language has the gaps of the English words', () => {
  const other = Object.entries(german).filter(
    ([word, translation]) => String(gaps(word)) !== String(gaps(translation)),
  )
  expect(other).toEqual([])
})

test('pages have their own words in the language of the pack, and English ones where there is no table', () => {
  expect(wordsFor('de-AT')('Page {page} of {pages}', { page: 1, pages: 2 })).toBe('Seite 1 von 2')
  expect(wordsFor('en-US')('Contents')).toBe('Contents')
  expect(wordsFor('xh-ZA')('Contents')).toBe('Contents')
})
