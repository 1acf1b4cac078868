import { PDFDict, type PDFDocument } from 'pdf-lib'
import type { ReadText } from './content/element-text.ts'
import { name, text } from './objects.ts'
import { elementsOf, type StructureRoot } from './structure/tree.ts'

/**
 * Gives each bookmark the text of its heading. Chromium makes one for each, but leaves out spaces where a line ends, and
 * says a text twice when the heading was moved to the next page.
 */
export function mendOutline(file: PDFDocument, structure: StructureRoot, textOf: ReadText): void {
  const headings = [...elementsOf(structure)].filter(({ type }) => /^H[1-6]$/.test(type))
  const outline = file.catalog.lookupMaybe(name('Outlines'), PDFDict)
  const items = outline ? [...itemsIn(outline)] : []
  if (items.length !== headings.length)
    throw new Error(`Unexpected ${items.length} bookmarks for ${headings.length} headings`)
  for (const [index, heading] of headings.entries())
    items[index]?.set(name('Title'), text(textOf(heading)))
}

/** The bookmarks in the order in which they are shown (ISO 32000-1, 12.3.3). */
function* itemsIn(parent: PDFDict): Generator<PDFDict> {
  let item = parent.lookupMaybe(name('First'), PDFDict)
  while (item) {
    yield item
    yield* itemsIn(item)
    item = item.lookupMaybe(name('Next'), PDFDict)
  }
}
