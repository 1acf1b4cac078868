import type { PDFDocument, PDFString } from 'pdf-lib'
import { DEFINITION_FILE } from '../../contracts/claims.ts'
import { wordsFor } from '../../language/words.ts'
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
  const { id, version, locale } = definition
  const attachment = {
    fileName: DEFINITION_FILE,
    about: wordsFor(locale)('Definition of the form {form}', { form: `${id} ${version}` }),
    type: 'application/json',
    relationship: 'Data',
    bytes: new TextEncoder().encode(JSON.stringify(definition)),
  } as const
  attachFiles(file, [attachment], date)
}
