import { PDFDocument } from 'pdf-lib'
import { visit } from 'unist-util-visit'
import { type Place, report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import { fontsOf } from './content/page-content.ts'
import { type ShownText, shownTextOf } from './content/shown-text.ts'
import { textsOfFont } from './font/font-texts.ts'

/** The code of the glyph of no character (`.notdef`). */
const NO_GLYPH = 0

/** What shows nothing by itself: marks, spaces, joiners and other control characters. */
const SHOWS_NOTHING = /[\p{M}\p{Z}\p{C}]/u

/** Private characters count as control characters for Unicode, but are meant to show something. */
const PRIVATE = /\p{Co}/u

/**
 * Names each character that no font has, as a message (`character-missing`) where it stands. It would be printed as an
 * empty box that says nothing to those who listen (ISO 14289-1, 7.21.8).
 */
export function reportMissing(document: Document, file: PDFDocument): void {
  const pages = file.getPages().map(shownTextOf)
  if (!pages.some(({ codes }) => codes.has(NO_GLYPH))) return
  const shown = charactersIn(pages)
  const missing = new Map<string, Place>()
  visit(document.tree, (node) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    // What is printed: of an author's straight quotes the page shows others.
    const text = (node.type === 'text' && node.data?.typeset) || node.value
    for (const character of text)
      if (!shown.has(character) && shows(character) && !missing.has(character))
        missing.set(character, node)
  })
  for (const [character, place] of missing)
    tell(document, `Unexpected character \`${character}\` (${codePointOf(character)})`, place)
  if (missing.size === 0) tell(document, 'Unexpected character in the title, a label or an answer')
}

/** The characters of a text, beyond ASCII, that no font of the printed file has, where it shows a glyph of no character. */
export async function missingIn(pdf: Uint8Array, text: string): Promise<string[]> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  const pages = file.getPages().map(shownTextOf)
  if (!pages.some(({ codes }) => codes.has(NO_GLYPH))) return []
  const shown = charactersIn(pages)
  return [...new Set(text.match(/\P{ASCII}/gu))].filter(
    (character) =>
      !shown.has(character) && (PRIVATE.test(character) || !/[\p{Z}\p{C}]/u.test(character)),
  )
}

function tell({ file }: Document, what: string, place?: Place): void {
  report(
    file,
    'character-missing',
    `${what}, expected one that a font has`,
    place,
    'It would be printed as an empty box. The fonts of the pack have Latin, Greek, Cyrillic, Hebrew and Arabic letters, signs and emoji; a picture can show others, with words that say what it shows.',
  )
}

/** The characters that the fonts of the pages say they show, and those that these are made of. */
function charactersIn(pages: readonly ShownText[]): Set<string> {
  const fonts = new Set(pages.flatMap(({ page }) => fontsOf(page)))
  const corrections = pages.flatMap((page) => page.corrections)
  const texts = [
    ...[...fonts].flatMap((font) => [...(textsOfFont(font)?.values() ?? [])]),
    ...corrections.filter(({ code }) => code !== NO_GLYPH).map(({ text }) => text),
  ]
  const forms = texts.flatMap((text) => [text, text.normalize('NFKD'), text.normalize('NFKC')])
  return new Set(forms.join(''))
}

function shows(character: string): boolean {
  return PRIVATE.test(character) || !SHOWS_NOTHING.test(character)
}

/** A character by its number, such as `U+0905`. */
export function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}
