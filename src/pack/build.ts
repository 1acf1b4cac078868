import { dirname, join } from 'node:path'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import { type Seen, watchReads } from '../files/seen.ts'
import { keepBuild, lastBuild } from './last-build.ts'
import type { BuildOptions, BuildResult } from './make.ts'

/**
 * Builds the pack: HTML pages, PDFs, form definitions and schemas; what an earlier build of the same user made of the very same
 * stays as it is. Faults of the author are messages in the result. Throws an `Error` with a sentence for the user when there is no
 * browser, the folder cannot be written, or `only` names a document that the pack does not have.
 *
 * @example
 * ```ts
 * import { build } from 'policypack'
 *
 * const { ok, out, messages } = await build({ config: 'org.config.json', only: ['training-record'] })
 * console.log(ok ? `The documents are in ${out}` : messages)
 * ```
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const out = options.out ?? join(dirname(options.config), OUT_FOLDER)
  const last = await lastBuild(out, options)
  if (last.result) return last.result
  // Where nothing changed, nothing of this is loaded.
  const { make } = await import('./make.ts')
  const seen: Seen = new Map()
  const made = await watchReads(seen, () => make(options, last))
  if (made.result.ok) await keepBuild(out, options, seen, made)
  return made.result
}
