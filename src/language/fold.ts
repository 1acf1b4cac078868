/**
 * The one form in which texts are compared that mean the same: options and what was written for them, the phrases of
 * placeholders and their answers, headings. Case, spacing and the shape of quotes and dashes do not matter.
 */
export function fold(text: string): string {
  const plain = text
    // Before the normal form, which takes the acute accent apart.
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  return foldRecordKey(plain)
}

/** The same without accents, for words of the calendar. */
export function foldWord(word: string): string {
  return fold(word).normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * The form in which records say whom or what they are about: when it is the same, they are of one case. Case and spacing
 * do not matter. The hashes of cases that organisations keep are made of it, so a wider form has to find these as well.
 */
export function foldRecordKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/**
 * The form in which the words of a blank form are found on a page: ligatures undone, and without spaces, which each
 * program sets in its own way. Forms that were handed out are known by it.
 */
export function foldPrinted(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
