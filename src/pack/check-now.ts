import { byPlace, type Message } from '../messages/message.ts'
import {
  type CheckOptions,
  type CheckResult,
  collect,
  dayOf,
  isStopped,
  prepare,
} from './prepare.ts'
import { render } from './render/index.ts'

/** What to check, and how far. */
export interface PackCheckOptions extends CheckOptions {
  /** Print what is the organisation's own, to see whether all of it fits; false when absent. */
  readonly print?: boolean
}

/** What is to be said of the print of documents that have no faults, so that all is told at once. */
async function ofTheOthers(options: CheckOptions, told: readonly Message[]): Promise<Message[]> {
  const { project, ok, documents } = await prepare({ ...options, draft: true })
  if (!project || !ok) return []
  const before = new Set([...told, ...collect(project)].map(keyOf))
  const pack = render(documents, project, { draft: true, today: dayOf(options.date) })
  await (await import('./proof.ts')).proof(pack, documents, project)
  return collect(project).filter((message) => !before.has(keyOf(message)))
}

function keyOf({ file, line, column, rule }: Message): string {
  return [file, line, column, rule].join(' ')
}

/** Reads, draws and perhaps prints the pack, and gives all that there is to say of it. */
export async function checkNow(options: PackCheckOptions): Promise<CheckResult> {
  const { draft = false, date, print = false } = options
  const { ok, messages, placeholders, project, documents } = await prepare(options)
  if (!project || !ok) {
    const more = print && !draft ? await ofTheOthers(options, messages) : []
    return { ok, messages: [...messages, ...more].sort(byPlace), placeholders }
  }
  const pack = render(documents, project, { draft, today: dayOf(date) })
  // Printing takes much that is loaded only then.
  if (print && !isStopped(project))
    await (await import('./proof.ts')).proof(pack, documents, project)
  return { ok: !isStopped(project), messages: collect(project), placeholders }
}
