import { perLocale } from './locale.ts'
import { type Forms, worded } from './worded.ts'
import { ofOne, type Word } from './words/english.ts'
import { german } from './words/german.ts'
import { hebrew } from './words/hebrew.ts'

/** Gives a word in the language of a pack; `count` among the values chooses the form of what is counted. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** What a language says for the words that it has. */
export type Table = Readonly<Partial<Record<Word, string | Forms>>>

const english: Table = Object.fromEntries(
  Object.entries(ofOne).map(([other, one]) => [other, { one, other }]),
)

/** The tables of languages. */
export const tables: Readonly<Record<string, Table>> = {
  en: english,
  de: german,
  he: hebrew,
}

/** A word in all forms and in every language that there is a table for, to know again what a form says. */
export function inAllLanguages(word: Word): string[] {
  return Object.values(tables).flatMap((table) => {
    const text = table[word] ?? word
    return typeof text === 'string' ? [text] : Object.values(text)
  })
}

/** The words of pages and forms in the language of a locale; in English, in words that all spell alike, where there is no table for it. */
export const wordsFor = perLocale((locale): Say => {
  const table = tableOf(locale)
  return table ? wordsOf(table, locale) : wordsOf(english, 'en')
})

/** The words of a table, in the form that its language has for a number. */
export function wordsOf(table: Table, locale: string): Say {
  return (word, values) => worded(table[word] ?? word, locale, values)
}

/** The table of the language of a locale; none where there is no such table. */
export function tableOf(locale: string): Table | undefined {
  return tables[new Intl.Locale(locale).language]
}

/** Whether there is a table for the language of a locale. */
export function hasWords(locale: string): boolean {
  return tableOf(locale) !== undefined
}
