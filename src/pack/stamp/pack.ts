import { PDFDocument } from 'pdf-lib'
import { claimsOfPack } from '../../contracts/claims.ts'
import { destinationPages, GROUP } from '../../contracts/destinations.ts'
import type { Document } from '../../model/document.ts'
import type { StampedDocument } from '../../model/project.ts'
import { complete, mend, type PrintedForm, type StampContext } from './finish.ts'
import { dateOf } from './metadata/date.ts'
import { nestBookmarks } from './outline.ts'

/** What is printed as one file. */
export interface Pack {
  readonly title: string
  /** In any order; the forms among them with the definitions of their own files. */
  readonly documents: readonly PartOfPack[]
}

/** What is to be known of a document. */
interface PartOfPack extends Pick<StampedDocument, 'definition'> {
  readonly document: Pick<Document, 'id' | 'meta'>
}

/** Gives the final file, once it is known what is in it. */
export type CompletePack = (pack: Pack) => Promise<Uint8Array>

/**
 * Does for the file with all documents what `stamp` does for that of one: the most of it at once, and the rest when its documents are
 * stamped. It is to be read and printed, so that its forms have no fields. Each document begins at the named destination that is its id.
 */
export async function openPack(pdf: Uint8Array, context: StampContext): Promise<CompletePack> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  const destinations = destinationPages(pdf).places
  nestBookmarks(file, groupPages(destinations))
  mend(file, context)
  return ({ title, documents }) => {
    const forms = formsIn(file, documents, destinations)
    return complete(file, {
      title,
      date: new Date(Math.max(...documents.map(({ document }) => dateOf(document.meta).getTime()))),
      forms,
      claims: claimsOfPack(forms.map(({ definition }) => definition)),
      ...context,
    })
  }
}

/** The forms with their pages, in the order of the pages. */
function formsIn(
  file: PDFDocument,
  documents: readonly PartOfPack[],
  destinations: ReadonlyMap<string, number>,
): PrintedForm[] {
  const pages = file.getPages()
  const starts = documents
    .map((stamped) => ({ ...stamped, page: destinations.get(stamped.document.id) ?? pages.length }))
    .sort((a, b) => a.page - b.page)
  // A page before a group, which may follow, has nothing of the form.
  const ends = [...starts.map(({ page }) => page), ...groupPages(destinations), pages.length]
  return starts.flatMap(({ definition, page }) => {
    const end = Math.min(...ends.filter((next) => next > page))
    return definition ? [{ definition, pages: pages.slice(page, end) }] : []
  })
}

/** The pages that stand before groups of documents. */
function groupPages(destinations: ReadonlyMap<string, number>): Set<number> {
  return new Set([...destinations].flatMap(([id, page]) => (id.startsWith(GROUP) ? [page] : [])))
}
