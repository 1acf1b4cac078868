import type { PDFDocument, PDFString } from 'pdf-lib'
import { DEFINITION_FILE } from '../../contracts/claims.ts'
import type { FormDefinition } from '../../model/form.ts'
import { attachFiles } from './attach-files.ts'

/**
 * Embeds the definition of a form, by which it is known when it comes back.
 *
 * @param date of the last change, as a PDF date
 */
export function attachDefinition(
  file: PDFDocument,
  definition: FormDefinition,
  date: PDFString,
): void {
  const { id, version } = definition
  const attachment = {
    fileName: DEFINITION_FILE,
    about: `Definition of the form ${id} ${version}`,
    type: 'application/json',
    relationship: 'Data',
    bytes: new TextEncoder().encode(JSON.stringify(definition)),
  } as const
  attachFiles(file, [attachment], date)
}
