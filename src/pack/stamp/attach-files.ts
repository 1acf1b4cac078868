import type { PDFDocument, PDFRef, PDFString } from 'pdf-lib'
import { name, text } from './objects.ts'

/** A file to put into a PDF. */
export interface Attachment {
  readonly fileName: string
  /** What it is, in words. */
  readonly about: string
  /** Media type. */
  readonly type: string
  /** What it is to the PDF (ISO 32000-2, table 43). */
  readonly relationship: 'Data' | 'Source'
  readonly bytes: Uint8Array
}

/**
 * Embeds files as associated ones (ISO 19005-3, 6.8).
 *
 * @param date of their last change, as a PDF date
 */
export function attachFiles(
  file: PDFDocument,
  attachments: readonly Attachment[],
  date: PDFString,
): void {
  const { context, catalog } = file
  // A name tree is sorted.
  const specifications = attachments
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .map((attachment) => ({ ...attachment, ref: specify(file, attachment, date) }))
  catalog.set(name('AF'), context.obj(specifications.map(({ ref }) => ref)))
  catalog.set(
    name('Names'),
    context.obj({
      EmbeddedFiles: {
        Names: specifications.flatMap(({ fileName, ref }) => [text(fileName), ref]),
      },
    }),
  )
}

function specify(
  { context }: PDFDocument,
  { fileName, about, type, relationship, bytes }: Attachment,
  date: PDFString,
): PDFRef {
  const embedded = context.stream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: type,
    Params: { Size: bytes.length, ModDate: date },
  })
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: text(fileName),
      UF: text(fileName),
      Desc: text(about),
      AFRelationship: relationship,
      EF: { F: context.register(embedded) },
    }),
  )
}
