import { Worker } from 'node:worker_threads'
import { pMapIterable } from 'p-map'
import {
  type FileRead,
  type ReadContext,
  type ReadLimits,
  type ReadRequest,
  SentForms,
  type SentRead,
  type StillReading,
} from './exchange.ts'
import { lanesFor, thisMachine } from './lanes.ts'
import { Patience } from './patience.ts'
import { type Fault, failed, faultOf, faults, tooSlow } from './refusals.ts'

/** With less, Node ends the whole process instead of the worker. */
const LEAST_HEAP_MB = 64
/** A file leaves much behind that nobody needs: room for more of it costs memory and saves no time. */
const YOUNG_MB = 12

/** Threads that read files. They may be started before it is known what to read, and may read for several imports. */
export class Readers implements AsyncDisposable {
  readonly #limits: ReadLimits
  readonly #lanes: Lane[] = []

  constructor(limits: ReadLimits) {
    this.#limits = limits
  }

  /** Starts the first thread, which takes a while in which the files can be listed. */
  warmUp(): void {
    this.#open(1)
    this.#lanes[0]?.start()
  }

  /**
   * Reads files, as many at once as cores and memory allow, and gives the results in the order of the files. A file that takes
   * too long or too much memory, or that brings its worker down, costs only itself.
   */
  async *readAll(
    files: readonly string[],
    context: ReadContext,
  ): AsyncGenerator<{ path: string; read: FileRead }> {
    if (files.length === 0) return
    const most = lanesFor(thisMachine(), files.length, this.#limits.maxHeapMb)
    this.#open(most)
    const read = async (path: string) => ({
      path,
      read: await leastBusy(this.#lanes).read(path, context),
    })
    // One file more than there are lanes waits as a promise; a longer queue would only hold bytes in memory.
    yield* pMapIterable(files, read, { concurrency: most * 2 })
  }

  /** Ends the reading, also of what is waiting, whose results nobody wants any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }

  #open(most: number): void {
    while (this.#lanes.length < most) this.#lanes.push(new Lane(this.#limits))
  }
}

function leastBusy(lanes: readonly Lane[]): Lane {
  return lanes.reduce((least, lane) => (lane.waiting < least.waiting ? lane : least))
}

/** One worker thread at a time, which reads one file after the other and is replaced when it dies. */
class Lane {
  readonly #limits: ReadLimits
  #worker: Worker | undefined
  #forms = new SentForms()
  #context: ReadContext | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #isClosed = false

  constructor(limits: ReadLimits) {
    this.#limits = limits
  }

  /** How many files are not read yet. */
  get waiting(): number {
    return this.#waiting
  }

  start(): Worker {
    if (!this.#worker) {
      this.#worker = startWorker(this.#limits)
      this.#forms = new SentForms()
    }
    return this.#worker
  }

  read(path: string, context: ReadContext): Promise<FileRead> {
    this.#waiting += 1
    const read = this.#queue.then(() => this.#readNow(path, context))
    this.#queue = read.then(() => {
      this.#waiting -= 1
    })
    return read
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  #readNow(path: string, context: ReadContext): Promise<FileRead> {
    if (this.#isClosed) return Promise.resolve(failed(path, faults.ended))
    const { maxMs } = this.#limits
    const worker = this.start()
    return new Promise((resolve) => {
      const settle = (read: FileRead): void => {
        patience.end()
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(read)
      }
      const giveUp = (fault: Fault): void => {
        this.#worker = undefined
        this.#context = undefined
        void worker.terminate()
        settle(failed(path, fault))
      }
      const onMessage = (message: SentRead | StillReading): void => {
        if (message === 'step') patience.renew()
        else settle(this.#forms.receive(message))
      }
      const onError = (error: Error): void => giveUp(causeOf(error))
      const onExit = (): void => giveUp(faults.stopped)
      const patience = new Patience(worker, maxMs, () => giveUp(tooSlow(maxMs)))
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      const request: ReadRequest = { path, ...(this.#context !== context && { context }) }
      this.#context = context
      worker.postMessage(request)
    })
  }
}

function startWorker({ maxHeapMb }: ReadLimits): Worker {
  const worker = new Worker(workerUrl, {
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(maxHeapMb, LEAST_HEAP_MB),
      maxYoungGenerationSizeMb: YOUNG_MB,
    },
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
