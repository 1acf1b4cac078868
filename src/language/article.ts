/** Begin with a vowel in writing and not in speech. */
const LIKE_CONSONANT = /^(?:eu|ewe|one\b|once\b|u(?:ni(?!n|m)|s[aeiu]|t[ei]|ti|ra|ri|bi|f[oO]))/i
/** Begin with a vowel in speech and not in writing. */
const SILENT = /^(?:hour|honest|honou?r|heir)/i
/** Letters whose names begin with a vowel, and abbreviations that are read as words which do. */
const SPELT = /^[AEFHILMNORSX](?:[B-DF-HJ-NP-TV-Z]|\d|\b)|^(?:[AIO]|E(?!U[A-Z]))[A-Z]/
const NUMBER = /^(?:8|1[18](?!\d))/

/** `a` or `an`, by how the words after it are spoken. */
export function indefiniteArticle(words: string): 'a' | 'an' {
  const isSpelt = /^[A-Z]{2,}\b|^[A-Z]\d/.test(words)
  if (isSpelt) return SPELT.test(words) ? 'an' : 'a'
  if (NUMBER.test(words) || SILENT.test(words)) return 'an'
  return /^[aeiou]/i.test(words) && !LIKE_CONSONANT.test(words) ? 'an' : 'a'
}
