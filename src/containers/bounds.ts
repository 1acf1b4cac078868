import { inflateRaw } from '../pdf/inflate.ts'

/** All bytes that are unpacked or put together for one outer file, twice the largest form. */
const MOST_BYTES = 100_000_000
const MOST_FILES = 2000

/** What looking into one outer file may cost, whatever lies in it and however deep. */
export class Bounds {
  #bytes = MOST_BYTES
  #files = MOST_FILES

  /** Whether everything was looked at. */
  get isWhole(): boolean {
    return this.#bytes > 0 && this.#files > 0
  }

  /** Whether one more inner file may be looked at. */
  takesFile(): boolean {
    this.#files -= 1
    return this.isWhole
  }

  /** Whether so many bytes more may be made. */
  takesBytes(count: number): boolean {
    this.#bytes -= count
    return this.isWhole
  }

  /** Unpacks deflated data (RFC 1951), or its beginning; undefined where that costs too much. */
  inflate(data: Uint8Array, most = Number.POSITIVE_INFINITY): Uint8Array | undefined {
    // So much input gives the beginning of any file that is no bomb.
    const input = most < data.length ? data.subarray(0, Math.max(most, 4096)) : data
    const unpacked = inflateRaw(input, Math.max(0, this.#bytes))
    this.takesBytes(unpacked?.length ?? MOST_BYTES)
    return unpacked
  }
}
