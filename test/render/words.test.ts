import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { respellingFor } from '../../src/language/spelling.ts'
import { ofOne } from '../../src/language/words/english.ts'
import { german } from '../../src/language/words/german.ts'
import { hebrew } from '../../src/language/words/hebrew.ts'
import { tables, wordsFor, wordsOf } from '../../src/language/words.ts'

const source = join(import.meta.dirname, '../../src')
const templates = join(import.meta.dirname, '../../templates')
const layouts = readdirSync(templates).filter((name) => name.endsWith('.hbs'))
const words: readonly string[] = Object.keys(german)
const gaps = (text: string) => text.match(/\{\w+\}/g)?.sort() ?? []

test.each(layouts)('%s says only what stands in the tables', (name) => {
  const text = readFileSync(join(templates, name), 'utf8')
  const said = Array.from(text.matchAll(/\{\{say "([^"]*)"/g), ([, word]) => word)
  expect(said.filter((word) => !words.some((known) => known === word))).toEqual([])
})

test('every word of the tables is said somewhere', () => {
  const texts = [
    ...layouts.map((name) => readFileSync(join(templates, name), 'utf8')),
    ...readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith(join('language', 'words')))
      .map((name) => readFileSync(join(source, name), 'utf8')),
  ].join('\n')
  expect(words.filter((word) => !isSaid(word, texts))).toEqual([])
})

/** Whether a text has a word in quotes, or as a key. */
function isSaid(word: string, texts: string): boolean {
  return [`'${word}'`, `"${word}"`].some((said) => texts.includes(said)) || isKey(word, texts)
}

function isKey(word: string, texts: string): boolean {
  return /^\w+$/.test(word) && new RegExp(`^ +${word}: `, 'm').test(texts)
}

test('the English words are those that all spell alike', () => {
  const respell = respellingFor('en-US')
  const all = [...words, ...Object.values(ofOne)]
  expect(all.filter((word) => respell(word) !== word)).toEqual([])
})

describe.each(Object.entries({ german, hebrew }))('%s', (_, table) => {
  test('has the gaps of the English words', () => {
    const other = Object.entries(table).filter(([word, translation]) => {
      const { other: usual } =
        typeof translation === 'string' ? { other: translation } : translation
      return String(gaps(word)) !== String(gaps(usual))
    })
    expect(other).toEqual([])
  })

  test('is of quotes and gaps of its own', () => {
    const texts = Object.values(table).flatMap((text) =>
      typeof text === 'string' ? text : Object.values(text),
    )
    expect(texts.filter((text) => /[‘“][^’”‘“]*[’”]/.test(text) && !text.includes('„'))).toEqual([])
  })
})

test.each(Object.entries(tables))('%s has each form of what is counted', (language, table) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  for (const word of Object.keys(ofOne))
    expect(Object.keys(table[word as keyof typeof ofOne] ?? {}).sort()).toEqual(
      pluralCategories.toSorted(),
    )
})

test('what is counted stands in the form that the language has for the number', () => {
  const polish = wordsOf(
    { '{count} pages': { one: '{count} strona', few: '{count} strony', many: '{count} stron' } },
    'pl',
  )
  const said = [1, 2, 5, 12, 22].map((count) => polish('{count} pages', { count }))
  expect(said).toEqual(['1 strona', '2 strony', '5 stron', '12 stron', '22 strony'])
  expect(wordsFor('en-ZA')('{count} pages', { count: 1 })).toBe('1 page')
  expect(wordsFor('fr')('{count} pages', { count: 0 })).toBe('0 pages')
  expect(wordsFor('de-AT')('{count} pages', { count: 1 })).toBe('1 Seite')
})

test('pages have their own words in the language of the pack, and English ones where there is no table', () => {
  expect(wordsFor('de-AT')('Page {page} of {pages}', { page: 1, pages: 2 })).toBe('Seite 1 von 2')
  expect(wordsFor('en-US')('Contents')).toBe('Contents')
  expect(wordsFor('xh-ZA')('Contents')).toBe('Contents')
})
