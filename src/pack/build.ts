import { basename, dirname, join } from 'node:path'
import { findBrowser } from '../browser/index.ts'
import { publishedFormsPath } from '../configuration/published-forms.ts'
import { CONFIG_FILE, OUT_FOLDER } from '../contracts/file-names.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { didYouMean } from '../messages/suggest.ts'
import type { BrowserChoice } from '../model/browser.ts'
import type { Document } from '../model/document.ts'
import type { RenderedPack, StampedDocument } from '../model/project.ts'
import { readScripts } from './load/index.ts'
import { archivePath, configSchema, isOfWholePack, outputsOf } from './outputs/index.ts'
import { makePackPdf, makePdfs, type PdfContext, planPdfs } from './pdfs.ts'
import {
  type CheckOptions,
  type CheckResult,
  collect,
  dayOf,
  isStopped,
  prepare,
} from './prepare.ts'
import { openPrinter } from './print/index.ts'
import { render } from './render/index.ts'
import { type Publication, write } from './write/index.ts'

/** What to build and where to. */
export interface BuildOptions extends CheckOptions {
  /** Folder to write to; `out` beside the configuration when absent. */
  readonly out?: string
  /** Ids of the documents to build; all of them when absent. */
  readonly only?: readonly string[]
  /** Make one PDF of all documents as well, `pack.pdf`; true when absent. Never done for some documents only. */
  readonly combined?: boolean
  readonly onProgress?: (progress: Progress) => void
  /**
   * Ends the build, which throws then. Given by who hears of interruptions of this process, such as Ctrl-C, himself; when
   * absent, they end the process and the browser with it.
   */
  readonly signal?: AbortSignal
}

/** How far a build is. */
export interface Progress {
  readonly stage: 'load' | 'print' | 'stamp' | 'write'
  readonly document?: string
}

/** What was built. Nothing was written or removed when `ok` is false. */
export interface BuildResult extends CheckResult {
  readonly out: string
  /** Paths in `out`, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** How many of them are new or changed. */
  readonly written: number
  /** Paths of an earlier build that were removed, since they are outdated. */
  readonly removed: readonly string[]
  /** Ids of the documents that a draft is without, since they have faults. */
  readonly leftOut: readonly string[]
}

/**
 * Builds the pack: HTML pages, PDFs, form definitions and schemas. Faults of the author are messages in the result.
 * Throws an `Error` with a sentence for the user when there is no browser, the folder cannot be written, or `only` names a
 * document that the pack does not have.
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
  const { onProgress: progress = () => {}, draft = false, date, only, signal } = options
  const out = options.out ?? join(dirname(options.config), OUT_FOLDER)
  progress({ stage: 'load' })
  const { project, content, documents, ...checked } = await prepare(options)
  if (!project || !checked.ok) return { ...checked, ...nothing, out }
  const leftOut = [...(project.faulty?.keys() ?? [])]
  if (only?.some((id) => leftOut.includes(id))) return { ...checked, ...nothing, ok: false, out }
  refuseUnknown(only ?? [], documents)

  const chosen = documents.filter(({ id }) => !only || only.includes(id))
  const combined = options.combined !== false && !only
  const archive = only ? undefined : archivePath(project.config.organisation)
  const pack = render(documents, project, { draft, today: dayOf(date), combined, archive })
  if (isStopped(project))
    return { ...checked, ...nothing, ok: false, messages: collect(project), out }

  // What is missing is told before the pages are printed, which takes its time.
  const [browser, scripts] = await Promise.all([findBrowser(), readScripts()])
  const made = await makeAll(
    pack,
    chosen,
    {
      ...project,
      ...(date && { date }),
      browser,
      signal,
      onPrinted: (id) => progress({ stage: 'print', document: id }),
    },
    ({ document }) => progress({ stage: 'stamp', document: document.id }),
  )
  const messages = collect(project)
  // A draft is looked at with all that is wrong with it.
  if (!draft && isStopped(project)) return { ...checked, ...nothing, ok: false, messages, out }

  progress({ stage: 'write' })
  const schema = configSchema({ ...project, ...checked, documents: content })
  // Like the combined PDF, the archive is of the whole pack only.
  const outputs = outputsOf(
    { ...made, pack, scripts, configSchema: schema },
    only
      ? undefined
      : {
          organisation: project.config.organisation,
          published: project.published,
          hasFolderToItself: basename(options.config) === CONFIG_FILE,
        },
  )
  const written = await write(outputs, {
    out,
    project,
    browser,
    draft,
    stays: (path) => only !== undefined && !isOfWholePack(path),
    ...(!draft && { publication: publicationOf(made.stamped, options) }),
  })
  return { ...checked, messages, out, ...written, leftOut }
}

/** print → stamp, for each document and for all of them as one. */
async function makeAll(
  { combined, ...pack }: RenderedPack,
  chosen: readonly Document[],
  tools: Omit<PdfContext, 'printer'> & { readonly browser: BrowserChoice },
  onMade: (made: StampedDocument) => void,
) {
  await using printer = openPrinter(tools.browser, tools.signal)
  const context = { ...tools, printer }
  const plan = planPdfs(pack, chosen, () => undefined, context)
  const stamped = await makePdfs(plan, context, onMade)
  if (combined === undefined) return { stamped }
  const { pdf } = await makePackPdf({ ...pack, combined }, stamped, undefined, context)
  return { stamped, packPdf: pdf }
}

const nothing = { files: [], written: 0, removed: [], leftOut: [] }

function refuseUnknown(only: readonly string[], documents: readonly Document[]): void {
  const ids = documents.map(({ id }) => id)
  const unknown = only.find((id) => !ids.includes(id))
  if (unknown !== undefined)
    throw new OperatorError(
      `There is no document \`${unknown}\` in the pack${didYouMean(unknown, ids) || '; `policypack eject` lists those that come along'}`,
    )
}

/** The forms of this build, which may be handed out from now on. */
function publicationOf(
  stamped: readonly StampedDocument[],
  { config, date }: BuildOptions,
): Publication {
  return {
    path: publishedFormsPath(config),
    definitions: stamped.flatMap(({ definition }) => definition ?? []),
    date: dayOf(date),
  }
}
