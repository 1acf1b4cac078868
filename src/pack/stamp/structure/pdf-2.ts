import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from 'pdf-lib'
import { placesOfNote } from '../../../contracts/notes.ts'
import { annotationsOf } from '../markers.ts'
import { name, text } from '../objects.ts'
import { bookmarksIn } from '../outline.ts'
import { attributesOf } from './attributes.ts'
import { idOfNote, targetOf } from './notes.ts'
import {
  contentsOf,
  elementsOf,
  type Kid,
  type StructureElement,
  type StructureRoot,
} from './tree.ts'

const NAMESPACE = 'http://iso.org/pdf2/ssn'

/** The types of PDF 2.0 (ISO 32000-2, 14.8.4); those that it has no more are in the namespace of PDF 1.7, the default one. */
const types = new Set(
  `Document DocumentFragment Part Sect Div Aside NonStruct P H1 H2 H3 H4 H5 H6 Title FENote Sub Lbl Span Em Strong Link
  Annot Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact`.split(
    /\s+/,
  ),
)

/**
 * Makes the structure tree one of PDF 2.0 as PDF/UA-2 asks for it (ISO 14289-2): types in their namespace, destinations that
 * lead to elements, and lines of a table of contents that say which heading they are for.
 */
export function becomePdf2(file: PDFDocument, root: StructureRoot): void {
  const links = pointDestinations(file, readTargets(file, root), linkNotes(root))
  for (const element of elementsOf(root)) {
    if (element.type === 'TOCI') referTo(element, links)
    // A link is in no reference (ISO 32005, table 2); in lines of a table of contents there are none any more.
    if (element.type === 'Reference' && element.kids.some(isLink)) element.type = 'Span'
  }
  enterNamespace(root)
}

/**
 * Makes footnotes those of PDF 2.0, which name the places that refer to them and are named there (8.2.5.14); gives these elements
 * by the names of the destinations at which they stand.
 */
function linkNotes(root: StructureRoot): Map<string, StructureElement> {
  const elements = [...elementsOf(root)]
  const named = new Map<string, StructureElement>()
  for (const note of elements.filter(({ type }) => type === 'Note')) {
    const id = idOfNote(note)
    if (id === undefined) continue
    const places = elements.filter(
      ({ type, kids }) =>
        type === 'Reference' && kids.some((kid) => isLink(kid) && targetOf(kid) === id),
    )
    const { dict } = note
    note.type = 'FENote'
    dict.set(
      name('A'),
      dict.context.obj([...attributesOf(dict), { O: 'FENote', NoteType: 'Footnote' }]),
    )
    dict.set(name('Ref'), dict.context.obj(places.map(({ ref }) => ref)))
    named.set(id, note)
    const names = placesOfNote(id)
    for (const place of places) {
      place.dict.set(name('Ref'), dict.context.obj([note.ref]))
      named.set(names.next().value, place)
    }
  }
  return named
}

type FindTarget = (destination: PDFArray) => StructureElement | undefined

interface Heading {
  readonly element: StructureElement
  readonly page: PDFRef
  readonly top: number
}

/** Headings stand where their bookmarks lead; what is not at a heading is at the first element of its page. */
function readTargets(file: PDFDocument, root: StructureRoot): FindTarget {
  const elements = [...elementsOf(root)]
  const headings = elements.filter(({ type }) => /^H[1-6]$/.test(type))
  const bookmarks = outlineOf(file)
  const places = bookmarks.flatMap((item, index): Heading[] => {
    const destination = destinationOf(
      file,
      item.get(name('Dest')) ?? item.lookupMaybe(name('A'), PDFDict)?.get(name('D')),
    )
    const element = bookmarks.length === headings.length ? headings[index] : undefined
    const page = destination && pageOf(destination)
    return element && page ? [{ element, page, top: topOf(destination) }] : []
  })
  return (destination) => {
    const page = pageOf(destination)
    const top = topOf(destination)
    const near = places
      .filter((place) => place.page === page)
      .sort((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top))
    return near[0]?.element ?? elements.find((element) => isOn(element, page))
  }
}

