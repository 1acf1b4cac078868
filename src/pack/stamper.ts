import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Document } from '../model/document.ts'
import type { StampedDocument } from '../model/project.ts'
import { type StampContext, stamp } from './stamp/index.ts'

/** Stamps what is printed, in a thread of its own once that is started; otherwise in this one. */
export interface Stamper extends AsyncDisposable {
  /** Starts the thread, which takes a while; where there is one core only, it would gain nothing. */
  start(): void
  /** What waits is stamped in this thread as well, which has nothing else to do from now on. */
  join(): void
  /** As the stage does. */
  readonly stamp: typeof stamp
}

/** What the thread is asked to do. */
export interface StampTask {
  /** What is printed. */
  readonly pdf: Uint8Array
  /** What to stamp it with; absent where it is the same as before. */
  readonly context?: StampContext
  /** The document without what cannot go to another thread, and its text. */
  readonly document: Omit<Document, 'file' | 'locate'> & { readonly text: string; path: string }
}

/** What the thread made; undefined where there was something to say or it failed, which is told where it is done once more. */
export type StampAnswer = Omit<StampedDocument, 'document'> | undefined

/** How many documents the thread is given ahead; the others can still be taken by who asks. */
const AHEAD = 2

/** What is to be stamped, and who waits for it. */
interface Asked {
  readonly task: StampTask
  readonly context: StampContext
  readonly resolve: (answer: StampAnswer) => void
}

/** Opens a stamper; dispose of it at the end. */
export function openStamper(): Stamper {
  let worker: Worker | undefined
  let sent: StampContext | undefined
  /** What the thread has, in the order in which it answers, and what it has not been given yet. */
  let given: Asked[] = []
  let queue: Asked[] = []
  let isJoined = false

  function leave(): void {
    worker = undefined
    for (const { resolve } of [...given, ...queue]) resolve(undefined)
    given = []
    queue = []
  }

  function give(asked: Asked): void {
    const { task, context } = asked
    given.push(asked)
    worker?.postMessage({ ...task, ...(sent !== context && { context: plain(context) }) })
    sent = context
  }

  function giveAhead(): void {
    while (given.length < AHEAD && queue.length > 0) give(queue.shift()!)
  }

  /** The next that waits is done here. */
  function takeNext(): void {
    const next = queue.shift()
    isJoined = next !== undefined
    next?.resolve(undefined)
  }

  async function ask(task: StampTask, context: StampContext): Promise<StampAnswer> {
    if (!worker) return undefined
    const { promise, resolve } = Promise.withResolvers<StampAnswer>()
    queue.push({ task, context, resolve })
    giveAhead()
    return promise
  }

  return {
    start() {
      if (worker || availableParallelism() === 1) return
      sent = undefined
      worker = new Worker(workerUrl, { stdout: true, stderr: true })
      worker.on('message', (answer: StampAnswer) => {
        given.shift()?.resolve(answer)
        giveAhead()
      })
      worker.on('error', leave).on('exit', leave)
    },
    join: takeNext,
    async stamp(pdf, document, context) {
      const { file, locate: _, ...rest } = document
      const asked = { ...rest, path: file.path, text: String(file) }
      const answer = await ask({ pdf, document: asked }, context)
      if (answer) return { ...answer, document }
      const stamped = await stamp(pdf, document, context)
      // After what the thread has to say meanwhile.
      if (isJoined) setImmediate(takeNext)
      return stamped
    },
    async [Symbol.asyncDispose]() {
      given = []
      queue = []
      await worker?.terminate()
    },
  }
}

/** Messages about layouts collect on what cannot go to another thread, and nothing of it is stamped. */
function plain({ config, templates: { formFont, codeWriter }, date }: StampContext): StampContext {
  return { config, templates: { formFont, codeWriter }, ...(date && { date }) }
}

/** Node runs the sources in a checkout and the compiled files in a package. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './stamp-worker.ts' : './stamp-worker.js',
  import.meta.url,
)
