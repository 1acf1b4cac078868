import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type ConfigurationFile,
  readConfigurationMaybe,
} from '../../configuration/configuration-file.ts'
import {
  type PublishedFormsFile,
  publishedFormsPath,
  readPublishedFormsMaybe,
} from '../../configuration/published-forms.ts'
import { readDefinition } from '../../contracts/definition.ts'
import { CONFIG_FILE, isDefinitionName } from '../../contracts/file-names.ts'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { hashesOf } from '../../contracts/published-forms.ts'
import { folderItself } from '../../files/inside.ts'
import { isMissing } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import type { Message } from '../../messages/message.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { holidaysOf } from '../../model/organisation.ts'
import { readAdoptedForms } from './adopted-forms.ts'

/** How dates are read where nothing is known of the organisation. */
const USUAL_LOCALE = 'en-GB'

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
): Promise<{ known: KnownForms; blanks: Map<string, string>; messages: Message[] }> {
  const messages: Message[] = []
  const definitions: FormDefinition[] = []
  const blanks = new Map<string, string>()
  for (const name of await definitionNames(folder)) {
    const path = join(folder.path, name)
    const bytes = await readBytesMaybe(path).catch(() => undefined)
    const definition = readDefinition(parseJsonMaybe(bytes?.toString() ?? ''))
    if (definition) {
      definitions.push(definition)
      // The pack has the forms themselves beside the folder of their definitions.
      blanks.set(definition.hash, join(folder.path, '..', `${definition.id}.pdf`))
    } else messages.push(unusable(path, 'definition'))
  }
  const listPath = publishedFormsPath(config)
  const list: Partial<PublishedFormsFile> | undefined =
    await readPublishedFormsMaybe(listPath).catch(nothingOf)
  if (list && !list.forms) messages.push(unusable(listPath, 'published'))
  const configuration: Partial<ConfigurationFile> | undefined =
    await readConfigurationMaybe(config).catch(nothingOf)
  if (configuration && !configuration.organisation) messages.push(unusable(config, 'config'))
  const organisation = configuration?.organisation?.name
  const hasFolderToItself = basename(config) === CONFIG_FILE
  const adopted = await readAdoptedForms(config, {
    organisation: organisation ?? 'Unknown organisation',
    locale: configuration?.organisation?.locale ?? USUAL_LOCALE,
  })
  messages.push(...adopted.messages)
  return {
    known: {
      definitions: [...definitions, ...adopted.definitions],
      publishedHashes: new Set(hashesOf(list?.forms ?? [], { organisation, hasFolderToItself })),
      ...(configuration?.organisation && {
        organisation: configuration.organisation.name,
        holidays: holidaysOf(configuration.organisation),
      }),
    },
    blanks,
    messages,
  }
}

async function definitionNames({ path, isNamed }: FormsFolder): Promise<string[]> {
  await folderItself(path)
  const names = await readdir(path).catch((cause: unknown) => {
    if (!isNamed && isMissing(cause)) return []
    throw new OperatorError(
      `The folder of form definitions \`${path}\` cannot be opened; check the path given by --forms`,
      { cause },
    )
  })
  const definitions = names.filter(isDefinitionName)
  if (isNamed && definitions.length === 0)
    throw new OperatorError(
      `There is no form definition in the folder \`${path}\`; name by --forms the folder \`forms\` of a pack`,
    )
  return definitions.sort()
}

/** A file that cannot be opened is not used, like one that cannot be read: the forms import all the same. */
function nothingOf(error: unknown): Record<string, never> {
  if (error instanceof OperatorError) return {}
  throw error
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