function isOn(element: StructureElement, page: PDFRef | undefined): boolean {
  for (const content of contentsOf(element)) return content.page === page
  return false
}

function outlineOf(file: PDFDocument): PDFDict[] {
  return bookmarksIn(file).map((ref) => file.context.lookup(ref, PDFDict))
}

function pageOf(destination: PDFArray): PDFRef | undefined {
  return destination.get(0) as PDFRef | undefined
}

/** The height of an `XYZ` destination, as Chromium writes all of its own. */
function topOf(destination: PDFArray): number {
  const top = destination.size() > 3 ? destination.lookup(3) : undefined
  return top instanceof PDFNumber ? top.asNumber() : 0
}

/** The array of a destination, by name or not (ISO 32000-1, 12.3.2). */
function destinationOf({ catalog, context }: PDFDocument, value: unknown): PDFArray | undefined {
  const named =
    value instanceof PDFName ? catalog.lookupMaybe(name('Dests'), PDFDict)?.get(value) : value
  const found = named instanceof Object ? context.lookup(named as PDFArray) : undefined
  return found instanceof PDFArray ? found : undefined
}

/** Makes all destinations lead to elements as well, and gives what each link leads to. */
function pointDestinations(
  file: PDFDocument,
  find: FindTarget,
  notes: ReadonlyMap<string, StructureElement>,
): ReadonlyMap<PDFRef, StructureElement> {
  const { context, catalog } = file
  const links = new Map<PDFRef, StructureElement>()
  const structural = (destination: PDFArray, element: StructureElement) =>
    context.obj([element.ref, ...destination.asArray().slice(1)])
  function point(dict: PDFDict): StructureElement | undefined {
    const value = dict.get(name('Dest'))
    const destination = destinationOf(file, value)
    const note = value instanceof PDFName ? notes.get(value.decodeText()) : undefined
    const element = note ?? (destination && find(destination))
    if (!element || !destination) return undefined
    dict.delete(name('Dest'))
    const action = { S: 'GoTo', D: destination, SD: structural(destination, element) }
    dict.set(name('A'), context.obj(action))
    return element
  }
  for (const item of outlineOf(file)) point(item)
  for (const { ref, annotation } of file.getPages().flatMap(annotationsOf)) {
    const element = annotation.get(name('Subtype')) === name('Link') ? point(annotation) : undefined
    if (element) links.set(ref, element)
  }
  const named = catalog.lookupMaybe(name('Dests'), PDFDict)
  for (const [key, value] of named?.entries() ?? []) {
    const destination = destinationOf(file, value)
    const element = destination && (notes.get(key.decodeText()) ?? find(destination))
    if (element)
      named?.set(key, context.obj({ D: destination, SD: structural(destination, element) }))
  }
  return links
}

/** A line of a table of contents names its target, and its reference holds the link without another link (8.2.5.8, 8.2.5.20). */
function referTo(item: StructureElement, links: ReadonlyMap<PDFRef, StructureElement>): void {
  for (const reference of item.kids) {
    if (reference.kind !== 'element' || reference.type !== 'Reference') continue
    reference.kids = reference.kids.flatMap((kid) => (isLink(kid) ? kid.kids : [kid]))
    const link = reference.kids.find((kid) => kid.kind === 'object')
    const target = link && links.get(link.ref)
    if (target) item.dict.set(name('Ref'), item.dict.context.obj([target.ref]))
  }
}

function isLink(kid: Kid): kid is StructureElement {
  return kid.kind === 'element' && kid.type === 'Link'
}

function enterNamespace(root: StructureRoot): void {
  const { context } = root.dict
  const namespace = context.register(context.obj({ Type: 'Namespace', NS: text(NAMESPACE) }))
  root.dict.set(name('Namespaces'), context.obj([namespace]))
  root.dict.delete(name('RoleMap'))
  for (const { dict, type } of elementsOf(root))
    if (types.has(type)) dict.set(name('NS'), namespace)
}
