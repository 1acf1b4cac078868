import { dirname, join } from 'node:path'
import { findBrowser } from '../browser/index.ts'
import { publishedFormsPath } from '../configuration/published-forms.ts'
import { OUT_FOLDER } from '../contracts/file-names.ts'
import { byPlace, hasErrors, type Message, messagesOf } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { didYouMean } from '../messages/suggest.ts'
import type { Document } from '../model/document.ts'
import type { PlaceholderUse, Project, RenderedPack, StampedDocument } from '../model/project.ts'
import { check as checkDocuments } from './check/index.ts'
import { fill } from './fill/index.ts'
import { load, readPictures, readScripts } from './load/index.ts'
import {
  archivePath,
  configSchema,
  isOfWholePack,
  type Made,
  outputsOf,
  PACK,
} from './outputs/index.ts'
import { parse } from './parse/index.ts'
import { type PrintJob, print } from './print/index.ts'
import { render } from './render/index.ts'
import { type StampContext, stamp, stampPack } from './stamp/index.ts'
import { typeset } from './typeset/index.ts'
import { type Publication, write } from './write/index.ts'

/** What to check. */
export interface CheckOptions {
  /** Path of the configuration, `org.config.json`. */
  readonly config: string
  /**
   * Folders with documents; a file in an earlier one stands in for one of that name in a later. When absent: `content`
   * beside the configuration, then the documents that come with policypack.
   */
  readonly contentFolders?: readonly string[]
  /** Take open placeholders as warnings, to be shown as gaps. */
  readonly draft?: boolean
  /**
   * The time by which reviews are overdue, as from `SOURCE_DATE_EPOCH`; now when absent. When it is given, the PDFs bear
   * it as well instead of the date from the content.
   */
  readonly date?: Date
}

/** What was found in the content and the configuration. */
export interface CheckResult {
  /** False when a fault stands in the way of a pack. */
  readonly ok: boolean
  readonly messages: readonly Message[]
  /** Each place in the content that waits for an answer, and whether it has one. */
  readonly placeholders: readonly PlaceholderUse[]
}

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
}

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
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { project: _, content: __, documents: ___, ...result } = await prepare(options)
  return result
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
  refuseUnknown(only ?? [], documents)

  const chosen = documents.filter(({ id }) => !only || only.includes(id))
  const combined = options.combined !== false && !only
  const archive = only ? undefined : archivePath(project.config.organisation)
  const pack = render(documents, project, { draft, today: dayOf(date), combined, archive })
  const drawn = collect(project)
  if (hasErrors(drawn)) return { ...checked, ...nothing, ok: false, messages: drawn, out }

  // What is missing is told before the pages are printed, which takes its time.
  const [browser, scripts] = await Promise.all([findBrowser(), readScripts()])
  const printed = await print(jobsOf(pack, chosen), pack.assets, browser, {
    onPrinted: (id) => progress({ stage: 'print', document: id }),
    signal,
  })
  const made = await stampAll(
    pack,
    chosen,
    printed,
    { ...project, ...(date && { date }) },
    (id) => {
      signal?.throwIfAborted()
      progress({ stage: 'stamp', document: id })
    },
  )
  const messages = collect(project)
  if (hasErrors(messages)) return { ...checked, ...nothing, ok: false, messages, out }

  progress({ stage: 'write' })
  const schema = configSchema({ ...project, ...checked, documents: content })
  // Like the combined PDF, the archive is of the whole pack only.
  const outputs = outputsOf(
    { ...made, scripts, configSchema: schema },
    only ? undefined : project.config.organisation,
  )
  const written = await write(outputs, {
    out,
    project,
    browser,
    draft,
    stays: (path) => only !== undefined && !isOfWholePack(path),
    ...(!draft && { publication: publicationOf(made.stamped, options) }),
  })
  return { ...checked, messages, out, ...written }
}

const nothing = { files: [], written: 0, removed: [] }

function refuseUnknown(only: readonly string[], documents: readonly Document[]): void {
  const ids = documents.map(({ id }) => id)
  const unknown = only.find((id) => !ids.includes(id))
  if (unknown !== undefined)
    throw new OperatorError(
      `There is no document \`${unknown}\` in the pack${didYouMean(unknown, ids) || '; `policypack eject` lists those that come along'}`,
    )
}

async function stampAll(
  pack: RenderedPack,
  chosen: readonly Document[],
  printed: ReadonlyMap<string, Uint8Array>,
  context: StampContext,
  onStamp: (id: string) => void,
): Promise<Omit<Made, 'configSchema' | 'scripts'>> {
  const stamped: StampedDocument[] = []
  for (const document of chosen) {
    onStamp(document.id)
    stamped.push(await stamp(printedOf(document.id, printed), document, context))
  }
  if (!printed.has(PACK)) return { pack, stamped }
  onStamp(PACK)
  const whole = { title: pack.title, documents: stamped }
  return { pack, stamped, packPdf: await stampPack(printedOf(PACK, printed), whole, context) }
}

function printedOf(id: string, printed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const pdf = printed.get(id)
  if (!pdf) throw new Error(`${id} was not printed`)
  return pdf
}

/** What to print. */
function jobsOf({ pages, combined }: RenderedPack, chosen: readonly Document[]): PrintJob[] {
  return [
    ...pages
      .filter(({ document }) => chosen.includes(document))
      .map(({ document, print: html }) => ({ id: document.id, html })),
    ...(combined ? [{ id: PACK, html: combined, parts: chosen.map(({ id }) => id) }] : []),
  ]
}

/** Everything that is known before anything is drawn. */
interface Prepared extends CheckResult {
  readonly project?: Project
  /** All documents as they come before they are filled, those that are left out too. */
  readonly content: readonly Document[]
  readonly documents: readonly Document[]
}

/** load → parse → typeset → fill → check. */
async function prepare({ draft = false, date, ...options }: CheckOptions): Promise<Prepared> {
  const project = await load(options)
  if ('messages' in project)
    return { ok: false, messages: project.messages, placeholders: [], content: [], documents: [] }
  const parsed = project.sources.map(parse).filter((document) => document !== undefined)
  const content = parsed.map((document) => typeset(document, project.config.organisation))
  const whole = { ...project, unread: unreadOf(project, parsed) }
  const { documents: filled, placeholders } = fill(content, whole, { draft })
  const { documents, pictures } = await readPictures(filled)
  checkDocuments(documents, whole, { today: dayOf(date) })
  const messages = collect(project)
  return {
    ok: !hasErrors(messages),
    messages,
    placeholders,
    project: { ...project, pictures },
    content,
    documents,
  }
}

function unreadOf({ sources }: Project, parsed: readonly Document[]): Set<string> {
  const read = new Set(parsed.map(({ file }) => file))
  return new Set(sources.flatMap(({ file }) => (read.has(file) ? [] : (file.stem ?? []))))
}

/** What the stages have said so far. */
function collect({ configFile, sources, templates }: Project): Message[] {
  return [configFile, ...sources.map(({ file }) => file), ...Object.values(templates.layouts)]
    .flatMap(messagesOf)
    .sort(byPlace)
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

/** The day, ISO 8601; today when no time is given. */
function dayOf(date = new Date()): string {
  return date.toISOString().slice(0, 10)
}
