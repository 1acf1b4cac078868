/** What may stand before the first word without being spoken: quotes, brackets, signs of money. */
const UNSPOKEN = /^[\s"“„'‘«(*_[{#£$€¥₹~]+/u
/** Begin with a vowel in writing, and in speech as *you* or *one* do. */
const LIKE_CONSONANT =
  /^(?:eu|ewe|one\b|once\b|u(?:ni(?!n|m[pm]|de)|nanim|nary|s[aeiu]|t[eio]|r[aiuo]|bi|fo|gand|krain|ku|v\b))/i
/** Begin with a consonant in writing and not in speech. */
const SILENT = /^(?:hour|honest|honou?r|honorari|heir)/i
/** Said letter by letter: `HR`, `M&E`, `A4`, `NGOs`, `MSc`, `X-ray`, `U-turn`. */
const SPELT =
  /^(?:[A-Z][A-Z&\d]+(?:s\b|(?![a-z]))|[A-Z](?:Sc|Phil|Res|Ed|Eng|Litt|Mus|Tech|Chem|Pharm|Arch)\b|[A-Z](?=[-.]|[ ]?\d))/
/** Of those, the ones that are said as words all the same: of four letters and more that can be, and a few of three. */
const AS_WORD =
  /^(?:[FHLMNRS][AEIOU][A-Z]{2,}|S[CKLMNPTW][AEIOU][A-Z]+|F[LR][AEIOU][A-Z]+|(?:LAN|RAM|REM|ROM|SAR|SAT|SIM|SUV)(?![A-Z]))/
/** Letters whose names begin with a vowel. */
const VOWEL_NAME = /^[AEFHILMNORSX]/
/** Eight, eleven, eighteen, their thousands, and years: `an 1850 deed`, but `a 1,850 m walk` and `a 180-day notice`. */
const NUMBER = /^(?:8|1[18](?:\d{2,3}|\d{6})?(?!\d))/

/** `a` or `an`, by how the words after it are spoken. */
export function indefiniteArticle(words: string): 'a' | 'an' {
  return beginsWithVowel(words.replace(UNSPOKEN, '').normalize('NFD').replace(/\p{M}/gu, ''))
    ? 'an'
    : 'a'
}

function beginsWithVowel(spoken: string): boolean {
  if (/^\d/.test(spoken)) return NUMBER.test(spoken)
  if (SPELT.test(spoken) && !AS_WORD.test(spoken)) return VOWEL_NAME.test(spoken)
  return SILENT.test(spoken) || (/^[aeiou]/i.test(spoken) && !LIKE_CONSONANT.test(spoken))
}
