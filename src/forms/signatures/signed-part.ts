import { bytesToHex } from '@noble/hashes/utils.js'
import type { RawSignature } from '../../model/extraction.ts'

/** The bytes that a signature is made over, and where they end in the file. */
export interface SignedPart {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the PDF as it was signed ends in the file. */
  readonly end: number
  /** Nothing but line ends stands after it. */
  readonly isWholeFile: boolean
}

/**
 * What a signature says it covers, counted from the first byte of the PDF, which some mail programs put others before. Gives `undefined` unless that is a file from its first byte to its last but for the
 * signature's own hexadecimal string, at its own place (ISO 32000-2, 12.8.1): with any other gap, unsigned content could hide in it.
 */
export function signedPartOf(
  received: Uint8Array,
  { byteRange = [], start: offset = 0, contents, contentsStart }: RawSignature,
): SignedPart | undefined {
  const file = received.subarray(offset)
  const [start, length, next, rest] = byteRange
  if (byteRange.length !== 4 || start !== 0 || !contents) return undefined
  if (!isPosition(length) || !isPosition(next) || !isPosition(rest)) return undefined
  if (contentsStart !== undefined && contentsStart !== offset + length) return undefined
  const end = next + rest
  if (length >= next || end > file.length || !isHexString(file.subarray(length, next), contents))
    return undefined
  const bytes = new Uint8Array(length + rest)
  bytes.set(file.subarray(0, length))
  bytes.set(file.subarray(next, end), length)
  const isWholeFile = file.subarray(end).every((byte) => byte === 0x0a || byte === 0x0d)
  return { bytes, end: offset + end, isWholeFile }
}

function isPosition(number: number | undefined): number is number {
  return number !== undefined && Number.isSafeInteger(number) && number >= 0
}

function isHexString(gap: Uint8Array, contents: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(gap)
  if (!/^<[0-9A-Fa-f\s]*>$/.test(text)) return false
  const digits = text.slice(1, -1).replace(/\s/g, '').toLowerCase()
  return digits.padEnd(contents.length * 2, '0') === bytesToHex(contents)
}
