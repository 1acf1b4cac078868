import { dirname, join } from 'node:path'
import { findBrowser } from './browser/index.ts'
import { check as checkDocuments } from './check/index.ts'
import { fill, type PlaceholderUse } from './fill/index.ts'
import { load } from './load/index.ts'
import type { Document } from './model/document.ts'
import { byPlace, hasErrors, type Message, messagesOf } from './model/message.ts'
import type { Asset, Project, StampedDocument } from './model/project.ts'
import { recordSchema } from './model/record-schema.ts'
import { parse } from './parse/index.ts'
import { print } from './print/index.ts'
import { type RenderedPack, render } from './render/index.ts'
import { stamp } from './stamp/index.ts'
import { write } from './write/index.ts'

/** What to check. */
export interface CheckOptions {
  /** Path of the configuration, `org.config.json`. */
  readonly config: string
  /** Take open placeholders as warnings, to be shown as gaps. */
  readonly draft?: boolean
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
  readonly onProgress?: (progress: Progress) => void
}

/** How far a build is. */
export interface Progress {
  readonly stage: 'load' | 'print' | 'stamp' | 'write'
  readonly document?: string
}

/** What was built. Nothing was written when `ok` is false. */
export interface BuildResult extends CheckResult {
  readonly out: string
  /** Paths in `out`, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** How many of them are new or changed. */
  readonly written: number
}

/** Reads configuration and content and tells everything that is wrong with them. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { project: _, documents: __, ...result } = await prepare(options)
  return result
}

/**
 * Builds the pack: HTML pages, PDFs, form definitions and schemas. Faults of the author are messages in the result.
 * Throws an `Error` with a sentence for the user when there is no browser or the folder cannot be written.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { onProgress: progress = () => {}, draft = false } = options
  const out = options.out ?? join(dirname(options.config), 'out')
  progress({ stage: 'load' })
  const { project, documents, ...checked } = await prepare(options)
  if (!project || !checked.ok) return { ...checked, out, files: [], written: 0 }

  const chosen = documents.filter(({ id }) => !options.only || options.only.includes(id))
  const pack = render(documents, project, { draft })
  const jobs = pack.pages
    .filter(({ document }) => chosen.includes(document))
    .map(({ document, print: html }) => ({ id: document.id, html }))
  const browser = await findBrowser()
  const printed = await print(jobs, pack.assets, browser, {
    onPrinted: (id) => progress({ stage: 'print', document: id }),
  })

  const stamped: StampedDocument[] = []
  for (const document of chosen) {
    progress({ stage: 'stamp', document: document.id })
    stamped.push(await stamp(printed.get(document.id)!, document, { ...project, draft }))
  }
  const messages = collect(project, documents)
  if (hasErrors(messages)) return { ...checked, ok: false, messages, out, files: [], written: 0 }

  progress({ stage: 'write' })
  const outputs = outputsOf(pack, stamped)
  const written = await write(outputs, {
    out,
    project,
    browser,
    draft,
    partial: options.only !== undefined,
  })
  return { ...checked, messages, out, ...written }
}
