import { perLocale } from './locale.ts'
import { ofOne, type Word } from './words/english.ts'
import { german } from './words/german.ts'

/** Gives a word in the language of a pack; `count` among the values chooses the form of what is counted. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** The forms of a text for the numbers that a language tells apart, as CLDR names them. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** What a language says for the words that it has. */
export type Table = Readonly<Partial<Record<Word, string | Forms>>>

const english: Table = Object.fromEntries(
  Object.entries(ofOne).map(([other, one]) => [other, { one, other }]),
)

/** The tables of languages. */
export const tables: Readonly<Record<string, Table>> = { en: english, de: german }

/** A word in all forms and in every language that there is a table for, to know again what a form says. */
export function inAllLanguages(word: Word): string[] {
  return Object.values(tables).flatMap((table) => {
    const text = table[word] ?? word
    return typeof text === 'string' ? [text] : Object.values(text)
  })
}

/** The words of pages and forms in the language of a locale; in English, in words that all spell alike, where there is no table for it. */
export const wordsFor = perLocale((locale): Say => {
  const { language } = new Intl.Locale(locale)
  const table = tables[language]
  return table ? wordsOf(table, locale) : wordsOf(english, 'en')
})

/** The words of a table, in the form that its language has for a number. */
export function wordsOf(table: Table, locale: string): Say {
  const plurals = new Intl.PluralRules(locale)
  return (word, values = {}) => {
    const found = table[word] ?? word
    const text =
      typeof found === 'string' ? found : (found[plurals.select(Number(values.count))] ?? word)
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
  }
}

/** Whether there is a table for the language of a locale. */
export function hasWords(locale: string): boolean {
  return tables[new Intl.Locale(locale).language] !== undefined
}
