import { VFile } from 'vfile'
import { byPlace, hasErrors, type Message, messagesOf } from '../messages/message.ts'
import type { Document, Source } from '../model/document.ts'
import type { PlaceholderUse, Project } from '../model/project.ts'
import { check } from './check/index.ts'
import { fill } from './fill/index.ts'
import { load, readPictures } from './load/index.ts'
import { readNoted } from './read-noted.ts'
import { typeset } from './typeset/index.ts'

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

/** Reads a content file; its messages are on the file. Undefined when it cannot be read. */
export type Read = (source: Source) => Promise<Document | undefined>

/** For who prepares a project again and again: a file that says what it said before is not read a second time. */
export function rememberingRead(read: Read): Read {
  const known = new Map<string, Awaited<ReturnType<typeof readApart>>>()
  return async ({ file }) => {
    const text = String(file)
    const before = known.get(file.path)
    const one = before?.text === text ? before : await readApart(read, file.path, text)
    known.set(file.path, one)
    file.messages.push(...one.file.messages)
    Object.assign(file.data, one.file.data)
    return one.document && { ...one.document, file }
  }
}

/** Reads with a file of its own, so that what the later stages say of it does not come with it the next time. */
async function readApart(read: Read, path: string, text: string) {
  const file = new VFile({ path, value: text })
  return { text, file, document: await read({ file }) }
}

/** Everything that is known before anything is drawn. */
export interface Prepared extends CheckResult {
  readonly project?: Project
  /** All documents as they come before they are filled, those that are left out too. */
  readonly content: readonly Document[]
  readonly documents: readonly Document[]
}

/**
 * load → parse → typeset → fill → check. From a draft a document that has faults is left out, so that the others can be seen; what is
 * wrong with it is told as ever.
 */
export async function prepare(options: CheckOptions, read: Read = readNoted): Promise<Prepared> {
  const all = await prepareAll(options, read)
  const faulty = options.draft ? faultyIn(all) : undefined
  if (!faulty) return all
  const rest = await prepareAll(options, read, faulty)
  return { ...rest, placeholders: all.placeholders }
}

/** The messages about each document that alone stands in the way of a draft; undefined where something else does, or nothing. */
function faultyIn({ ok, project, documents }: Prepared): Project['faulty'] {
  if (ok || !project) return undefined
  const { configFile, sources, templates, unread = new Set() } = project
  if ([configFile, ...Object.values(templates.layouts)].some((file) => hasErrors(messagesOf(file))))
    return undefined
  const byFile = new Map(documents.map(({ id, file }) => [file, id]))
  const faulty = sources.flatMap(({ file }) => {
    const messages = messagesOf(file)
    const id = byFile.get(file) ?? file.stem
    return id !== undefined && hasErrors(messages) ? [[id, messages] as const] : []
  })
  const isAll = faulty.filter(([id]) => !unread.has(id)).length === documents.length
  return isAll ? undefined : new Map(faulty)
}

async function prepareAll(
  { draft = false, date, ...options }: CheckOptions,
  read: Read,
  faulty: Project['faulty'] = new Map(),
): Promise<Prepared> {
  const project = await load(options)
  if ('messages' in project)
    return { ok: false, messages: project.messages, placeholders: [], content: [], documents: [] }
  const parsed = (await Promise.all(project.sources.map(read))).filter(
    (document) => document !== undefined,
  )
  const content = parsed.map((document) => typeset(document, project.config.organisation))
  const unread = new Set([...unreadOf(project, content), ...faulty.keys()])
  const whole = { ...project, unread, faulty }
  const { documents: filled, placeholders } = fill(content, whole, { draft })
  const { documents, pictures } = await readPictures(filled)
  check(documents, whole, { today: dayOf(date) })
  const sound = project.sources.filter(({ file }) => !isAbout(file, faulty))
  const built = { ...whole, sources: sound, pictures }
  return {
    ok: !isStopped(built),
    messages: collect(built),
    placeholders,
    project: built,
    content,
    documents,
  }
}

function isAbout({ path }: VFile, faulty: ReadonlyMap<string, readonly Message[]>): boolean {
  return [...faulty.values()].some((messages) => messages.some(({ file }) => file === path))
}

function unreadOf({ sources }: Project, documents: readonly Document[]): Set<string> {
  const read = new Set(documents.map(({ file }) => file))
  return new Set(sources.flatMap(({ file }) => (read.has(file) ? [] : (file.stem ?? []))))
}

/** What the stages have said so far. */
export function collect(project: Project): Message[] {
  return [...ofWhatIsBuilt(project), ...[...(project.faulty?.values() ?? [])].flat()].sort(byPlace)
}

/** Whether faults stand in the way, beside those of documents that are left out for them. */
export function isStopped(project: Project): boolean {
  return hasErrors(ofWhatIsBuilt(project))
}

function ofWhatIsBuilt({ configFile, sources, templates }: Project): Message[] {
  const files = [
    configFile,
    ...sources.map(({ file }) => file),
    ...Object.values(templates.layouts),
  ]
  return files.flatMap(messagesOf)
}

/** The day, ISO 8601; today when no time is given. */
export function dayOf(date = new Date()): string {
  return date.toISOString().slice(0, 10)
}
