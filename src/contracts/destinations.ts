import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib'

/**
 * Marks an empty element of a printed page with the id of a heading: the render stage puts it into a list of contents, and the print
 * stage the number of the page on which the heading came to stand.
 */
export const PAGE_OF = 'data-page-of'

/** The id of the heading before a group of documents. No id of a document holds two hyphens. */
export const GROUP = 'group--'

/** The pages, counted from 0, on which the named destinations of a PDF are (ISO 32000-1, 12.3.2.3). */
export function destinationPages(document: PDFDocument): Map<string, number> {
  const numbers = new Map(document.getPages().map((page, index) => [page.ref, index]))
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const found = new Map<string, number>()
  for (const [name, value] of destinations?.entries() ?? []) {
    const place = document.context.lookup(value)
    const page = place instanceof PDFArray ? place.get(0) : undefined
    const number = page instanceof PDFRef ? numbers.get(page) : undefined
    if (number !== undefined) found.set(name.decodeText(), number)
  }
  return found
}
