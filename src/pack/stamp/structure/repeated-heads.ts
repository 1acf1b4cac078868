import type { PDFDocument, PDFRef } from 'pdf-lib'
import { textsOf } from '../content/text.ts'
import { contentsOf, elementsOf, type StructureElement, type StructureRoot } from './tree.ts'

/**
 * The marked content of table heads that Chromium prints again at the top of a page, by page. All of it belongs to the one
 * element of the head, where a screen reader would say the same words once for each page.
 */
export function repeatedHeads(file: PDFDocument, root: StructureRoot): Map<PDFRef, Set<number>> {
  const texts = new Map(file.getPages().map((page) => [page.ref, lazy(() => textsOf(page))]))
  const textOf = (page: PDFRef, ids: readonly number[]) =>
    ids.map((id) => texts.get(page)?.().get(id) ?? '').join('')
  const found = new Map<PDFRef, Set<number>>()
  for (const head of elementsOf(root)) {
    if (head.type !== 'TH') continue
    const [first, ...later] = [...pagesOf(head)]
    if (!first || later.length === 0) continue
    const text = textOf(...first)
    for (const [page, ids] of later) {
      if (textOf(page, ids) !== text) continue
      const ofPage = found.get(page) ?? new Set()
      for (const id of ids) ofPage.add(id)
      found.set(page, ofPage)
    }
  }
  return found
}

/** The pages that an element stands on, with its content on each. */
function pagesOf(element: StructureElement): Map<PDFRef, number[]> {
  const pages = new Map<PDFRef, number[]>()
  for (const { page, mcid } of contentsOf(element))
    pages.set(page, [...(pages.get(page) ?? []), mcid])
  return pages
}

function lazy<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
