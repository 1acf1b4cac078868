/** The text as it is compared: case, spacing and the shape of quotes and dashes do not matter. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The same without accents, for words of the calendar. */
export function foldWord(word: string): string {
  return fold(word).normalize('NFD').replace(/\p{M}/gu, '')
}
