/**
 * Makes `noto-sans.ttf`, the font for what people type into a form: Noto Sans with Latin, Greek and Cyrillic only, so
 * that it can be embedded whole in each form. Run it after an update of the font: `node templates/form-font/make.ts`.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

const source = new URL('../../node_modules/@expo-google-fonts/noto-sans/', import.meta.url)
const target = new URL('./', import.meta.url)

/** First and last code point of each stretch that is kept; the Unicode blocks have the names on the right. */
const ranges: readonly (readonly [number, number])[] = [
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x017f], // Latin-1 Supplement, Latin Extended-A
  [0x0180, 0x024f], // Latin Extended-B
  [0x02b9, 0x02dd], // Spacing Modifier Letters
  [0x0300, 0x0331], // Combining Diacritical Marks
  [0x0370, 0x03ff], // Greek
  [0x0400, 0x052f], // Cyrillic and its supplement
  [0x1e00, 0x1eff], // Latin Extended Additional
  [0x1f00, 0x1fff], // Greek Extended
  [0x2010, 0x2044], // General Punctuation
  [0x20a0, 0x20bf], // Currency Symbols
  [0x2103, 0x2122], // ℃, №, ™
  [0x2212, 0x2212], // Minus sign
]

const characters = ranges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
  .join('')

const font = await readFile(new URL('400Regular/NotoSans_400Regular.ttf', source))
const subset = await subsetFont(font, characters, {
  targetFormat: 'truetype',
  noLayoutClosure: true,
  // Programs that fill in forms place one glyph after the other and use none of these
  dropTables: ['GDEF', 'GPOS', 'GSUB', 'STAT'],
})
await writeFile(new URL('noto-sans.ttf', target), subset)
await copyFile(new URL('LICENSE_FONT', source), new URL('OFL.txt', target))
