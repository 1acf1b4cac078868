import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { readDefinition } from '../../contracts/definition.ts'
import { CONFIG_FILE } from '../../contracts/file-names.ts'
import type { Message } from '../../messages/message.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { KnownForms } from '../../model/extraction.ts'
import { type FormDefinition, PublishedForm } from '../../model/form.ts'

/** The organisation's name is all that an import needs of the configuration. */
const Named = z.looseObject({ organisation: z.looseObject({ name: z.string() }) })

/** A folder of `<id>.form.json` files. */
export interface FormsFolder {
  readonly path: string
  /** The user named it, so that it must be there. */
  readonly isNamed: boolean
}

/**
 * Reads the definitions in a folder, the list of published forms and the organisation's name. All of them may be absent: a
 * form then imports by the definition inside it, with a warning. Throws an {@link OperatorError} when a folder that the user
 * named holds no definition.
 */
export async function readKnownForms(
  folder: FormsFolder,
  config: string,
): Promise<{ known: KnownForms; messages: Message[] }> {
  const messages: Message[] = []
  const definitions: FormDefinition[] = []
  for (const name of await definitionNames(folder)) {
    const path = join(folder.path, name)
    const definition = readDefinition(await readJson(path))
    if (definition) definitions.push(definition)
    else messages.push(unusable(path, 'definition'))
  }
  const publishedPath = join(dirname(config), 'published-forms.json')
  const list = await readJson(publishedPath)
  const published = z.array(PublishedForm).safeParse(list === undefined ? [] : list)
  if (!published.success) messages.push(unusable(publishedPath, 'published'))
  const json = await readJson(config)
  const named = Named.safeParse(json)
  if (json !== undefined && !named.success) messages.push(unusable(config, 'config'))
  const organisation = named.data?.organisation.name
  const own = (published.data ?? []).filter((form) => isOwn(form, organisation, config))
  return {
    known: {
      definitions,
      publishedHashes: new Set(
        own.flatMap(({ hash, questions }) => [hash, ...(questions ? [questions] : [])]),
      ),
      ...(organisation !== undefined && { organisation }),
    },
    messages,
  }
}

/**
 * Several configurations in one folder share the list of published forms. One that has the folder to itself published all
 * of them, even where it had another name then.
 */
function isOwn(form: PublishedForm, organisation: string | undefined, config: string): boolean {
  const owner = form.organisation ?? organisation
  return basename(config) === CONFIG_FILE || organisation === undefined || owner === organisation
}

async function definitionNames({ path, isNamed }: FormsFolder): Promise<string[]> {
  const names = await readdir(path).catch((cause: unknown) => {
    if (!isNamed && isAbsence(cause)) return []
    throw new OperatorError(
      `The folder of form definitions \`${path}\` cannot be opened; check the path given by --forms`,
      { cause },
    )
  })
  const definitions = names.filter((name) => name.endsWith('.form.json'))
  if (isNamed && definitions.length === 0)
    throw new OperatorError(
      `There is no form definition in the folder \`${path}\`; name by --forms the folder \`forms\` of a pack`,
    )
  return definitions.sort()
}

/**
 * What a JSON file holds: undefined when there is none, null when it cannot be read or is no JSON. Windows programs put a
 * mark first.
 */
async function readJson(path: string): Promise<unknown> {
  try {
    const text = await readFile(path, 'utf8')
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return isAbsence(error) ? undefined : null
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** What is not used, and what to do. */
const faults = {
  definition:
    'This is not a form definition as policypack writes it, so it is not used; run `policypack build` again',
  published:
    'This list of published forms cannot be read or is not as policypack writes it, so it is not used; restore it from a backup',
  config:
    'The configuration cannot be read, so forms of other organisations are not told apart; run `policypack check`',
} as const

function unusable(file: string, fault: keyof typeof faults): Message {
  return { file, severity: 'warning', rule: 'definition-unreadable', message: faults[fault] }
}
