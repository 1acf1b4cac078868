import { readPublishedFormsMaybe } from '../../configuration/published-forms.ts'
import { publishedFormsText } from '../../contracts/published-forms.ts'
import { withLock } from '../../files/lock.ts'
import { replaceText } from '../../files/write-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { FormDefinition, PublishedForm } from '../../model/form.ts'

/** What is to be added to the list of forms that were handed out. */
export interface Publication {
  readonly path: string
  readonly definitions: readonly FormDefinition[]
  /** Today, ISO 8601. */
  readonly date: string
}

/**
 * Adds the forms to the list that are not on it yet, so that copies handed out today can be read in years to come. What
 * another build has added in the meantime stays on it. Throws an {@link OperatorError} when the list cannot be read any
 * more, or not be written.
 */
export async function publish(publication: Publication): Promise<void> {
  const { path } = publication
  // Mostly all are on it, and the folder need not be writable then.
  if (added(await readList(path), publication).length > 0)
    await withLock(`${path}.lock`, `Another build writes ${path}`, () => addForms(publication))
}

async function addForms(publication: Publication): Promise<void> {
  const known = await readList(publication.path)
  const text = publishedFormsText([...known, ...added(known, publication)])
  await replaceText(publication.path, text, { durable: true })
}

function added(known: readonly PublishedForm[], { definitions, date }: Publication) {
  const listed = new Set(known.map(keyOf))
  return definitions
    .filter((form) => !listed.has(keyOf(form)))
    .map(
      ({ id, version, organisation, hash, questions }): PublishedForm => ({
        id,
        version,
        organisation,
        hash,
        questions,
        date,
      }),
    )
}

/** A line of old does not tell the questions; they come on another. */
function keyOf({ hash, questions }: Pick<PublishedForm, 'hash' | 'questions'>): string {
  return `${hash} ${questions}`
}

async function readList(path: string): Promise<readonly PublishedForm[]> {
  const list = await readPublishedFormsMaybe(path)
  if (!list) return []
  if (list.forms) return list.forms
  throw new OperatorError(
    `${path} was changed during the build and cannot be read; mend it and build again`,
  )
}
