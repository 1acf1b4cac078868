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

/** Reads, draws and perhaps prints the pack, and gives all that there is to say of it. */
export async function checkNow(options: PackCheckOptions): Promise<CheckResult> {
  const { draft = false, date, print = false } = options
  const { ok, messages, placeholders, project, documents } = await prepare(options)
  if (!project || !ok) return { ok, messages, placeholders }
  const pack = render(documents, project, { draft, today: dayOf(date) })
  // Printing takes much that is loaded only then.
  if (print && !isStopped(project))
    await (await import('./proof.ts')).proof(pack, documents, project)
  return { ok: !isStopped(project), messages: collect(project), placeholders }
}
