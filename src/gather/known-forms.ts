import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { KnownForms } from '../model/extraction.ts'
import { FormDefinition, PublishedForm } from '../model/form.ts'
import { hashOf } from '../model/hash.ts'
import type { Message } from '../model/message.ts'

/** The organisation's name is all that an import needs of the configuration. */
const Named = z.looseObject({ organisation: z.looseObject({ name: z.string() }) })

/**
 * Reads the definitions in a folder of `<id>.form.json` files, the list of published forms and the organisation's
 * name. All of them may be absent: a form then imports by the definition inside it, with a warning.
 */
export async function readKnownForms(
  folder: string,
  config: string,
): Promise<{ known: KnownForms; messages: Message[] }> {
  const messages: Message[] = []
  const definitions: FormDefinition[] = []
  for (const name of await definitionNames(folder)) {
    const path = join(folder, name)
    const definition = FormDefinition.safeParse(await readJson(path))
    if (definition.success && hashOf(definition.data) === definition.data.hash)
      definitions.push(definition.data)
    else messages.push(unusable(path, 'definition'))
  }
  const publishedPath = join(dirname(config), 'published-forms.json')
  const published = z.array(PublishedForm).safeParse((await readJson(publishedPath)) ?? [])
  if (!published.success) messages.push(unusable(publishedPath, 'published'))
  const json = await readJson(config)
  const named = Named.safeParse(json)
  if (json !== undefined && !named.success) messages.push(unusable(config, 'config'))
  return {
    known: {
      definitions,
      publishedHashes: new Set(published.data?.map((form) => form.hash)),
      ...(named.success && { organisation: named.data.organisation.name }),
    },
    messages,
  }
}

async function definitionNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith('.form.json')).sort()
}

/** What a JSON file holds: undefined when there is none, null when it is no JSON. Windows programs put a mark first. */
async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** What is not used, and what to do. */
const faults = {
  definition:
    'This is not a form definition as policypack writes it, so it is not used; run `policypack build` again',
  published:
    'This is not the list of published forms as policypack writes it, so it is not used; restore it from a backup',
  config:
    'The configuration cannot be read, so forms of other organisations are not told apart; run `policypack check`',
} as const

function unusable(file: string, fault: keyof typeof faults): Message {
  return { file, severity: 'warning', rule: 'definition-unreadable', message: faults[fault] }
}
