import { basename, dirname, join, resolve } from 'node:path'
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
import {
  type EarlierPdf,
  type MadePack,
  type MadePdf,
  makePdfs,
  makePdfsAndPack,
  type PdfContext,
  planPdfs,
} from './pdfs.ts'
import {
  type CheckOptions,
  type CheckResult,
  collect,
  dayOf,
  isStopped,
  prepare,
  type Read,
} from './prepare.ts'
import { openPrinter } from './print/index.ts'
import { readAnew, readNoted } from './read-noted.ts'
import { render } from './render/index.ts'
import { openStamper } from './stamper.ts'
import { type Publication, write } from './write/index.ts'

export interface BuildOptions extends CheckOptions {
  /** Folder to write to; `out` beside the configuration when absent. */
  readonly out?: string
  /** Ids of the documents to build; all of them when absent. */
  readonly only?: readonly string[]
  /** Make one PDF of all documents as well, `pack.pdf`; true when absent. Never done for some documents only. */
  readonly combined?: boolean
  /** Make everything anew, whatever an earlier build made. */
  readonly force?: boolean
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

/** What a build made, and what the next one can take of it. */
export interface MadeAll {
  readonly result: BuildResult
  readonly pdfs: readonly MadePdf[]
  readonly packPdf?: MadePack | undefined
  /** The list of published forms, where it was read and then added to: it says no more now than this build knew. */
  readonly list?: string
}

/** What an earlier build made. */
export interface Earlier {
  readonly isThere: boolean
  pdf(id: string): EarlierPdf | undefined
  readonly packPdf: MadePack | undefined
}

/** What several builds may have in common. */
export interface Workshop {
  readonly read: Read
  /** As `read` does, but for what is noted of earlier runs. */
  readonly readAnew: Read
  readonly findBrowser: typeof findBrowser
  readonly openPrinter: typeof openPrinter
  readonly openStamper: typeof openStamper
}

/** load → … → write, but for what an earlier build made of the very same. */
export async function make(
  options: BuildOptions,
  earlier: Earlier,
  workshop: Workshop = { read: readNoted, readAnew, findBrowser, openPrinter, openStamper },
): Promise<MadeAll> {
  const { onProgress: progress = () => {}, draft = false, date, only, signal } = options
  const out = options.out ?? join(dirname(options.config), OUT_FOLDER)
  progress({ stage: 'load' })
  await using tools = new AsyncDisposableStack()
  const printerOf = (browser: BrowserChoice) => tools.use(workshop.openPrinter(browser, signal))
  const stamper = tools.use(workshop.openStamper())
  // Where nothing was made before, all is printed: what does so starts while the content is read. That there is no browser is told later.
  const early = earlier.isThere ? undefined : await workshop.findBrowser().catch(() => undefined)
  const started = early && printerOf(early)
  started?.start()
  if (started && !only) stamper.start()

  const { project, content, documents, ...checked } = await prepare(
    options,
    options.force ? workshop.readAnew : workshop.read,
  )
  const stopped = (result: CheckResult): MadeAll => ({
    result: { ...result, ...nothing, out },
    pdfs: [],
  })
  if (!project || !checked.ok) return stopped(checked)
  const leftOut = [...(project.faulty?.keys() ?? [])]
  if (only?.some((id) => leftOut.includes(id))) return stopped({ ...checked, ok: false })
  refuseUnknown(only ?? [], documents)

  // What is missing is told before the pages are printed, which takes its time.
  const browser = early ?? (await workshop.findBrowser())
  const printer = started ?? printerOf(browser)

  const chosen = documents.filter(({ id }) => !only || only.includes(id))
  const combined = options.combined !== false && !only
  const archive = only ? undefined : archivePath(project.config.organisation)
  const pack = render(documents, project, { draft, today: dayOf(date), combined, archive })
  if (isStopped(project)) return stopped({ ...checked, ok: false, messages: collect(project) })

  const scripts = await readScripts()
  const { stamped, packPdf } = await makeAll(
    pack,
    chosen,
    earlier,
    {
      ...project,
      ...(date && { date }),
      browser,
      printer,
      stamper,
      signal,
      onPrinted: (id) => progress({ stage: 'print', document: id }),
    },
    ({ document }) => progress({ stage: 'stamp', document: document.id }),
  )
  const messages = collect(project)
  // A draft is looked at with all that is wrong with it.
  if (!draft && isStopped(project)) return stopped({ ...checked, ok: false, messages })

  progress({ stage: 'write' })
  const schema = configSchema({ ...project, ...checked, documents: content })
  // Like the combined PDF, the archive is of the whole pack only.
  const outputs = outputsOf(
    { stamped, packPdf: packPdf?.pdf, pack, scripts, configSchema: schema },
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
    ...(!draft && { publication: publicationOf(stamped, options) }),
  })
  const result = { ...checked, messages, out, ...written, leftOut }
  return {
    result,
    pdfs: stamped,
    packPdf,
    ...(!draft && { list: publishedFormsPath(resolve(options.config)) }),
  }
}

/** print → stamp, for each document and for all of them as one. */
async function makeAll(
  { combined, ...pack }: RenderedPack,
  chosen: readonly Document[],
  earlier: Earlier,
  context: PdfContext,
  onMade: (made: StampedDocument) => void,
): Promise<{ stamped: readonly MadePdf[]; packPdf?: MadePack }> {
  const plan = planPdfs(pack, chosen, earlier.pdf, context)
  if (combined === undefined) return { stamped: await makePdfs(plan, context, onMade) }
  const whole = { ...plan, pack: { ...pack, combined } }
  return makePdfsAndPack(whole, earlier.packPdf, context, onMade)
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
