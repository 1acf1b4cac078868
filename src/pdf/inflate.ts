import { Inflate } from 'fflate'
import { concat, lastIndexOf } from './bytes.ts'

/** Deflate unpacks at most 1032-fold, so one piece of input gives at most 16 MB. */
const PIECE = 16_384
const SMALL_PIECE = 256
/** A stored block can be 64 KB and gives nothing until it is whole; longer silence means the data has ended. */
const MAX_IDLE_BYTES = 6 * PIECE

/** What a decoder made of its input. */
export interface Decoded {
  readonly bytes: Uint8Array
  /** Why the output may be cut short or wrong. */
  readonly fault?: string
}

/** Thrown by a decoder whose output would pass its limit. */
export class OutputLimitError extends Error {
  override readonly name = 'OutputLimitError'
}

/**
 * Inflates zlib data (RFC 1950), or what there is of it: data that breaks off or is followed by other bytes still gives
 * its beginning.
 *
 * @throws OutputLimitError when the output is longer than `limit` bytes.
 */
export function inflate(data: Uint8Array, limit: number): Decoded {
  // Some writers name the filter of empty streams too.
  if (data.length === 0) return { bytes: data }
  const body = data.subarray(hasZlibHeader(data) ? 2 : 0)
  const whole = inflatePieces(body, limit, PIECE)
  // A fault loses the output of its whole piece, so the second try takes small ones.
  const result = whole.fault === undefined ? whole : inflatePieces(body, limit, SMALL_PIECE)
  if (result.fault !== undefined || endsWithChecksum(body, result.bytes)) return result
  return { bytes: result.bytes, fault: 'the checksum is wrong or missing' }
}

/**
 * Inflates data without a header (RFC 1951), or what there is of it. Undefined when the output would be longer than `limit`
 * bytes.
 */
export function inflateRaw(data: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return inflatePieces(data, limit, PIECE).bytes
  } catch (error) {
    if (error instanceof OutputLimitError) return undefined
    throw error
  }
}

/** Feeds the input piece by piece, so that a bomb is noticed before it has unpacked. */
function inflatePieces(body: Uint8Array, limit: number, size: number): Decoded {
  const chunks: Uint8Array[] = []
  let length = 0
  let idleBytes = 0
  const stream = new Inflate((chunk) => {
    if (chunk.length > 0) chunks.push(chunk)
    length += chunk.length
  })
  for (let at = 0; at < body.length && idleBytes < MAX_IDLE_BYTES; at += size) {
    const before = length
    try {
      stream.push(body.subarray(at, at + size))
    } catch (error) {
      return {
        bytes: concat(chunks),
        fault: error instanceof Error ? error.message : 'invalid data',
      }
    }
    if (length > limit) throw new OutputLimitError(`a stream unpacks to more than ${limit} bytes`)
    idleBytes = length === before ? idleBytes + size : 0
  }
  return { bytes: concat(chunks) }
}

function hasZlibHeader(data: Uint8Array): boolean {
  const [method = 0, flags = 0] = data
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0
}

/** Looks for the Adler-32 near the end, where a wrong /Length or stray line ends may have moved it. */
function endsWithChecksum(body: Uint8Array, output: Uint8Array): boolean {
  const sum = adler32(output)
  const wanted = Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum)
  return lastIndexOf(body, wanted) !== -1
}

function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (let at = 0; at < bytes.length; ) {
    // So many sums stay below 2^31.
    const end = Math.min(at + 3800, bytes.length)
    for (; at < end; at++) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= 65521
    high %= 65521
  }
  return ((high << 16) | low) >>> 0
}
