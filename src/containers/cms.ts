import { asciiBytes, concat, startsWith } from '../pdf/bytes.ts'
import { asItStands, type Inner } from './inner.ts'

const SEQUENCE = 0x30
const OCTETS = 0x04
const OCTETS_IN_PIECES = 0x24
const CONTENT = 0xa0
/** Pieces of content and other parts that are passed on the way; mail programs make pieces of some kilobytes. */
const MOST_PARTS = 100_000

/** Gives what a signed message (CMS, RFC 5652, 5.1) holds; nothing where it only signs a file elsewhere, or is encrypted. */
export function* signedContent(bytes: Uint8Array): Generator<Inner> {
  const info = partAt(bytes, 0)
  if (info?.tag !== SEQUENCE) return
  const [type, content] = partsOf(bytes, info)
  if (!type || !content || !startsWith(bytes, signedData, type.start)) return
  const signed = partAt(bytes, content.start)
  if (!signed) return
  const encapsulated = partsOf(bytes, signed)[2]
  const wrapped = encapsulated && partsOf(bytes, encapsulated)[1]
  const octets = wrapped?.tag === CONTENT ? partAt(bytes, wrapped.start) : undefined
  if (octets) yield asItStands('', octetsOf(bytes, octets))
}

/** One part of a BER encoding (X.690, 8.1). */
interface Part {
  readonly tag: number
  readonly start: number
  /** Undefined where an end mark tells it. */
  readonly end: number | undefined
}

function partAt(bytes: Uint8Array, at: number): Part | undefined {
  const tag = bytes[at]
  const length = bytes[at + 1]
  if (tag === undefined || length === undefined || (tag === 0 && length === 0)) return undefined
  if (length < 0x80) return { tag, start: at + 2, end: at + 2 + length }
  if (length === 0x80) return { tag, start: at + 2, end: undefined }
  const start = at + 2 + (length & 0x7f)
  let size = 0
  for (const byte of bytes.subarray(at + 2, start)) size = size * 256 + byte
  return { tag, start, end: start + size }
}

/** The first three parts of one that is made of parts. */
function partsOf(bytes: Uint8Array, { start, end = bytes.length }: Part): Part[] {
  const parts: Part[] = []
  let at: number | undefined = start
  while (at !== undefined && at < end && parts.length < 3) {
    const part = partAt(bytes, at)
    if (!part) break
    parts.push(part)
    at = endOf(bytes, part)
  }
  return parts
}

function endOf(bytes: Uint8Array, { start, end }: Part): number | undefined {
  if (end !== undefined) return end
  let at = start
  let open = 1
  for (let count = 0; count < MOST_PARTS && at < bytes.length; count++) {
    const part = partAt(bytes, at)
    if (!part) {
      open -= 1
      at += 2
    } else if (part.end === undefined) {
      open += 1
      at = part.start
    } else at = part.end
    if (open === 0) return at
  }
  return undefined
}

function octetsOf(bytes: Uint8Array, { tag, start, end }: Part): Uint8Array {
  if (tag === OCTETS) return bytes.subarray(start, end)
  const pieces: Uint8Array[] = []
  let at = start
  while (tag === OCTETS_IN_PIECES && at < (end ?? bytes.length) && pieces.length < MOST_PARTS) {
    const piece = partAt(bytes, at)
    if (piece?.tag !== OCTETS || piece.end === undefined) break
    pieces.push(bytes.subarray(piece.start, piece.end))
    at = piece.end
  }
  return concat(pieces)
}

/** The object identifier 1.2.840.113549.1.7.2. */
const signedData = asciiBytes('\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002')
