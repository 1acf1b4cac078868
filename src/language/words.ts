import { perLocale } from './locale.ts'
import type { Word, Words } from './words/english.ts'
import { german } from './words/german.ts'

/** Gives a word in the language of a pack. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** The languages beside English. */
const languages: Readonly<Record<string, Words>> = { de: german }

/** A word in every language that there is a table for, to know again what a form says. */
export function inAllLanguages(word: Word): string[] {
  return [word, ...Object.values(languages).map((table) => table[word])]
}

/** The words of pages and forms in the language of a locale; in English, in words that all spell alike, where there is no table for it. */
export const wordsFor = perLocale((locale): Say => {
  const table = languages[new Intl.Locale(locale).language]
  return (word, values = {}) =>
    (table?.[word] ?? word).replace(/\{(\w+)\}/g, (gap, name: string) =>
      String(values[name] ?? gap),
    )
})
