import { PDFDocument, PDFNumber, type PDFRef } from 'pdf-lib'
import { claimsOfPack } from '../../../contracts/claims.ts'
import { destinationPages, GROUP, prefixInPack } from '../../../contracts/destinations.ts'
import { addressOfPdf } from '../../../contracts/pack-pages.ts'
import { directionOf } from '../../../language/direction.ts'
import type { Document } from '../../../model/document.ts'
import type { StampedDocument } from '../../../model/project.ts'
import { complete, mend, type StampContext } from '../finish.ts'
import { mergeFonts } from '../font/merge-fonts.ts'
import { annotationsOf } from '../markers.ts'
import { dateOf } from '../metadata/date.ts'
import { destinationsIn, name } from '../objects.ts'
import { nestBookmarks } from '../outline.ts'
import { countIds, listIds } from '../structure/rename-ids.ts'
import { pruneEmpty } from '../structure/repairs.ts'
import { contentsOf, elementsOf, type StructureRoot } from '../structure/tree.ts'
import { type Joined, join } from './join.ts'
import { leadInside } from './lead-inside.ts'
import { numberContents } from './number-contents.ts'
import type { Part } from './part.ts'
import { type Place, placesOf, takePlaces } from './places.ts'

export { openPart, type Part } from './part.ts'

/** A document with what is to be known of it. */
interface PartOfPack extends Pick<StampedDocument, 'definition'> {
  readonly document: Pick<Document, 'id' | 'meta'>
  readonly part: Part
}

/** What becomes one file. */
export interface Pack {
  readonly title: string
  /** What is printed of it beside the documents, with a link for each of their pages. */
  readonly frame: Uint8Array
  /** In any order. */
  readonly parts: readonly PartOfPack[]
}

/** A document and where its pages are put. */
interface Sited extends PartOfPack {
  readonly places: readonly [Place, ...Place[]]
}

/**
 * Makes one PDF of a pack: the pages of the stamped documents with their texts, tags and links, put on those that are printed for them. It
 * is to be read and printed, so that its forms have no fields. Each document begins at the named destination that is its id. Throws an
 * `OperatorError` where a template of one's own has no place for a page.
 */
export async function assemblePack(
  { title, frame, parts }: Pack,
  context: StampContext,
): Promise<Uint8Array> {
  const file = await PDFDocument.load(frame, { updateMetadata: false, parseSpeed: Infinity })
  const places = takePlaces(file)
  const sited = parts
    .map((one): Sited => {
      const count = one.part.file.getPageCount()
      return { ...one, places: placesOf(one.document.id, count, places) }
    })
    .sort((a, b) => a.places[0].index - b.places[0].index)
  mend(file, {
    ...context,
    join(structure) {
      const joined = joinAll(file, structure, sited)
      dropMarkers(structure, new Set(Array.from(places.values(), ({ marker }) => marker)))
      listIds(structure)
      numberParents(file)
      nestBookmarks(
        file,
        pagesOfGroups(frame),
        joined.flatMap(({ bookmarks }) => bookmarks),
      )
      leadInside(
        file,
        joined.flatMap(({ links }) => links),
        sited.map(({ document: { id } }, index) => ({
          id,
          address: addressOfPdf(id, context.config.organisation),
          headings: joined[index]!.headings,
        })),
      )
      mergeFonts(file)
      const isRightToLeft = directionOf(context.config.organisation.locale) === 'rtl'
      numberContents(file, structure, isRightToLeft)
    },
  })
  return complete(file, {
    title,
    date: new Date(Math.max(...parts.map(({ document }) => dateOf(document.meta).getTime()))),
    claims: claimsOfPack(sited.flatMap(({ definition }) => definition ?? [])),
    ...context,
  })
}

/** Puts all documents into the file, in their order. */
function joinAll(file: PDFDocument, structure: StructureRoot, sited: readonly Sited[]): Joined[] {
  const above = shiftIds(structure, sited)
  const destinations = destinationsIn(file)
  const whole = { file, structure, shared: new Map(), ids: countIds(structure) }
  return sited.map(({ document: { id }, part, places }) => {
    const [{ page, marker }] = places
    if (!destinations.has(name(id)))
      destinations.set(name(id), file.context.obj([page.ref, 'XYZ', 0, page.getHeight(), 0]))
    const pages = places.map((place) => place.page)
    return join(whole, part, { pages, marker, prefix: prefixInPack(id), above })
  })
}

/**
 * Numbers the tagged content of pages that documents are put on after that of these, and gives how much higher its ids are, for each
 * page that has some.
 */
function shiftIds(structure: StructureRoot, sited: readonly Sited[]): Map<PDFRef, number> {
  const above = new Map<PDFRef, number>()
  for (const element of elementsOf(structure))
    for (const { page } of contentsOf(element)) above.set(page, 0)
  for (const { part, places } of sited) {
    const pages = new Map(part.file.getPages().map(({ ref }, index) => [ref, places[index]!.page]))
    for (const { page, mcid } of contentsOf(part.structure)) {
      const { ref } = pages.get(page)!
      const highest = above.get(ref)
      if (highest !== undefined) above.set(ref, Math.max(highest, mcid + 1))
    }
  }
  for (const element of elementsOf(structure))
    element.kids = element.kids.map((kid) =>
      kid.kind === 'content' ? { ...kid, mcid: kid.mcid + (above.get(kid.page) ?? 0) } : kid,
    )
  return above
}

/** Takes the elements of links that mark places out of the tree. */
function dropMarkers(structure: StructureRoot, markers: ReadonlySet<PDFRef>): void {
  for (const element of elementsOf(structure))
    element.kids = element.kids.filter(
      (kid) =>
        kid.kind !== 'element' ||
        !kid.kids.some((one) => one.kind === 'object' && markers.has(one.ref)),
    )
  pruneEmpty(structure)
}

/** Gives each page and each link a number of its own in the parent tree (ISO 32000-1, 14.7.4.4). */
function numberParents(file: PDFDocument): void {
  let next = 0
  for (const page of file.getPages()) {
    page.node.set(name('Tabs'), name('S'))
    page.node.set(name('StructParents'), PDFNumber.of(next++))
    for (const { annotation } of annotationsOf(page))
      annotation.set(name('StructParent'), PDFNumber.of(next++))
  }
}

/** The pages that stand before groups of documents. */
function pagesOfGroups(frame: Uint8Array): Set<number> {
  const { places } = destinationPages(frame)
  return new Set([...places].flatMap(([id, page]) => (id.startsWith(GROUP) ? [page] : [])))
}
