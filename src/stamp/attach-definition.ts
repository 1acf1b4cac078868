import type { PDFDocument, PDFString } from 'pdf-lib'
import { DEFINITION_FILE, type FormDefinition } from '../model/form.ts'
import { name, text } from './objects.ts'

/**
 * Embeds the definition as an associated file (ISO 19005-3, 6.8) with the relationship `Data`.
 *
 * @param date of the last change, as a PDF date
 */
export function attachDefinition(
  file: PDFDocument,
  definition: FormDefinition,
  date: PDFString,
): void {
  const { context, catalog } = file
  const bytes = new TextEncoder().encode(JSON.stringify(definition))
  const embedded = context.flateStream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: 'application/json',
    Params: { Size: bytes.length, ModDate: date },
  })
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: text(DEFINITION_FILE),
      UF: text(DEFINITION_FILE),
      Desc: text(`Definition of the form ${definition.id} ${definition.version}`),
      AFRelationship: 'Data',
      EF: { F: context.register(embedded) },
    }),
  )
  catalog.set(name('AF'), context.obj([specification]))
  catalog.set(
    name('Names'),
    context.obj({ EmbeddedFiles: { Names: [text(DEFINITION_FILE), specification] } }),
  )
}
