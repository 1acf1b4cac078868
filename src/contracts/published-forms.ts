import * as z from 'zod'
import { PublishedForm } from '../model/form.ts'

/** Name of the list of the forms that were handed out; it lies beside the configuration. */
export const PUBLISHED_FORMS = 'published-forms.json'

/** The list, as it stands in the file. */
export const PublishedForms = z.array(PublishedForm)

/**
 * The hashes by which an organisation knows the forms that it handed out. Several configurations in one folder share the list; one that
 * has the folder to itself published all of them, even where it had another name then.
 */
export function hashesOf(
  forms: readonly PublishedForm[],
  owner: { readonly organisation: string | undefined; readonly hasFolderToItself: boolean },
): string[] {
  const isOwn = (form: PublishedForm): boolean =>
    owner.hasFolderToItself ||
    owner.organisation === undefined ||
    (form.organisation ?? owner.organisation) === owner.organisation
  return forms
    .filter(isOwn)
    .flatMap(({ hash, questions }) => [hash, ...(questions ? [questions] : [])])
}

/** The text of the file: a form a line, so that version control shows what a build has added. */
export function publishedFormsText(forms: readonly PublishedForm[]): string {
  return `[\n${forms.map((form) => `  ${JSON.stringify(form)}`).join(',\n')}\n]\n`
}
