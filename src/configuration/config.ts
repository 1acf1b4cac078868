import type { VFile } from 'vfile'
import type { Json } from '../files/json.ts'
import { reportIssues, type Vocabulary } from '../files/schema-issues.ts'
import { report } from '../messages/message.ts'
import { rules } from '../messages/rules.ts'
import { didYouMean } from '../messages/suggest.ts'
import { Change } from '../model/document.ts'
import { Config, DocumentSettings, Organisation } from '../model/organisation.ts'
import { ProgrammeSettings } from '../model/programme.ts'
import type { ConfigurationFile } from './configuration-file.ts'

export interface LoadedConfig {
  readonly config: Config
  readonly json: Json
}

/**
 * Checks a configuration against the documents that there are; faults become messages on its file. Undefined when there
 * is nothing to go on with.
 */
export function checkConfiguration(
  { file, json }: Pick<ConfigurationFile, 'file' | 'json'>,
  documentIds: readonly string[],
): LoadedConfig | undefined {
  if (!json) return undefined
  const unknownDocuments = reportUnknownDocuments(file, json, documentIds)
  reportUnknownRules(file, json)
  const parsed = Config.safeParse(json.value)
  if (parsed.success) return { config: parsed.data, json }
  const issues = parsed.error.issues.filter(({ path }) => !unknownDocuments.has(String(path[1])))
  reportIssues(file, json, issues, vocabulary)
  return undefined
}

export const vocabulary: Vocabulary = {
  expectations: {
    organisation: 'an object with at least `"name"`',
    'organisation.name': 'the full name of the organisation',
    'organisation.shortName': 'a short name that is not empty',
    'organisation.locale': 'a language and a country, such as `en-GB` or `en-AU`',
    'organisation.site':
      'the web address of the folder with the pack, such as `https://intranet.example.org/policies/`',
    'organisation.holidays': 'a list of days in square brackets, such as `["2026-12-25"]`',
    'organisation.holidays.*': 'a day such as `2026-12-25` or `25 December 2026`',
    'organisation.colour': 'a colour such as `#0b5cad`, `#05a` or `navy`',
    'organisation.textSize': '`"normal"` or `"large"`',
    'organisation.style': '`"plain"` or `"classic"`',
    'answers.*': 'a text, a number, a list of texts, definitions in braces, or `null` for none',
    'documents.*.related.*': 'the id of a document, such as `mentoring-policy`',
    'documents.*.changes.*': 'a change with `"date"`, `"reason"` and `"author"`',
    'documents.*.changes.*.*': 'a text',
    'documents.*.answers.*':
      'a text, a number, a list of texts, definitions in braces, or `null` for none',
    'documents.*.headings.*.*':
      'a text, a number, a list of texts, definitions in braces, or `null` for none',
    'programme.people': 'the path of a list of people, such as `people.csv`',
    'programme.calendar': 'a country, or a part of one, such as `GB` or `GB-SCT`',
    'programme.columns.*': 'what a column of the list says, such as `name` or `hours`',
    'rules.*': '`"off"`',
  },
  keysAt(path) {
    if (path.length === 0) return Object.keys(Config.shape)
    if (path.length === 1 && path[0] === 'organisation') return Object.keys(Organisation.shape)
    if (path.length === 1 && path[0] === 'programme') return Object.keys(ProgrammeSettings.shape)
    if (path[0] !== 'documents') return []
    if (path.length === 2) return Object.keys(DocumentSettings.shape)
    if (path.length === 4 && path[2] === 'changes') return Object.keys(Change.shape)
    return []
  },
}

function reportUnknownDocuments(file: VFile, json: Json, known: readonly string[]): Set<string> {
  const unknown = new Set(keysOf(json, 'documents').filter((id) => !known.includes(id)))
  for (const id of unknown)
    report(
      file,
      'config-unknown-document',
      `Unexpected document \`${id}\`${didYouMean(id, known) || ', expected the id of a document in the content'}`,
      json.locate(['documents', id]),
    )
  return unknown
}

function reportUnknownRules(file: VFile, json: Json): void {
  const known = Object.keys(rules)
  for (const id of keysOf(json, 'rules').filter((rule) => !known.includes(rule)))
    report(
      file,
      'config-unknown-key',
      `Unexpected rule \`${id}\`${didYouMean(id, known) || ', expected the id of a rule'}`,
      json.locate(['rules', id]),
    )
}

function keysOf({ value }: Json, key: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inner: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
  return typeof inner === 'object' && inner !== null ? Object.keys(inner) : []
}
