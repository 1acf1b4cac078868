const DELIMITER = 2
const CHUNK = 8192
/** Character classes of PDF syntax (ISO 32000-1, 7.2.2), by byte. */
export const characterClass = new Uint8Array(256)
export const WHITESPACE = 1
for (const byte of [0, 9, 10, 12, 13, 32]) characterClass[byte] = WHITESPACE
for (const character of '()<>[]{}/%') characterClass[character.charCodeAt(0)] = DELIMITER

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

/** Whether the byte is white space in PDF syntax. */
export function isWhitespace(byte: number | undefined): boolean {
  return byte !== undefined && characterClass[byte] === WHITESPACE
}

/** One character per byte. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end - start <= 64) {
    let text = ''
    for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0)
    return text
  }
  // In chunks, since the arguments of a call are limited.
  const parts: string[] = []
  for (let i = start; i < end; i += CHUNK) {
    parts.push(characters(bytes.subarray(i, Math.min(i + CHUNK, end))))
  }
  return parts.join('')
}

/** One byte per character; for ASCII patterns. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

export function startsWith(bytes: Uint8Array, pattern: Uint8Array, offset: number): boolean {
  for (let i = 0; i < pattern.length; i++) if (bytes[offset + i] !== pattern[i]) return false
  return true
}

/** Offset of the first `pattern` at or after `from` that ends before `to`, or -1. */
export function indexOf(
  bytes: Uint8Array,
  pattern: Uint8Array,
  from = 0,
  to = bytes.length,
): number {
  const first = pattern[0] ?? 0
  const last = to - pattern.length
  for (
    let at = bytes.indexOf(first, from);
    at !== -1 && at <= last;
    at = bytes.indexOf(first, at + 1)
  ) {
    if (startsWith(bytes, pattern, at)) return at
  }
  return -1
}

/** Offset of the last `pattern` that begins at or before `from`, or -1. */
export function lastIndexOf(
  bytes: Uint8Array,
  pattern: Uint8Array,
  from = bytes.length - 1,
): number {
  const first = pattern[0] ?? 0
  let at = from < 0 ? -1 : bytes.lastIndexOf(first, from)
  while (at !== -1 && !startsWith(bytes, pattern, at)) {
    at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)
  }
  return at
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const only = chunks.length === 1 ? chunks[0] : undefined
  if (only) return only
  const joined = new Uint8Array(chunks.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of chunks) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** A decoder of one encoding; it gives undefined for bytes that are not well-formed in it. */
export function strictDecoder(encoding: string): (bytes: Uint8Array) => string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return undefined
    }
  }
}

/** The text of UTF-8 bytes, or undefined where they are not well-formed UTF-8 (Unicode 15, table 3-7). */
export const decodeUtf8 = strictDecoder('utf-8')

/** The text of UTF-16 code units. */
export function utf16(units: Uint16Array): string {
  if (units.length <= CHUNK) return characters(units)
  const parts: string[] = []
  for (let i = 0; i < units.length; i += CHUNK) {
    parts.push(characters(units.subarray(i, i + CHUNK)))
  }
  return parts.join('')
}

function characters(codes: ArrayLike<number>): string {
  return Reflect.apply(String.fromCharCode, undefined, codes)
}
