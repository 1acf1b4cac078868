import { isWhitespace } from './bytes.ts'
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_ANGLE,
  CLOSE_PARENTHESIS,
  LINE_FEED,
  OPEN_PARENTHESIS,
  SEVEN,
  ZERO,
} from './characters.ts'
import { PdfSyntaxError } from './errors.ts'

const NO_DIGIT = 0xff

/** A string as it stands in the file (ISO 32000-1, 7.3.4): escapes resolved, not yet decrypted. */
export interface RawString {
  readonly bytes: Uint8Array
  /** Offset behind its closing delimiter. */
  readonly end: number
}

/**
 * Reads a string in parentheses.
 *
 * @param start offset of the opening parenthesis
 * @throws PdfSyntaxError where it does not end.
 */
export function readLiteralString(bytes: Uint8Array, start: number): RawString {
  let open = 1
  let escaped = false
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH) {
      escaped = true
      at++
    } else if (byte === OPEN_PARENTHESIS) {
      open++
    } else if (byte === CLOSE_PARENTHESIS && --open === 0) {
      const inner = bytes.subarray(start + 1, at)
      return { bytes: escaped ? resolveEscapes(inner) : inner, end: at + 1 }
    }
  }
  throw new PdfSyntaxError('a string does not end', bytes.length)
}

/**
 * Reads a string in hexadecimal digits; `onFault` is told what is not quite one.
 *
 * @param start offset of the opening angle
 * @throws PdfSyntaxError where it does not end.
 */
export function readHexString(
  bytes: Uint8Array,
  start: number,
  onFault: (why: string) => void,
): RawString {
  const end = bytes.indexOf(CLOSE_ANGLE, start)
  if (end === -1) throw new PdfSyntaxError('a hexadecimal string does not end', bytes.length)
  const digits = new Uint8Array(end - start)
  let count = 0
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at] ?? 0
    const digit = hexDigit[byte] ?? NO_DIGIT
    if (digit !== NO_DIGIT) digits[count++] = digit
    else if (!isWhitespace(byte)) onFault('a hexadecimal string has other characters')
  }
  // Allowed, but no program writes it, so that a digit is rather lost.
  if (count % 2 === 1) onFault('a hexadecimal string has half a byte')
  // A missing last digit is 0 (7.3.4.3), as it already is in the array.
  const read = new Uint8Array((count + 1) >> 1)
  for (let i = 0; i < read.length; i++) {
    read[i] = ((digits[2 * i] ?? 0) << 4) | (2 * i + 1 < count ? (digits[2 * i + 1] ?? 0) : 0)
  }
  return { bytes: read, end: end + 1 }
}

/**
 * Resolves the escapes of a literal string (7.3.4.2). A bare carriage return is kept: text is normalised later, and in
 * UTF-16 or encrypted strings it is half a character that a careless writer did not escape.
 */
function resolveEscapes(raw: Uint8Array): Uint8Array {
  const plain = new Uint8Array(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0
    if (byte !== BACKSLASH) {
      plain[length++] = byte
      continue
    }
    const next = raw[++at] ?? 0
    if (next >= ZERO && next <= SEVEN) {
      let code = next - ZERO
      for (let digits = 1; digits < 3 && isOctal(raw[at + 1]); digits++) {
        code = code * 8 + (raw[++at] ?? 0) - ZERO
      }
      plain[length++] = code & 0xff
    } else if (next === CARRIAGE_RETURN) {
      if (raw[at + 1] === LINE_FEED) at++
    } else if (next !== LINE_FEED) {
      plain[length++] = simpleEscapes.get(next) ?? next
    }
  }
  return plain.subarray(0, length)
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= SEVEN
}

const simpleEscapes = new Map([
  [0x6e, LINE_FEED],
  [0x72, CARRIAGE_RETURN],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])
const hexDigit = new Uint8Array(256).fill(NO_DIGIT)
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16)
  hexDigit[digit.charCodeAt(0)] = value
  hexDigit[digit.toUpperCase().charCodeAt(0)] = value
}
