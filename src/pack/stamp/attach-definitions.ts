import type { PDFDocument, PDFRef, PDFString } from 'pdf-lib'
import type { FormDefinition } from '../../model/form.ts'
import { name, text } from './objects.ts'

/** A definition and the name under which it is embedded. */
export interface Attachment {
  readonly fileName: string
  readonly definition: FormDefinition
}

/**
 * Embeds definitions as associated files (ISO 19005-3, 6.8) with the relationship `Data`.
 *
 * @param date of the last change, as a PDF date
 */
export function attachDefinitions(
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
  { fileName, definition }: Attachment,
  date: PDFString,
): PDFRef {
  const bytes = new TextEncoder().encode(JSON.stringify(definition))
  const embedded = context.flateStream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: 'application/json',
    Params: { Size: bytes.length, ModDate: date },
  })
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: text(fileName),
      UF: text(fileName),
      Desc: text(`Definition of the form ${definition.id} ${definition.version}`),
      AFRelationship: 'Data',
      EF: { F: context.register(embedded) },
    }),
  )
}
