import { openPdf, readPages } from '../pdf/index.ts'

/**
 * Marks an empty element of a printed page with the id of a heading: the render stage puts it into a list of contents, and the print
 * stage the number of the page on which the heading came to stand.
 */
export const PAGE_OF = 'data-page-of'

/** The id of the heading before a group of documents. No id of a document holds two hyphens. */
export const GROUP = 'group--'

/** What stands before the id of a place in a document where several share one file. No id of a document holds two hyphens. */
export function prefixInPack(id: string): string {
  return `${id}--`
}

/** How many pages a PDF has, and on which, counted from 0, its named destinations are (ISO 32000-1, 12.3.2.3). */
export function destinationPages(pdf: Uint8Array): {
  readonly pages: number
  readonly places: Map<string, number>
} {
  const file = openPdf(pdf)
  const { objects, catalog } = file
  const pages = readPages(file)
  const numbers = new Map(pages.map(({ dict, index }) => [dict, index]))
  const places = new Map<string, number>()
  for (const [name, value] of objects.dict(catalog.get('Dests')) ?? []) {
    const page = objects.dict(objects.array(value)?.[0])
    const number = page && numbers.get(page)
    if (number !== undefined) places.set(asWritten(name), number)
  }
  return { pages: pages.length, places }
}

/** Chromium writes the ids of headings as in an address, `%C3%9Cbersicht`. */
function asWritten(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
