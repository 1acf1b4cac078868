import type { Bounds } from './bounds.ts'

/** A file that lies inside another one. */
export interface Inner {
  /** As the outer file says; empty where it says none, and never a safe path. */
  readonly name: string
  /**
   * Its bytes, or so many of them at least as are asked for. Undefined where they cannot be had, as with a password, or would
   * cost too much.
   */
  readonly read: (most?: number) => Uint8Array | undefined
}

/** Lists the files inside a file, one after the other, as far as they are found. */
export type List = (bytes: Uint8Array, bounds: Bounds) => Iterable<Inner>

/** An inner file that stands as it is in the outer one. */
export function asItStands(name: string, bytes: Uint8Array): Inner {
  return { name, read: (most) => bytes.subarray(0, most) }
}
