import { PDFDict, type PDFDocument, type PDFPage } from 'pdf-lib'
import { visit } from 'unist-util-visit'
import { type Place, report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import { contentOf } from './content/page-content.ts'
import { shownTextOf } from './content/shown-text.ts'
import { textsOf } from './font/mend-unicode.ts'
import { name } from './objects.ts'

/** A string with the code 0, the glyph of no character (`.notdef`), as Chromium writes strings. */
const NO_GLYPH = /<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*>/

/** What shows nothing by itself: marks, spaces, joiners and other control characters. */
const SHOWS_NOTHING = /[\p{M}\p{Z}\p{C}]/u

/** Private characters count as control characters for Unicode, but are meant to show something. */
const PRIVATE = /\p{Co}/u

/**
 * Names each character that no font has, as a message (`character-missing`) where it stands. It would be printed as an
 * empty box that says nothing to those who listen (ISO 14289-1, 7.21.8).
 */
export function reportMissing(document: Document, file: PDFDocument): void {
  const hasGap = file
    .getPages()
    .some((page) => NO_GLYPH.test(Buffer.from(contentOf(page)).toString('latin1')))
  if (!hasGap) return
  const shown = charactersIn(file)
  const missing = new Map<string, Place>()
  visit(document.tree, (node) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    for (const character of node.value)
      if (!shown.has(character) && shows(character) && !missing.has(character))
        missing.set(character, node)
  })
  for (const [character, place] of missing)
    tell(document, `Unexpected character \`${character}\` (${codePointOf(character)})`, place)
  if (missing.size === 0) tell(document, 'Unexpected character in the title, a label or an answer')
}

function tell({ file }: Document, what: string, place?: Place): void {
  report(
    file,
    'character-missing',
    `${what}, expected one that a font has`,
    place,
    'It would be printed as an empty box. The fonts of the pack have Latin, Greek and Cyrillic letters and common signs.',
  )
}

/** The characters that the fonts of a file say they show, and those that these are made of. */
function charactersIn(file: PDFDocument): Set<string> {
  const pages = file.getPages()
  const corrections = pages.flatMap((page) => shownTextOf(page).corrections)
  const texts = [
    ...[...new Set(pages.flatMap(fontsOf))].flatMap((font) => [...(textsOf(font)?.values() ?? [])]),
    ...corrections.filter(({ code }) => code !== 0).map(({ text }) => text),
  ]
  const forms = texts.flatMap((text) => [text, text.normalize('NFKD'), text.normalize('NFKC')])
  return new Set(forms.join(''))
}

function fontsOf({ node }: PDFPage): PDFDict[] {
  const fonts = node.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('Font'), PDFDict)
  return fonts?.keys().map((key) => fonts.lookup(key, PDFDict)) ?? []
}

function shows(character: string): boolean {
  return PRIVATE.test(character) || !SHOWS_NOTHING.test(character)
}

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}
