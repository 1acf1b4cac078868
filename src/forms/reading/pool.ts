import { Worker } from 'node:worker_threads'
import { pMapIterable } from 'p-map'
import type { FileRead, ReadContext, ReadRequest } from './exchange.ts'
import { lanesFor, thisMachine } from './lanes.ts'
import { type Fault, failed, faultOf, faults, tooSlow } from './refusals.ts'

/** With less, Node ends the whole process instead of the worker. */
const LEAST_HEAP_MB = 64

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
    if (this.#isClosed) return Promise.resolve(failed(path, faults.ended))
    const { maxMs } = this.#context.limits
    this.#worker ??= startWorker(this.#context)
    const worker = this.#worker
    return new Promise((resolve) => {
      const settle = (read: FileRead): void => {
        clearTimeout(timer)
        worker.off('message', settle).off('error', onError).off('exit', onExit)
        resolve(read)
      }
      const giveUp = (fault: Fault): void => {
        this.#worker = undefined
        void worker.terminate()
        settle(failed(path, fault))
      }
      const onError = (error: Error): void => giveUp(causeOf(error))
      const onExit = (): void => giveUp(faults.stopped)
      const timer = setTimeout(() => giveUp(tooSlow(maxMs)), maxMs)
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

function causeOf(error: Error & { code?: string }): Fault {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? faults.outOfMemory : faultOf(error)
}
