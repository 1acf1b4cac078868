import type { PDFDocument, PDFPage, PDFRef } from 'pdf-lib'
import { isPackPageAddress, packPageAddress } from '../../../contracts/pack-pages.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import { annotationsOf, uriOf } from '../markers.ts'
import { name } from '../objects.ts'

/** The place of a page of a document. */
export interface Place {
  readonly page: PDFPage
  /** Which page it is, from 0. */
  readonly index: number
  /** The link that marks it. */
  readonly marker: PDFRef
}

/** Takes the links off the pages that mark places, and gives these by their addresses. */
export function takePlaces(file: PDFDocument): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [index, page] of file.getPages().entries()) {
    const annotations = annotationsOf(page)
    const marking = annotations.filter(({ annotation }) => isPackPageAddress(uriOf(annotation)))
    for (const { annotation, ref } of marking)
      places.set(uriOf(annotation)!, { page, index, marker: ref })
    const others = annotations.filter((one) => !marking.includes(one)).map(({ ref }) => ref)
    page.node.set(name('Annots'), file.context.obj(others))
  }
  return places
}

/** The places of all pages of a document. */
export function placesOf(
  id: string,
  count: number,
  places: ReadonlyMap<string, Place>,
): [Place, ...Place[]] {
  return Array.from({ length: count }, (_, index) => {
    const place = places.get(packPageAddress(id, index))
    if (place) return place
    throw new OperatorError(
      `Page ${index + 1} of \`${id}\` has no place in the pack; where you have templates of your own, look for what hides its \`.place\` in \`pack.hbs\``,
    )
  }) as [Place, ...Place[]]
}
