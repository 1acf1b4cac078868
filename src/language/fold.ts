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
  return foldEarlierRecordKey(plain)
}

/** The same without accents, for words of the calendar. */
export function foldWord(word: string): string {
  return fold(word).normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * The form in which records say whom or what they are about: when it is the same, they are of one case. What a reader sees
 * as equal is equal in it, whichever keyboard, telephone or word processor it was typed on.
 */
export function foldRecordKey(text: string): string {
  let folded = withoutInvisible(text)
  for (const [shapes, one] of alike) folded = folded.replace(shapes, one)
  return foldEarlierRecordKey(
    folded
      .normalize('NFKC')
      .replace(/\p{Pd}|\u2212|\u2043/gu, '-')
      .replace(/\s+/g, ' ')
      // Upper case first, which makes the one of all small letters that share a capital.
      .toUpperCase()
      .toLowerCase()
      .replaceAll('i\u0307', 'i')
      .replaceAll('ς', 'σ')
      .replace(/[\s.,;]{1,40}$/, ''),
  )
}

/**
 * The form of record keys of old. The hashes of cases that organisations keep may be made of it.
 */
export function foldEarlierRecordKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** A text without the characters that nobody can see and that change nothing, for comparing. */
function withoutInvisible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]/gu, '')
}

/** Shapes that keyboards and word processors write for one character, before the normal form takes some apart. */
const alike: readonly (readonly [shapes: RegExp, one: string])[] = [
  [/[\u2018-\u201b\u02b9\u02bb-\u02bd\u02c8\u2032\u055a\u05f3\ua78c\uff07`´]/g, "'"],
  [/[\u201c-\u201f\u2033\u02ba\u05f4\u00ab\u00bb]/g, '"'],
  [/[\u2027\u2219\u22c5\u30fb\uff65]/g, '·'],
  [/\u2800/g, ' '],
  [/\u1e9e/g, 'ß'],
  // Romanian letters of older keyboards, and the Persian and the Arabic letters of one shape.
  [/[\u015e\u015f]|[Ss]\u0327/g, 'ș'],
  [/[\u0162\u0163]|[Tt]\u0327/g, 'ț'],
  [/[\u064a\u0649]/g, 'ی'],
  [/\u0643/g, 'ک'],
]

/**
 * The form in which the words of a blank form are found on a page: ligatures undone, and without spaces, which each
 * program sets in its own way. Forms that were handed out are known by it.
 */
export function foldPrinted(text: string): string {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  if (!RIGHT_TO_LEFT.test(folded)) return folded
  return withOpeningBrackets(folded)
}

/** A text in which each bracket is the first of its pair: programs write either of them for one in a line from right to left. */
export function withOpeningBrackets(text: string): string {
  return text.replace(/[)\]}»›]/gu, (sign) => '([{«‹'[')]}»›'.indexOf(sign)] ?? sign)
}

/** Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
