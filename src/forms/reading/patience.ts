import type { Worker } from 'node:worker_threads'

/** How often it is asked what a worker has taken, as a part of what it may take. */
const GLANCE = 0.1
/** By how much more of the clock a worker may take that others keep from the processor. */
const MOST = 10

/**
 * How long a worker may take for one step. What counts is the time for which it had a processor, so that a busy machine refuses no file;
 * where Node cannot tell that, it is the time of the clock.
 */
export class Patience {
  readonly #worker: Worker
  readonly #maxMs: number
  readonly #glance: number
  readonly #onEnd: () => void
  readonly #timer: NodeJS.Timeout
  #spent = 0
  #glances = 0
  #last: number | undefined
  #isOver = false

  constructor(worker: Worker, maxMs: number, onEnd: () => void) {
    this.#worker = worker
    this.#maxMs = maxMs
    this.#onEnd = onEnd
    this.#glance = Math.max(1, maxMs * GLANCE)
    this.#timer = setInterval(() => void this.#look(), this.#glance)
  }

  /** Another step begins. */
  renew(): void {
    this.#spent = 0
    this.#glances = 0
    this.#timer.refresh()
  }

  end(): void {
    this.#isOver = true
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    this.#glances += 1
    const taken = await takenBy(this.#worker)
    this.#spent +=
      taken === undefined || this.#last === undefined
        ? this.#glance
        : Math.min(this.#glance, taken - this.#last)
    this.#last = taken
    if (this.#isOver) return
    if (this.#spent >= this.#maxMs || this.#glances * this.#glance >= MOST * this.#maxMs)
      this.#onEnd()
  }
}

/** Milliseconds for which a worker had a processor; undefined where Node cannot tell, or the worker is no more. */
async function takenBy(worker: Worker): Promise<number | undefined> {
  const { user, system } = (await worker.cpuUsage?.().catch(() => undefined)) ?? {}
  return user === undefined || system === undefined ? undefined : (user + system) / 1000
}
