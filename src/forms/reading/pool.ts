import { Worker } from 'node:worker_threads'
import { pMapIterable } from 'p-map'
import type { Message } from '../../messages/message.ts'
import { shortened } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { FileRead, ReadContext, ReadLimits, ReadRequest } from './exchange.ts'
import { lanesFor, thisMachine } from './lanes.ts'

/** With less, Node ends the whole process instead of the worker. */
const LEAST_HEAP_MB = 64

export const defaultLimits: ReadLimits = { maxBytes: 50_000_000, maxMs: 20_000, maxHeapMb: 512 }

/**
 * Reads files in worker threads, as many at once as cores and memory allow, and gives the results in the order of the files.
 * A file that takes too long or too much memory, or that brings its worker down, costs only itself.
 */
export async function* readAll(
  files: readonly string[],
  context: ReadContext,
): AsyncGenerator<{ path: string; read: FileRead }> {
  if (files.length === 0) return
  const lanes = Array.from(
    { length: lanesFor(thisMachine(), files.length, context.limits.maxHeapMb) },
    () => new Lane(context),
  )
  const read = async (path: string) => ({ path, read: await leastBusy(lanes).read(path) })
  try {
    // One file more than there are lanes waits as a promise; a longer queue would only hold bytes in memory.
    yield* pMapIterable(files, read, { concurrency: lanes.length * 2 })
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}

function leastBusy(lanes: readonly Lane[]): Lane {
  return lanes.reduce((least, lane) => (lane.waiting < least.waiting ? lane : least))
}

/** One worker thread at a time, which reads one file after the other and is replaced when it dies. */
class Lane {
  readonly #context: ReadContext
  #worker: Worker | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #isClosed = false

  constructor(context: ReadContext) {
    this.#context = context
  }

  /** How many files are not read yet. */
  get waiting(): number {
    return this.#waiting
  }

  read(path: string): Promise<FileRead> {
    this.#waiting += 1
    const read = this.#queue.then(() => this.#readNow(path))
    this.#queue = read.then(() => {
      this.#waiting -= 1
    })
    return read
  }

  /** Ends the reading, also of what is waiting, whose results nobody wants any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  #readNow(path: string): Promise<FileRead> {
    if (this.#isClosed)
      return Promise.resolve(failed(path, 'file-unreadable', 'The import was ended before'))
    const { maxMs } = this.#context.limits
    this.#worker ??= startWorker(this.#context)
    const worker = this.#worker
    return new Promise((resolve) => {
      const settle = (read: FileRead): void => {
        clearTimeout(timer)
        worker.off('message', settle).off('error', onError).off('exit', onExit)
        resolve(read)
      }
      const giveUp = (rule: RuleId, message: string): void => {
        this.#worker = undefined
        void worker.terminate()
        settle(failed(path, rule, message))
      }
      const onError = (error: Error): void => giveUp(...causeOf(error))
      const onExit = (): void =>
        giveUp('file-damaged', 'Reading stopped without a result; the file is damaged')
      const timer = setTimeout(
        () =>
          giveUp(
            'file-too-costly',
            `Reading was stopped after ${maxMs / 1000} seconds; the file is not like any form`,
          ),
        maxMs,
      )
      worker.on('message', settle).on('error', onError).on('exit', onExit)
      worker.postMessage({ path } satisfies ReadRequest)
    })
  }
}

function startWorker(context: ReadContext): Worker {
  const worker = new Worker(workerUrl, {
    workerData: context,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(context.limits.maxHeapMb, LEAST_HEAP_MB) },
    stdout: true,
    stderr: true,
  })
  // A worker that was given up may still fail, which concerns nobody any more.
  worker.on('error', () => {})
  return worker
}

/** Node runs the sources in a checkout and the compiled files in a package. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
)

/** What brought a worker down. The sentence of an error may quote an answer, so that only its kind and place are told. */
function causeOf(error: Error & { code?: string }): [RuleId, string] {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? [
        'file-too-costly',
        'Reading needs more memory than one file may take; the file is not like any form',
      ]
    : [
        'file-damaged',
        `Reading failed (${shortened(faultOf(error))}); please report this as a fault of policypack`,
      ]
}

function faultOf({ name, stack = '' }: Error): string {
  const place = /[\w-]+\.[jt]s:\d+:\d+(?=\)?$)/m.exec(stack)?.[0]
  return place === undefined ? name : `${name} at ${place}`
}

function failed(file: string, rule: RuleId, message: string): FileRead {
  const messages: Message[] = [{ file, severity: 'error', rule, message }]
  return { status: 'unreadable', messages }
}
