import { PDFDict, type PDFDocument, type PDFPage, type PDFRef } from 'pdf-lib'
import { textsOf } from './content/text.ts'
import { annotationsOf, uriOf } from './markers.ts'
import { name, text } from './objects.ts'
import { elementsOf, type StructureElement, type StructureRoot } from './structure/tree.ts'

/** The made-up site under which pages are printed; what follows it is relative to the pack. */
const SITE = 'http://policypack.invalid/'

/** Makes links within the pack relative and describes each link by its text (ISO 14289-1, 7.18.5). */
export function mendLinks(file: PDFDocument, structure: StructureRoot): void {
  const texts = linkTexts(file, structure)
  for (const { ref, annotation } of file.getPages().flatMap(annotationsOf)) {
    if (annotation.get(name('Subtype')) !== name('Link')) continue
    const uri = uriOf(annotation)
    const target = uri?.startsWith(SITE) ? uri.slice(SITE.length) : uri
    if (target !== undefined) annotation.lookup(name('A'), PDFDict).set(name('URI'), text(target))
    annotation.set(name('Contents'), text(texts.get(ref) || target || 'Link'))
  }
}

/** The text of the link element that each annotation belongs to. */
function linkTexts(file: PDFDocument, structure: StructureRoot): Map<PDFRef, string> {
  const pages = new Map(file.getPages().map((page) => [page.ref, page]))
  const readPages = new Map<PDFPage, Map<number, string>>()
  const textOf = (pageRef: PDFRef, mcid: number): string => {
    const page = pages.get(pageRef)
    if (!page) return ''
    const texts = readPages.get(page) ?? textsOf(page)
    readPages.set(page, texts)
    return texts.get(mcid) ?? ''
  }
  const found = new Map<PDFRef, string>()
  for (const element of elementsOf(structure)) {
    if (element.type !== 'Link') continue
    const words = contentsOf(element).map(({ page, mcid }) => textOf(page, mcid))
    const description = words.join(' ').replace(/\s+/g, ' ').trim()
    for (const kid of element.kids) if (kid.kind === 'object') found.set(kid.ref, description)
  }
  return found
}

function contentsOf(element: StructureElement) {
  return [element, ...elementsOf(element)].flatMap(({ kids }) =>
    kids.filter((kid) => kid.kind === 'content'),
  )
}
