import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import { placeInAddress } from '../../contracts/pack-pages.ts'
import { addressInPack } from '../../contracts/print-site.ts'
import type { ReadText } from './content/element-text.ts'
import { quadsOf, type Rectangle, union } from './link-quads.ts'
import { annotationsOf, uriOf } from './markers.ts'
import { name, numbers, round, text, textIn } from './objects.ts'
import { elementsOf, type StructureElement, type StructureRoot } from './structure/tree.ts'

/** The place in another file that a link is meant for, in an entry that is nobody else's (ISO 32000-1, annex E). */
export const PLACE = 'XXPlace'

/**
 * Makes links within the pack relative, makes one annotation on each page of a link over several lines, and describes each
 * link by its text (ISO 14289-1, 7.18.5).
 */
export function mendLinks(file: PDFDocument, structure: StructureRoot, textOf: ReadText): void {
  const pages = new Map(file.getPages().map((page) => [page.ref, page]))
  const texts = new Map<PDFRef, string>()
  for (const element of elementsOf(structure)) {
    if (element.type !== 'Link') continue
    joinLines(element, pages)
    const description = textIn(element.dict, 'Alt') ?? textOf(element)
    for (const kid of element.kids) if (kid.kind === 'object') texts.set(kid.ref, description)
  }
  for (const { ref, annotation } of file.getPages().flatMap(annotationsOf)) {
    if (annotation.get(name('Subtype')) !== name('Link')) continue
    const uri = uriOf(annotation)
    const [target, place] = uri === undefined ? [] : placeInAddress(addressInPack(uri))
    if (target !== undefined) annotation.lookup(name('A'), PDFDict).set(name('URI'), text(target))
    if (place !== undefined) annotation.set(name(PLACE), text(place))
    annotation.set(name('Contents'), text(texts.get(ref) || target || 'Link'))
  }
}

/**
 * Chromium gives a link one annotation for each piece of a line, and for the space at its end: the first on each page takes
 * the places of the others as its quadrilaterals (ISO 32000-1, table 173).
 */
function joinLines(link: StructureElement, pages: ReadonlyMap<PDFRef, PDFPage>): void {
  const places = link.kids.filter((kid) => kid.kind === 'object')
  if (places.length < 2) return
  const onPages = [...Map.groupBy(places, ({ page }) => page)].flatMap(([pageRef, onPage]) => {
    const page = pages.get(pageRef)
    const refs = onPage.map(({ ref }) => ref)
    return page ? { page, refs, quads: quadsOf(refs.map((ref) => rectangleOf(page, ref))) } : []
  })
  const isSeen = onPages.some(({ quads }) => quads.length > 0)
  const kept = new Set<PDFObject>()
  for (const { page, refs, quads } of onPages) {
    const [first] = refs
    const own = isSeen ? quads : [rectangleOf(page, first as PDFRef)]
    if (first && own.length > 0) {
      kept.add(first)
      spread(page.node.context.lookup(first, PDFDict), own)
    }
    const annotations = page.node.Annots()?.asArray() ?? []
    const others = new Set<PDFObject>(refs.filter((ref) => !kept.has(ref)))
    page.node.set(
      name('Annots'),
      page.node.context.obj(annotations.filter((item) => !others.has(item))),
    )
  }
  link.kids = link.kids.filter((kid) => kid.kind !== 'object' || kept.has(kid.ref))
}

/** Gives an annotation the places of one link on a page. */
function spread(annotation: PDFDict, quads: readonly Rectangle[]): void {
  annotation.set(name('Rect'), annotation.context.obj([...union(quads)]))
  if (quads.length < 2) return
  // The order of Acrobat, which all programs follow: upper left, upper right, lower left, lower right.
  const points = quads.flatMap(([left, bottom, right, top]) => [
    ...[left, top, right, top],
    ...[left, bottom, right, bottom],
  ])
  annotation.set(name('QuadPoints'), annotation.context.obj(points))
}

function rectangleOf({ node }: PDFPage, ref: PDFRef): Rectangle {
  const values = numbers(node.context.lookup(ref, PDFDict).lookup(name('Rect'), PDFArray))
  const [left = 0, bottom = 0, right = 0, top = 0] = values.map((value) => round(value))
  return [left, bottom, right, top]
}
