import GithubSlugger from 'github-slugger'
import {
  type PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import { annotationsOf } from '../markers.ts'
import { destinationsIn, name, textIn } from '../objects.ts'
import { bookmarksIn, destinationOf, topBookmarksOf } from '../outline.ts'
import { renameIds } from '../structure/rename-ids.ts'
import {
  elementsOf,
  type Kid,
  type StructureElement,
  type StructureRoot,
} from '../structure/tree.ts'
import { openCopy, type Shared } from './copy.ts'
import { mergePages } from './merge-pages.ts'
import type { Part } from './part.ts'

/** A file that documents are put into. */
export interface Whole {
  readonly file: PDFDocument
  readonly structure: StructureRoot
  readonly shared: Shared
  /** How many elements have an identifier. */
  ids: number
}

/** Where a document is put. */
export interface Site {
  /** One for each of its own. */
  readonly pages: readonly PDFPage[]
  /** What its elements take the place of. */
  readonly marker: PDFRef
  /** Stands before the names of its destinations. */
  readonly prefix: string
  /** Where tagged content is on the pages already: how many ids below its own those of the document have. */
  readonly above: ReadonlyMap<PDFRef, number>
}

/** What a document has become. */
export interface Joined {
  /** The bookmarks that are below no other. */
  readonly bookmarks: readonly PDFRef[]
  readonly links: readonly PDFDict[]
  /** Where its headings are, by the names that they have in addresses. */
  readonly headings: ReadonlyMap<string, PDFArray>
}

/** Puts a document into a file: what is on its pages, its elements, links, destinations and bookmarks. */
export function join(whole: Whole, part: Part, { pages, marker, prefix, above }: Site): Joined {
  const { context } = whole.file
  const from = part.file.context
  const own = part.file.getPages()
  whole.ids = renameIds(part.structure, whole.ids)
  const [top] = part.structure.kids
  const holder = holderOf(whole.structure, marker) ?? { parent: whole.structure, at: 0 }

  const refs = new Map(own.map(({ ref }, index) => [ref, pages[index]!.ref]))
  const anew = [
    ...own.flatMap(annotationsOf).map(({ ref }) => ref),
    ...[...elementsOf(part.structure)].map(({ ref }) => ref),
    ...bookmarksIn(part.file),
  ]
  for (const ref of anew) refs.set(ref, context.register(context.obj({})))
  if (top?.kind === 'element') refs.set(top.ref, holder.parent.ref)
  const refOf = (ref: PDFRef) => refs.get(ref)!
  const copy = openCopy(from, context, refs, whole.shared)
  function fill(ref: PDFRef, without: readonly string[] = []): PDFDict {
    const dict = context.lookup(refOf(ref), PDFDict)
    for (const [key, value] of from.lookup(ref, PDFDict).entries())
      if (!without.includes(key.decodeText())) dict.set(key, copy(value))
    return dict
  }
  function move(kid: Kid): Kid {
    if (kid.kind === 'content') return { ...kid, page: refOf(kid.page) }
    if (kid.kind === 'object') return { ...kid, page: refOf(kid.page), ref: refOf(kid.ref) }
    const { ref, type, kids } = kid
    // The others are written with the whole tree.
    const dict = fill(ref, ['K', 'NS', 'P', 'Pg'])
    return { kind: 'element', ref: refOf(ref), dict, type, kids: kids.map(move) }
  }

  const kids = top?.kind === 'element' ? top.kids : part.structure.kids
  holder.parent.kids.splice(holder.at, 1, ...kids.map(move))
  const links = own.flatMap((page, index) => {
    const to = pages[index]!
    mergePages(to, page, copy, above.get(to.ref))
    const ofPage = annotationsOf(page).map(({ ref }) => ref)
    const before = to.node.Annots()?.asArray() ?? []
    to.node.set(name('Annots'), context.obj([...before, ...ofPage.map(refOf)]))
    return ofPage.map((ref) => fill(ref, ['P']))
  })
  const headings = headingsOf(bookmarksIn(part.file).map((ref) => fill(ref)))
  const destinations = destinationsIn(whole.file)
  for (const [key, value] of destinationsIn(part.file).entries())
    destinations.set(name(prefix + key.decodeText()), copy(value))
  for (const link of links) {
    const named = link.get(name('Dest'))
    if (named instanceof PDFName) link.set(name('Dest'), name(prefix + named.decodeText()))
  }
  return { bookmarks: topBookmarksOf(part.file).map(refOf), links, headings }
}

/** The number of a clause, which no name has. */
const NUMBER = /^\d[\d.]*\s+/

function headingsOf(bookmarks: readonly PDFDict[]): Map<string, PDFArray> {
  const slugger = new GithubSlugger()
  return new Map(
    bookmarks.flatMap((item) => {
      const anchor = slugger.slug((textIn(item, 'Title') ?? '').replace(NUMBER, ''))
      const destination = destinationOf(item)
      return destination ? [[anchor, destination] as const] : []
    }),
  )
}

interface Holder {
  readonly parent: StructureRoot | StructureElement
  readonly at: number
}

/** The element that holds that of a marker and has others beside it, and where among them; paragraphs around it alone go with it. */
function holderOf(parent: StructureRoot | StructureElement, marker: PDFRef): Holder | undefined {
  for (const [at, kid] of parent.kids.entries()) {
    if (kid.kind !== 'element') continue
    if (kid.kids.some((one) => one.kind === 'object' && one.ref === marker)) return { parent, at }
    const holder = holderOf(kid, marker)
    if (!holder) continue
    const isAround = holder.parent === kid && kid.kids.length === 1 && kid.type === 'P'
    return isAround ? { parent, at } : holder
  }
  return undefined
}
