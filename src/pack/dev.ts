import { findBrowser } from '../browser/index.ts'
import { nextChange } from '../files/next-change.ts'
import { type Seen, watchReads } from '../files/seen.ts'
import type { Message } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { readScripts } from './load/index.ts'
import { configSchema } from './outputs/index.ts'
import {
  type CheckOptions,
  collect,
  dayOf,
  isStopped,
  prepare,
  type Read,
  rememberingRead,
} from './prepare.ts'
import { type Drawn, noticeOf, openPress, type PressOptions } from './press.ts'
import { readNoted } from './read-noted.ts'
import { render } from './render/index.ts'
import { serve } from './serve.ts'

/** What to show, and how to tell of it. */
export interface DevOptions extends Omit<CheckOptions, 'draft'>, PressOptions {
  /** Port of the web site; 0 for any that is free. */
  readonly port: number
  /** Called with the address at which the pages are. */
  readonly onReady: (url: string) => void
}

/**
 * Draws a draft and serves it from memory, again whenever something changes that it was made of, until the signal comes. The PDFs
 * follow, each whose pages changed, unless something changes meanwhile. Throws an {@link OperatorError} when the port cannot be used.
 *
 * @example
 * ```ts
 * import { dev } from 'policypack'
 *
 * const stop = new AbortController()
 * process.once('SIGINT', () => stop.abort())
 * await dev({
 *   config: 'org.config.json',
 *   port: 0,
 *   signal: stop.signal,
 *   onReady: (url) => console.log(`Open ${url}`),
 *   // Goes on until it is told to stop: here by Ctrl-C, or when the first pages are drawn.
 *   onBuilt: () => stop.abort(),
 *   sentence: ({ file, message }) => `${file}: ${message}`,
 * })
 * ```
 */
export async function dev(options: DevOptions): Promise<void> {
  const { signal, port, onBuilt } = options
  const browser = await findBrowser()
  await using site = await serve({ port })
  options.onReady(site.url)
  await using press = openPress(site, browser, options)
  const read = rememberingRead(readNoted)
  while (!signal.aborted) {
    const seen: Seen = new Map()
    const drawn = await orWhyNot(() => watchReads(seen, () => draw(options, read)))
    if (drawn instanceof OperatorError) {
      site.show({ notice: [drawn.message] })
      onBuilt(drawn)
    } else if ('pack' in drawn) press.show(drawn)
    else {
      site.show({ notice: noticeOf(drawn, options) })
      onBuilt({ ok: false, messages: drawn, made: 'pages', changed: 0 })
    }
    await nextChange(seen, signal)
  }
}

/** The pages, or the messages where faults stand in the way. The combined PDF and the archive would double the time. */
async function draw(options: DevOptions, read: Read): Promise<Drawn | readonly Message[]> {
  const { date } = options
  const prepared = await prepare({ ...options, draft: true }, read)
  const { project, documents, content, ok } = prepared
  if (!project || !ok) return prepared.messages
  const scripts = await readScripts()
  const pack = render(documents, project, { draft: true, today: dayOf(date) })
  const messages = collect(project)
  if (isStopped(project)) return messages
  const schema = configSchema({ ...project, ...prepared, documents: content })
  const dated = { ...project, ...(date && { date }) }
  return { pack, scripts, configSchema: schema, messages, documents, project: dated }
}

/** What is not right on this machine may be so after the next change. */
function orWhyNot<Result>(work: () => Promise<Result>): Promise<Result | OperatorError> {
  return work().catch((error: unknown) => {
    if (error instanceof OperatorError) return error
    throw error
  })
}
