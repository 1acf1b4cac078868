import { dirname, join } from 'node:path'
import type { VFile } from 'vfile'
import { PUBLISHED_FORMS, PublishedForms } from '../contracts/published-forms.ts'
import { parseJson } from '../files/json.ts'
import { reportIssues } from '../files/schema-issues.ts'
import { readTextMaybe } from '../files/text-file.ts'
import { PublishedForm } from '../model/form.ts'

/** The list of the forms that were handed out, as it was read. */
export interface PublishedFormsFile {
  /** Messages about the list collect here. */
  readonly file: VFile
  /** Undefined when the list has faults. */
  readonly forms: readonly PublishedForm[] | undefined
}

/** Where the list of a configuration lies; several configurations in one folder share it. */
export function publishedFormsPath(config: string): string {
  return join(dirname(config), PUBLISHED_FORMS)
}

/** Reads a list of forms; undefined when there is none. Throws an `OperatorError` when it cannot be opened. */
export async function readPublishedFormsMaybe(
  path: string,
): Promise<PublishedFormsFile | undefined> {
  const file = await readTextMaybe(path, 'config-syntax')
  return file && { file, forms: formsIn(file) }
}

function formsIn(file: VFile): readonly PublishedForm[] | undefined {
  const json = parseJson(file)
  if (!json) return undefined
  const { data, error } = PublishedForms.safeParse(json.value)
  if (error)
    reportIssues(file, json, error.issues, {
      expectations: {},
      keysAt: () => Object.keys(PublishedForm.shape),
    })
  return file.messages.length === 0 ? data : undefined
}
