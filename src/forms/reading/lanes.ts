import { availableParallelism, totalmem } from 'node:os'

const MEGABYTE = 2 ** 20
/** What a worker takes beside its heap: code, and the files that it reads and that wait to be kept. */
const BESIDE_HEAP_MB = 128

export interface Machine {
  readonly cores: number
  /** Memory that may be used, in bytes. */
  readonly memory: number
}

/** This machine, within the bounds that a container or a service sets. */
export function thisMachine(): Machine {
  // Some systems count as free only what nothing is kept in; half of all is there for whoever needs it.
  const all = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem())
  return { cores: availableParallelism(), memory: Math.max(process.availableMemory(), all / 2) }
}

/** How many files can be read at once, where each may take so large a heap; one always. */
export function lanesFor({ cores, memory }: Machine, files: number, heapMb: number): number {
  const fitting = Math.floor(memory / ((heapMb + BESIDE_HEAP_MB) * MEGABYTE))
  return Math.max(1, Math.min(cores, files, fitting))
}
