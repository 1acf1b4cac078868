import { byPlace, type Message } from '../messages/message.ts'
import type { Document } from '../model/document.ts'
import type { Project } from '../model/project.ts'
import { hasOwnLayouts, isDoubtful } from './doubtful.ts'
import {
  type CheckOptions,
  type CheckResult,
  collect,
  dayOf,
  isStopped,
  prepare,
} from './prepare.ts'

/** What to check, and how far. */
export interface PackCheckOptions extends CheckOptions {
  /** Print what is the organisation's own, to see whether all of it fits; false when absent. */
  readonly print?: boolean
}

/** What is to be said of the print of documents that have no faults, so that all is told at once. */
async function ofTheOthers(options: CheckOptions, told: readonly Message[]): Promise<Message[]> {
  const inDraft = { ...options, draft: true, print: true }
  const { project, ok, documents } = await prepare(inDraft)
  if (!project || !ok) return []
  const before = new Set([...told, ...collect(project)].map(keyOf))
  await drawDoubtful(documents, project, inDraft)
  return collect(project).filter((message) => !before.has(keyOf(message)))
}

function keyOf({ file, line, column, rule }: Message): string {
  return [file, line, column, rule].join(' ')
}

/**
 * Draws the pages where a template is the organisation's own, which may have faults, and prints those that may not come out as they should.
 * Other pages have nothing to say.
 */
async function drawDoubtful(
  documents: readonly Document[],
  project: Project,
  { draft = false, date, print = false }: PackCheckOptions,
): Promise<void> {
  const doubtful = print ? documents.filter((document) => isDoubtful(document, project)) : []
  if (!hasOwnLayouts(project) && doubtful.length === 0) return
  // Drawing and printing take much that is loaded only then.
  const { render } = await import('./render/index.ts')
  const pack = render(documents, project, { draft, today: dayOf(date) })
  if (doubtful.length === 0 || isStopped(project)) return
  await (await import('./proof.ts')).proof(pack, doubtful, project)
}

/** Reads the pack, and draws and prints what may have faults then, and gives all that there is to say of it. */
export async function checkNow(options: PackCheckOptions): Promise<CheckResult> {
  const { draft = false, print = false } = options
  const { ok, messages, placeholders, project, documents } = await prepare(options)
  if (!project || !ok) {
    const more = print && !draft ? await ofTheOthers(options, messages) : []
    return { ok, messages: [...messages, ...more].sort(byPlace), placeholders }
  }
  await drawDoubtful(documents, project, options)
  return { ok: !isStopped(project), messages: collect(project), placeholders }
}
