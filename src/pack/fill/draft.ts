import { report } from '../../messages/message.ts'
import { type Document, FrontMatter } from '../../model/document.ts'
import type { ClauseNumbers } from './clauses.ts'
import type { FillProject } from './project.ts'

/** A document while it is filled, with a tree and front matter of its own, which the steps change. */
export interface Draft extends Document {
  /** Keys of the front matter that the organisation's settings have replaced. */
  readonly overridden: ReadonlySet<string | number>
  readonly withoutFields: Set<string>
  /** The clauses as they are numbered before anything is left out for want of an answer. */
  clauses: ClauseNumbers
}

/** Copies a document and puts the organisation's settings over its front matter. */
export function draftOf(document: Document, project: FillProject): Draft {
  const settings = settingsOf(document, project)
  return {
    ...document,
    tree: structuredClone(document.tree),
    meta: { ...structuredClone(document.meta), ...settings },
    ...(document.typeset && { typeset: { ...structuredClone(document.typeset), ...settings } }),
    overridden: new Set(Object.keys(settings)),
    withoutFields: new Set(),
    clauses: new Map(),
  }
}

const keys = [
  'title',
  'owner',
  'approver',
  'version',
  'effective',
  'review',
  'number',
  'storage',
] as const

function settingsOf(
  { id, meta }: Document,
  { config, configFile, locate }: FillProject,
): Partial<FrontMatter> {
  const given = Object.hasOwn(config.documents, id) ? config.documents[id] : undefined
  const settings: Partial<FrontMatter> = {}
  for (const key of keys) {
    const value = given?.[key]?.trim()
    if (!value) continue
    if (FrontMatter.shape[key].safeParse(value).success) settings[key] = value
    else {
      const reason = `Unexpected value \`${value}\` for \`${key}\`, expected a version such as \`1.0.0\``
      report(configFile, 'config-value', reason, locate(['documents', id, key]))
    }
  }
  if (given?.related) settings.related = given.related
  if (given?.changes) settings.changes = given.changes
  if (settings.version && settings.version !== meta.version && !given?.changes?.length) {
    const reason = `Missing change for version \`${settings.version}\`, expected \`"changes"\` with its date, reason and author`
    const note =
      'Name the first issue as well: these changes take the place of those in the document.'
    report(configFile, 'change-missing', reason, locate(['documents', id, 'version']), note)
  }
  return settings
}
