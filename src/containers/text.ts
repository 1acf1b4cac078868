import { concat, decodeUtf8, latin1 } from '../pdf/bytes.ts'

/** The bytes of a text with one character for each. */
export function bytesOf(latin1Text: string): Uint8Array {
  const bytes = new Uint8Array(latin1Text.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = latin1Text.charCodeAt(i)
  return bytes
}

/** A text in UTF-8, or with one character for each byte where it is none. */
export function textOf(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? latin1(bytes)
}

/** A text in an encoding that a file names, by any name of it; as {@link textOf} where there is none of this name. */
export function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return textOf(bytes)
  }
}

/** The text up to the zero that ends it. */
export function upToZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0)
  return end === -1 ? bytes : bytes.subarray(0, end)
}

/** Characters of base64 that are decoded at once; a multiple of four. */
const PIECE = 65_536

/** Undoes base64 (RFC 4648), and passes over all characters that are none of it. */
export function fromBase64(text: string, most = Number.POSITIVE_INFINITY): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  let rest = ''
  for (let at = 0; at < text.length && length < most; at += PIECE) {
    const clean = rest + text.slice(at, at + PIECE).replace(/[^A-Za-z0-9+/]/g, '')
    const isLast = at + PIECE >= text.length
    const end = clean.length - (isLast && clean.length % 4 !== 1 ? 0 : clean.length % 4)
    const piece = bytesOf(atob(clean.slice(0, end)))
    rest = clean.slice(end)
    pieces.push(piece)
    length += piece.length
  }
  return concat(pieces)
}
