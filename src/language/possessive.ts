/**
 * What makes an owner of a name, in English: `’s` after one, also one that ends in an s (`James’s`, `Ross’s`), and the apostrophe
 * alone after many (`Friends’`, `Human Resources’`).
 */
export function possessiveEnding(name: string): '’' | '’s' {
  const [last = ''] = /[\p{L}\p{M}\d&]+$/u.exec(name) ?? []
  return isPlural(last) ? '’' : '’s'
}

/** Endings of one: `business`, `campus`, `crisis`, `Thomas`. */
const OF_ONE = /(?:ss|us|is|as|os|ys)$/i
/** Days of many end so too: `surveys`, `Sundays`. */
const OF_MANY = /[aeou]ys$/i
/** First and last names that end as many would. */
const PEOPLE = new Set(
  [
    'adams andrews banks barnes barrows bates briggs brooks burns byers charles childs coles collins combs cummings cummins',
    'daniels dawes dickens edwards evans fields francis fuentes giles hastings hayes henriques hicks higgins hobbs holmes hopkins',
    'hughes huggins humphreys ives jacobs james jeffries jenkins jennings johns jones jules keynes knowles kings lyons marcos marques matthews',
    'mercedes meyers mills miles moses myers nichols owens parsons perkins peters phillips pickles potts reeves reynolds rhodes',
    'richards roberts robbins rodrigues rogers sanders saunders simmons simons staples stephens stevens stubbs summers surtees tibbs',
    'walters waters watkins watts wells wiggins wilkins williams withers woods yates',
  ].flatMap((line) => line.split(' ')),
)

function isPlural(word: string): boolean {
  if (!/s$/i.test(word)) return false
  // `NHS` is one, `SMEs` are many.
  if (/^[\p{Lu}\d&]{2,5}$/u.test(word)) return false
  if (PEOPLE.has(word.toLowerCase())) return false
  return OF_MANY.test(word) || !OF_ONE.test(word)
}
