/**
 * Makes `noto-sans.ttf`, the font for what people type into a form: Noto Sans with the letters of the languages that are
 * written in Latin, Greek and Cyrillic today and no others, so that it can be embedded whole in each form. Run it after an
 * update of the font: `node templates/form-font/make.ts`.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

const source = new URL('../../node_modules/@expo-google-fonts/noto-sans/', import.meta.url)
const target = new URL('./', import.meta.url)

/** What is kept, by the Unicode block that it is in; a hyphen stands between the ends of a stretch. */
const kept = {
  'Basic Latin': '\u0020-\u007e',
  'Latin-1 Supplement, Latin Extended-A': '\u00a0-\u017f',
  // Africa, Azerbaijan, Romania, the Sami, Vietnam, Pinyin, Salish; without what only linguists write, or nobody any more.
  'Latin Extended-B': 'ƀƁƆƇƈƉƊƎƏƐƑƒƓƔƖƗƘƙƚƛƝƟƠơƤƥƩƬƭƯưƱƲƳƴƷǀ-ǃǍ-ǣǤ-ǰǴǵǸ-ǿȘ-țȞȟȦ-ȳȺ-ȾɁ-ɄɌɍ',
  'Latin Extended-C': 'ⱥⱦ',
  'IPA Extensions': 'ɓɔɖɗəɛɠɣɨɩɫɬɲɵʃʉʊʋʌʒʔʕ',
  'Spacing Modifier Letters': 'ʰʷʹ-˝',
  'Combining Diacritical Marks': '\u0300-\u0331',
  Greek: '\u0374\u0375\u037a\u037e΄-ώϗ',
  'Cyrillic and its supplement': 'Ѐ-џҊ-ӿԐ-ԓԚ-ԝԤ-ԩ',
  'Latin Extended Additional': '\u1e00-\u1eff',
  // With the spaces and the marks that join, part and turn words, which show nothing.
  'General Punctuation': '\u2002-\u200f‐-―‘-‟†-•…\u202a-\u202f‰′″‹›⁄\u2066-\u2069',
  'Currency Symbols': '₡₦₨-₮₱₲₴₵₸-₺₼-₿',
  'Letterlike Symbols, Mathematical Operators': '℃№™−',
  'Alphabetic Presentation Forms': 'ﬀ-ﬄ',
  // U+FFFD is drawn for all that is not here.
  Specials: '\ufffd',
}

const font = await readFile(new URL('400Regular/NotoSans_400Regular.ttf', source))
const subset = await subsetFont(font, Object.values(kept).map(stretched).join(''), {
  targetFormat: 'truetype',
  noLayoutClosure: true,
  // Programs that fill in forms place one glyph after the other and use none of these
  dropTables: ['GDEF', 'GPOS', 'GSUB', 'STAT'],
})
await writeFile(new URL('noto-sans.ttf', target), subset)
await copyFile(new URL('LICENSE_FONT', source), new URL('OFL.txt', target))

function stretched(characters: string): string {
  return characters.replace(/(.)-(.)/gu, (_, first: string, last: string) => {
    const [from, to] = [codePoint(first), codePoint(last)]
    return Array.from({ length: to - from + 1 }, (_, index) =>
      String.fromCodePoint(from + index),
    ).join('')
  })
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}
