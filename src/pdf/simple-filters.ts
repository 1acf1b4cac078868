import { isWhitespace } from './bytes.ts'
import { CLOSE_ANGLE, EXCLAMATION, LETTER_U, LETTER_Z, OPEN_ANGLE, TILDE } from './characters.ts'
import { type Decoded, OutputLimitError } from './inflate.ts'

const CLEAR_CODE = 256
const END_CODE = 257
const FIRST_CODE = 258
const MAX_CODES = 4096

/** ASCIIHexDecode (ISO 32000-1, 7.4.2). */
export function decodeAsciiHex(data: Uint8Array): Decoded {
  const out = new Uint8Array((data.length >> 1) + 1)
  let digits = 0
  for (const byte of data) {
    if (byte === CLOSE_ANGLE) break
    const digit = Number.parseInt(String.fromCharCode(byte), 16)
    if (Number.isNaN(digit)) continue
    out[digits >> 1] = (out[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit)
    digits++
  }
  return { bytes: out.subarray(0, (digits + 1) >> 1) }
}

/** ASCII85Decode (7.4.3). */
export function decodeAscii85(data: Uint8Array, limit: number): Decoded {
  const out = new Output(limit, data.length)
  const start = data[0] === OPEN_ANGLE && data[1] === TILDE ? 2 : 0
  let value = 0
  let count = 0
  for (let at = start; at < data.length && data[at] !== TILDE; at++) {
    const byte = data[at] ?? 0
    if (isWhitespace(byte)) continue
    if (byte === LETTER_Z && count === 0) {
      out.push(0, 4)
    } else if (byte < EXCLAMATION || byte > LETTER_U) {
      return { bytes: out.bytes, fault: 'a byte is no ASCII85 digit' }
    } else {
      value = value * 85 + byte - EXCLAMATION
      if (++count === 5) {
        pushGroup(out, value, 4)
        value = 0
        count = 0
      }
    }
  }
  if (count > 1) pushGroup(out, padGroup(value, count), count - 1)
  return { bytes: out.bytes }
}

function padGroup(value: number, count: number): number {
  let padded = value
  for (let digits = count; digits < 5; digits++) padded = padded * 85 + 84
  return padded
}

function pushGroup(out: Output, value: number, bytes: number): void {
  for (let i = 0; i < bytes; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 0xff)
}

/** RunLengthDecode (7.4.5). */
export function decodeRunLength(data: Uint8Array, limit: number): Decoded {
  const out = new Output(limit, data.length * 2)
  for (let at = 0; at < data.length; ) {
    const length = data[at++] ?? 0
    if (length === 128) break
    if (length < 128) {
      for (const end = Math.min(at + length + 1, data.length); at < end; at++)
        out.push(data[at] ?? 0)
    } else {
      out.push(data[at++] ?? 0, 257 - length)
    }
  }
  return { bytes: out.bytes }
}

/** LZWDecode (7.4.4); `earlyChange` is 1 unless the parameters say 0. */
export function decodeLzw(data: Uint8Array, limit: number, earlyChange: number): Decoded {
  const out = new Output(limit, data.length * 3)
  // The text of each code is a stretch of the output so far, so only its place is kept.
  const start = new Uint32Array(MAX_CODES)
  const length = new Uint16Array(MAX_CODES)
  let next = FIRST_CODE
  let previous = { start: 0, length: 0 }
  for (const code of lzwCodes(data, () => lzwWidth(next + earlyChange))) {
    if (code === END_CODE) break
    if (code === CLEAR_CODE) {
      next = FIRST_CODE
      previous = { start: 0, length: 0 }
      continue
    }
    const at = out.length
    if (code < CLEAR_CODE) out.push(code)
    else if (code < next) out.copy(start[code] ?? 0, length[code] ?? 0)
    else if (code === next && previous.length > 0) out.copy(previous.start, previous.length + 1)
    else return { bytes: out.bytes, fault: 'an LZW code is out of range' }
    if (previous.length > 0 && next < MAX_CODES) {
      start[next] = previous.start
      length[next] = previous.length + 1
      next++
    }
    previous = { start: at, length: out.length - at }
  }
  return { bytes: out.bytes }
}

function* lzwCodes(data: Uint8Array, width: () => number): Generator<number> {
  let buffer = 0
  let bits = 0
  for (const byte of data) {
    buffer = ((buffer << 8) | byte) & 0xfffff
    bits += 8
    const wanted = width()
    if (bits < wanted) continue
    bits -= wanted
    yield (buffer >> bits) & ((1 << wanted) - 1)
  }
}

function lzwWidth(next: number): number {
  if (next >= 2048) return 12
  if (next >= 1024) return 11
  return next >= 512 ? 10 : 9
}

/** Bytes that grow up to a limit. */
class Output {
  length = 0
  #bytes: Uint8Array
  readonly #limit: number

  constructor(limit: number, expected: number) {
    this.#limit = limit
    this.#bytes = new Uint8Array(Math.min(limit, expected) + 16)
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  push(byte: number, times = 1): void {
    this.#reserve(times)
    this.#bytes.fill(byte, this.length, this.length + times)
    this.length += times
  }

  /** Copies byte by byte, since the source may reach into what is being written. */
  copy(from: number, count: number): void {
    this.#reserve(count)
    for (let i = 0; i < count; i++) this.#bytes[this.length++] = this.#bytes[from + i] ?? 0
  }

  #reserve(more: number): void {
    const needed = this.length + more
    if (needed > this.#limit) {
      throw new OutputLimitError(`a stream unpacks to more than ${this.#limit} bytes`)
    }
    if (needed <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
