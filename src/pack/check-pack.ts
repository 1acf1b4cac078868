import type { PackCheckOptions } from './check-now.ts'
import type { CheckResult } from './prepare.ts'
import { questionOf, recall } from './recall.ts'

/**
 * Reads configuration and content and tells everything that is wrong with them; where nothing changed since the last time, what was
 * told then.
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
export async function check(options: PackCheckOptions): Promise<CheckResult> {
  const { config, contentFolders, draft, date, print } = options
  const question = questionOf([config, contentFolders, draft, date, print], date)
  return recall('checks', question, async () => {
    // Where nothing changed, nothing of this is loaded.
    const { checkNow } = await import('./check-now.ts')
    return checkNow(options)
  })
}
