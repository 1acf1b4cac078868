import {
  type CheckOptions,
  type CheckResult,
  collect,
  dayOf,
  isStopped,
  prepare,
} from './prepare.ts'
import { render } from './render/index.ts'

/**
 * Reads configuration and content and tells everything that is wrong with them.
 *
 * @example
 * ```ts
 * import { check } from 'policypack'
 *
 * const { ok, messages } = await check({ config: 'org.config.json' })
 * for (const { file, line, message } of messages) console.log(`${file}:${line} ${message}`)
 * console.log(ok ? 'The pack can be built' : 'Faults stand in the way of a pack')
 * ```
 */
export async function check(
  options: CheckOptions & {
    /** Print what is the organisation's own, to see whether all of it fits; false when absent. */
    readonly print?: boolean
  },
): Promise<CheckResult> {
  const { draft = false, date, print = false } = options
  const { ok, messages, placeholders, project, documents } = await prepare(options)
  if (!project || !ok) return { ok, messages, placeholders }
  const pack = render(documents, project, { draft, today: dayOf(date) })
  // Printing takes much that is loaded only then.
  if (print && !isStopped(project))
    await (await import('./proof.ts')).proof(pack, documents, project)
  return { ok: !isStopped(project), messages: collect(project), placeholders }
}
