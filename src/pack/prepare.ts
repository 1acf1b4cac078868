import { VFile } from 'vfile'
import { byPlace, hasErrors, type Message, messagesOf } from '../messages/message.ts'
import type { Document, Source } from '../model/document.ts'
import type { PlaceholderUse, Project } from '../model/project.ts'
import { check } from './check/index.ts'
import { fill } from './fill/index.ts'
import { load, readPictures } from './load/index.ts'
import { parse } from './parse/index.ts'
import { typeset } from './typeset/index.ts'

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

/** Reads a content file; its messages are on the file. Undefined when it cannot be read. */
export type Read = (source: Source) => Document | undefined

/** For who prepares a project again and again: a file that says what it said before is not read a second time. */
export function rememberingRead(): Read {
  const known = new Map<string, ReturnType<typeof readApart>>()
  return ({ file }) => {
    const text = String(file)
    const before = known.get(file.path)
    const one = before?.text === text ? before : readApart(file.path, text)
    known.set(file.path, one)
    file.messages.push(...one.file.messages)
    Object.assign(file.data, one.file.data)
    return one.document && { ...one.document, file }
  }
}

/** Reads with a file of its own, so that what the later stages say of it does not come with it the next time. */
function readApart(path: string, text: string) {
  const file = new VFile({ path, value: text })
  return { text, file, document: parse({ file }) }
}

/** Everything that is known before anything is drawn. */
export interface Prepared extends CheckResult {
  readonly project?: Project
  /** All documents as they come before they are filled, those that are left out too. */
  readonly content: readonly Document[]
  readonly documents: readonly Document[]
}

/** load → parse → typeset → fill → check. */
export async function prepare(
  { draft = false, date, ...options }: CheckOptions,
  read: Read = parse,
): Promise<Prepared> {
  const project = await load(options)
  if ('messages' in project)
    return { ok: false, messages: project.messages, placeholders: [], content: [], documents: [] }
  const parsed = project.sources.map(read).filter((document) => document !== undefined)
  const content = parsed.map((document) => typeset(document, project.config.organisation))
  const whole = { ...project, unread: unreadOf(project, content) }
  const { documents: filled, placeholders } = fill(content, whole, { draft })
  const { documents, pictures } = await readPictures(filled)
  check(documents, whole, { today: dayOf(date) })
  const messages = collect(project)
  return {
    ok: !hasErrors(messages),
    messages,
    placeholders,
    project: { ...whole, pictures },
    content,
    documents,
  }
}

function unreadOf({ sources }: Project, documents: readonly Document[]): Set<string> {
  const read = new Set(documents.map(({ file }) => file))
  return new Set(sources.flatMap(({ file }) => (read.has(file) ? [] : (file.stem ?? []))))
}

/** What the stages have said so far. */
export function collect({ configFile, sources, templates }: Project): Message[] {
  return [configFile, ...sources.map(({ file }) => file), ...Object.values(templates.layouts)]
    .flatMap(messagesOf)
    .sort(byPlace)
}

/** The day, ISO 8601; today when no time is given. */
export function dayOf(date = new Date()): string {
  return date.toISOString().slice(0, 10)
}
