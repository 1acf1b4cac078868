import type { PDFDict, PDFDocument } from 'pdf-lib'
import { applyEdits } from '../content/edits.ts'
import { setContent } from '../content/page-content.ts'
import { type Correction, type ShownText, shownTextOf } from '../content/shown-text.ts'
import { setTextsOfFont, textsOfFont } from './font-texts.ts'

/**
 * Makes the fonts say what the glyphs on the pages mean. Where two characters look alike, such as `’` and `ʼ`, a font has
 * one glyph for both; Chromium gives it one of the meanings and corrects each place with a sequence that has an `ActualText`.
 * Search does not look there, and some programs lose the text that follows. Where a glyph has one meaning in the whole
 * file, its font gets that one and the sequences go.
 */
export function mendUnicode(file: PDFDocument): void {
  const pages = file.getPages().map(shownTextOf)
  const corrections = pages.flatMap((page) => page.corrections)
  if (corrections.length === 0) return
  const meanings = new Map<PDFDict, Map<number, string>>()
  for (const [font, ofFont] of Map.groupBy(corrections, ({ font }) => font)) {
    const said = textsOfFont(font)
    if (!said) continue
    const texts = new Map(said)
    const isPlain = (code: number) => pages.some(({ plain }) => plain.get(font)?.has(code))
    const mended = agreed(ofFont).filter(([code]) => !isPlain(code))
    for (const [code, text] of mended) texts.set(code, text)
    if (mended.length > 0) setTextsOfFont(font, texts)
    meanings.set(font, texts)
  }
  for (const page of pages) dropCorrections(page, meanings)
}

/** The codes that all corrections give the same text. */
function agreed(corrections: readonly Correction[]): [number, string][] {
  return [...Map.groupBy(corrections, ({ code }) => code)].flatMap(([code, [first, ...others]]) =>
    first && others.every(({ text }) => text === first.text) ? [[code, first.text]] : [],
  )
}

/** Takes away the sequences that say what the font says now; a no-break space is a space to those who read. */
function dropCorrections(
  { page, content, corrections }: ShownText,
  meanings: ReadonlyMap<PDFDict, ReadonlyMap<number, string>>,
): void {
  const needless = corrections.filter(({ font, code, text }) => {
    const meaning = meanings.get(font)?.get(code)
    return text === meaning || text.normalize('NFKC') === meaning
  })
  if (needless.length === 0) return
  const edits = needless.flatMap(({ begin, end }) =>
    [begin, end].map(({ start, end }) => ({ start, end, text: '' })),
  )
  setContent(page, applyEdits(content, edits))
}
