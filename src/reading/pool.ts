import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { KnownForms } from '../model/extraction.ts'
import type { Message } from '../model/message.ts'
import type { RuleId } from '../model/rules.ts'
import type { FileRead, ReadRequest } from './worker.ts'

/** What one file may cost before it is given up. */
export interface ReadLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number
  /** Longest time for one file, in milliseconds. */
  readonly maxMs: number
  /** Largest JavaScript heap for one file, in MiB. */
  readonly maxHeapMb: number
}

export const defaultLimits: ReadLimits = { maxBytes: 50_000_000, maxMs: 20_000, maxHeapMb: 512 }

/** What all files of one run are read by. */
export interface ReadContext {
  readonly known: KnownForms
  readonly password?: string | undefined
  readonly anyOrganisation: boolean
  /** Certificates of authorities, PEM or DER. */
  readonly trusted: readonly Uint8Array[]
  readonly limits: ReadLimits
}

/**
 * Reads files in worker threads, as many at once as there are cores, and gives the results in the order of the files.
 * A file that takes too long or too much memory, or that brings its worker down, costs only itself.
 */
export async function* readAll(
  files: readonly string[],
  context: ReadContext,
): AsyncGenerator<{ path: string; read: FileRead }> {
  const lanes = Array.from(
    { length: Math.min(availableParallelism(), files.length) },
    () => new Lane(context),
  )
  // One file more than there are lanes waits as a promise; a longer queue would only hold bytes in memory.
  const ahead = lanes.length * 2
  const reads: Promise<FileRead>[] = []
  try {
    for (let next = 0; next < files.length; next += 1) {
      while (reads.length < Math.min(files.length, next + ahead)) {
        const index = reads.length
        reads.push(lanes[index % lanes.length]!.read(files[index]!))
      }
      const read = await reads[next]!
      delete reads[next]
      yield { path: files[next]!, read }
    }
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}

/** One worker thread at a time, which reads one file after the other and is replaced when it dies. */
class Lane {
  readonly #context: ReadContext
  #worker: Worker | undefined
  #queue: Promise<unknown> = Promise.resolve()

  constructor(context: ReadContext) {
    this.#context = context
  }

  read(path: string): Promise<FileRead> {
    const read = this.#queue.then(() => this.#readNow(path))
    this.#queue = read
    return read
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #readNow(path: string): Promise<FileRead> {
    const { maxMs, maxHeapMb } = this.#context.limits
    this.#worker ??= new Worker(workerUrl, {
      workerData: this.#context,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      stderr: true,
    })
    const worker = this.#worker
    return new Promise((resolve) => {
      const settle = (read: FileRead): void => {
        clearTimeout(timer)
        stopListening(worker)
        resolve(read)
      }
      const giveUp = (rule: RuleId, message: string): void => {
        this.#worker = undefined
        settle(failed(path, rule, message))
        void worker.terminate()
      }
      const timer = setTimeout(
        () =>
          giveUp(
            'file-too-costly',
            `Reading was stopped after ${maxMs / 1000} seconds; the file is not like any form`,
          ),
        maxMs,
      )
      worker.on('message', settle)
      worker.on('error', (error) => giveUp('file-too-costly', costSentence(error)))
      worker.on('exit', () =>
        giveUp('file-damaged', 'Reading stopped without a result; the file is damaged'),
      )
      worker.postMessage({ path } satisfies ReadRequest)
    })
  }
}

// By event: without a name, Node's own listeners go too, and the worker is never heard again.
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Node runs the sources in a checkout and the compiled files in a package. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
)

function costSentence(error: Error & { code?: string }): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'Reading needs more memory than one file may take; the file is not like any form'
    : `Reading failed (${error.message}); please report this file as a fault of policypack`
}

function failed(file: string, rule: RuleId, message: string): FileRead {
  const messages: Message[] = [{ file, severity: 'error', rule, message }]
  return { outcome: { status: 'unreadable', messages } }
}
