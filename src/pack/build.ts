import { dirname, join } from 'node:path'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import { type Seen, watchReads } from '../files/seen.ts'
import { keepBuild, lastBuild } from './last-build.ts'
import type { BuildOptions, BuildResult, Workshop } from './make.ts'
import type { SharedWorkshop } from './workshop.ts'

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
export function build(options: BuildOptions): Promise<BuildResult> {
  return buildIn(options)
}

/** Builds the packs of several organisations. */
export interface Builder extends AsyncDisposable {
  /** As {@link build} does, one after the other. */
  build(options: BuildOptions): Promise<BuildResult>
}

/**
 * For who builds many packs: they share one browser, and a document that several have is read once. Dispose of it at the end.
 *
 * @example
 * ```ts
 * import { findOrganisations, openBuilder } from 'policypack'
 *
 * await using builder = openBuilder()
 * for (const { config } of await findOrganisations(['org.config.json'])) {
 *   const { ok, out } = await builder.build({ config, only: ['training-record'] })
 *   console.log(ok ? `The documents are in ${out}` : `${config} has faults`)
 * }
 * ```
 */
export function openBuilder(): Builder {
  let opened: Promise<SharedWorkshop> | undefined
  const open = async () => (await import('./workshop.ts')).openWorkshop()
  return {
    build(options) {
      return buildIn(options, () => {
        opened ??= open()
        return opened
      })
    },
    async [Symbol.asyncDispose]() {
      await (await opened)?.[Symbol.asyncDispose]()
    },
  }
}

async function buildIn(
  options: BuildOptions,
  workshop: () => Promise<Workshop | undefined> = async () => undefined,
): Promise<BuildResult> {
  const out = options.out ?? join(dirname(options.config), OUT_FOLDER)
  const last = await lastBuild(out, options)
  if (last.result) return last.result
  // Where nothing changed, nothing of this is loaded.
  const { make } = await import('./make.ts')
  const seen: Seen = new Map()
  const shared = await workshop()
  const made = await watchReads(seen, () => make(options, last, shared))
  if (made.result.ok) await keepBuild(out, options, seen, made)
  return made.result
}
