import type { FileRead, ReadLimits } from '../../forms/reading/exchange.ts'
import { type Fault, failed, faults, tooSlow } from '../../forms/reading/refusals.ts'
import type { ReaderAnswer, ReaderContext, ReaderRequest } from './exchange.ts'

/** The scripts of workers, as text. */
export interface ReaderScripts {
  readonly reader: string
  readonly cryptography: string
}

/** More at once would only hold the bytes of more files in memory. */
const MOST = 8

/** Reads files in workers, as many at once as the computer has cores. A file that takes too long costs only itself. */
export class Lanes {
  readonly count: number
  readonly #scripts: ReaderScripts
  readonly #context: ReaderContext
  readonly #limits: ReadLimits
  readonly #idle: Worker[] = []
  /** From the first digital signature on, workers can verify them. */
  #withCryptography = false

  constructor(scripts: ReaderScripts, context: ReaderContext, limits: ReadLimits) {
    this.#scripts = scripts
    this.#context = context
    this.#limits = limits
    this.count = Math.min(MOST, Math.max(1, navigator.hardwareConcurrency))
  }

  /** Reads one file. Call it for no more files at once than there are lanes. */
  async read({ path, bytes }: ReaderRequest): Promise<FileRead> {
    const worker = this.#idle.pop() ?? this.#start()
    const answer = await this.#ask(worker, { path, bytes })
    if ('rule' in answer) {
      worker.terminate()
      return failed(path, answer.rule)
    }
    if ('unread' in answer) {
      worker.terminate()
      this.#withCryptography = true
      return this.read({ path, bytes: answer.unread })
    }
    this.#idle.push(worker)
    return answer.read
  }

  close(): void {
    for (const worker of this.#idle.splice(0)) worker.terminate()
  }

  #ask(worker: Worker, request: ReaderRequest): Promise<ReaderAnswer | { readonly rule: Fault }> {
    const { maxMs } = this.#limits
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ rule: tooSlow(maxMs) }), maxMs)
      const settle = (answer: ReaderAnswer | { readonly rule: Fault }): void => {
        clearTimeout(timer)
        resolve(answer)
      }
      worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => settle(data)
      worker.onerror = (event) => {
        event.preventDefault()
        settle({ rule: faults.stopped })
      }
      worker.postMessage(request, [request.bytes.buffer])
    })
  }

  /** A worker made from text: pages that were opened from a folder may load none from a file. */
  #start(): Worker {
    const { reader, cryptography } = this.#scripts
    const parts = this.#withCryptography ? [cryptography, '\n', reader] : [reader]
    const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }))
    const worker = new Worker(address)
    URL.revokeObjectURL(address)
    worker.postMessage(this.#context)
    return worker
  }
}
