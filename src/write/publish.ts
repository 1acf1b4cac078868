import type { FormDefinition, PublishedForm } from '../model/form.ts'
import { replaceFile } from './replace-file.ts'

/** The list of forms that were handed out, and what is to be added to it. */
export interface Publication {
  /** Path of `published-forms.json`. */
  readonly path: string
  readonly known: readonly PublishedForm[]
  readonly definitions: readonly FormDefinition[]
  /** Today, ISO 8601. */
  readonly date: string
}

/** Adds the forms to the list that are not on it yet, so that copies handed out today can be read in years to come. */
export async function publish({ path, known, definitions, date }: Publication): Promise<void> {
  const hashes = new Set(known.map(({ hash }) => hash))
  const added = definitions
    .filter(({ hash }) => !hashes.has(hash))
    .map(({ id, version, hash }): PublishedForm => ({ id, version, hash, date }))
  if (added.length === 0) return
  const lines = [...known, ...added].map((form) => `  ${JSON.stringify(form)}`)
  await replaceFile(path, new TextEncoder().encode(`[\n${lines.join(',\n')}\n]\n`))
}
