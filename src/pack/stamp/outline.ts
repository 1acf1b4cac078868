import { PDFDict, type PDFDocument, PDFHexString, PDFString } from 'pdf-lib'
import type { ReadText } from './content/element-text.ts'
import { name, text } from './objects.ts'
import { elementsOf, type StructureRoot } from './structure/tree.ts'

/**
 * Gives each bookmark the text of its heading. Chromium makes one for each, but leaves out spaces where a line ends, and
 * says a text twice when the heading was moved to the next page. Where there is not one for each, as when a style sheet
 * hides a heading, they stay as they are, and the first heading without is told.
 */
export function mendOutline(
  file: PDFDocument,
  structure: StructureRoot,
  textOf: ReadText,
  onUnlisted: (heading: string) => void,
): void {
  const headings = [...elementsOf(structure)].filter(({ type }) => /^H[1-6]$/.test(type))
  const outline = file.catalog.lookupMaybe(name('Outlines'), PDFDict)
  const items = outline ? [...itemsIn(outline)] : []
  if (items.length !== headings.length) {
    const titles = new Set(items.map((item) => withoutSpaces(textIn(item))))
    const texts = headings.map(textOf)
    onUnlisted(texts.find((one) => !titles.has(withoutSpaces(one))) ?? texts.at(-1) ?? '')
    return
  }
  for (const [index, heading] of headings.entries())
    items[index]?.set(name('Title'), text(textOf(heading)))
}

function textIn(item: PDFDict): string {
  const title = item.lookup(name('Title'))
  return title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : ''
}

function withoutSpaces(words: string): string {
  return words.replace(/\s/g, '')
}

/** The bookmarks in the order in which they are shown (ISO 32000-1, 12.3.3). */
export function* itemsIn(parent: PDFDict): Generator<PDFDict> {
  let item = parent.lookupMaybe(name('First'), PDFDict)
  while (item) {
    yield item
    yield* itemsIn(item)
    item = item.lookupMaybe(name('Next'), PDFDict)
  }
}
