import { PDFDocument, type PDFPage } from 'pdf-lib'
import { claimsOfPack } from '../../contracts/claims.ts'
import { destinationPages } from '../../contracts/destinations.ts'
import { definitionName } from '../../contracts/file-names.ts'
import type { StampedDocument } from '../../model/project.ts'
import { finish, type PrintedForm, type StampContext } from './finish.ts'
import { findMarkers, type Marker } from './markers.ts'
import { dateOf } from './metadata/date.ts'
import { type PlacedSlot, placeSlots } from './place-slots.ts'

/** What is printed as one file. */
export interface Pack {
  readonly title: string
  /** In any order; the forms among them with the definitions of their own files. */
  readonly documents: readonly StampedDocument[]
}

/**
 * Does for the file with all documents what `stamp` does for that of one. The names of fields begin with the id of their
 * form (`mentoring-contract.mentee.name`), and each document begins at the named destination that is its id.
 */
export async function stampPack(
  pdf: Uint8Array,
  { title, documents }: Pack,
  context: StampContext,
): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  const forms = formsIn(file, documents)
  return finish(file, {
    title,
    date: new Date(Math.max(...documents.map(({ document }) => dateOf(document.meta).getTime()))),
    slots: slotsIn(file, documents),
    forms,
    claims: claimsOfPack(forms.map(({ definition }) => definition)),
    ...context,
  })
}

function slotsIn(file: PDFDocument, documents: readonly StampedDocument[]): PlacedSlot[] {
  const byDocument = Map.groupBy(findMarkers(file), ({ key }) => key.slice(0, key.indexOf('.')))
  return documents.flatMap(({ document }) => {
    const prefix = `${document.id}.`
    const markers = byDocument.get(document.id) ?? []
    return placeSlots(
      document,
      markers.map((marker): Marker => ({ ...marker, key: marker.key.slice(prefix.length) })),
    ).map(({ slot, ...place }) => ({ ...place, slot: { ...slot, name: prefix + slot.name } }))
  })
}

/** The forms with their pages, in the order of the pages. */
function formsIn(file: PDFDocument, documents: readonly StampedDocument[]): PrintedForm[] {
  const pages = file.getPages()
  const destinations = destinationPages(file)
  const starts = documents
    .map((stamped) => ({ ...stamped, page: destinations.get(stamped.document.id) ?? pages.length }))
    .sort((a, b) => a.page - b.page)
  return starts.flatMap(({ definition, page }, index) => {
    const own: PDFPage[] = pages.slice(page, starts[index + 1]?.page)
    return definition ? [{ fileName: definitionName(definition.id), definition, pages: own }] : []
  })
}
