import * as z from 'zod'
import { PublishedForm } from '../model/form.ts'

/** Name of the list of the forms that were handed out; it lies beside the configuration. */
export const PUBLISHED_FORMS = 'published-forms.json'

/** The list, as it stands in the file. */
export const PublishedForms = z.array(PublishedForm)

/** The text of the file: a form a line, so that version control shows what a build has added. */
export function publishedFormsText(forms: readonly PublishedForm[]): string {
  return `[\n${forms.map((form) => `  ${JSON.stringify(form)}`).join(',\n')}\n]\n`
}
