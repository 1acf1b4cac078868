import { asciiBytes, indexOf, isDigit, isWhitespace, startsWith } from './bytes.ts'
import { CARRIAGE_RETURN, LINE_FEED, SPACE, TAB } from './characters.ts'
import { PdfSyntaxError } from './errors.ts'
import { ObjectParser, type ParserOptions } from './object-parser.ts'
import { isDict, type PdfObject, PdfRef, PdfStream } from './objects.ts'

const MAX_NUMBER_DIGITS = 10

/** An object as it stands in the file: `12 0 obj … endobj`. */
export interface IndirectObject {
  readonly id: PdfRef
  readonly value: PdfObject
  /** Offset behind what was read; for a stream, the start of its data. */
  readonly end: number
  /** Whether nothing of it is cut off. Of a stream, only the dictionary is judged. */
  readonly complete: boolean
}

export type StringDecryption = (id: PdfRef) => ((bytes: Uint8Array) => Uint8Array) | undefined

/**
 * Reads the indirect object that begins at `offset`, white space before it allowed.
 *
 * @throws PdfSyntaxError where none begins or it is broken.
 */
export function readIndirectObject(
  bytes: Uint8Array,
  offset: number,
  options: Omit<ParserOptions, 'decryptString'>,
  decryption?: StringDecryption,
): IndirectObject {
  const id = readHeader(bytes, offset)
  const parser = new ObjectParser(bytes, id.end, {
    ...options,
    decryptString: decryption?.(id.ref),
  })
  parser.skipSpace()
  if (parser.skipKeyword('endobj')) {
    return { id: id.ref, value: null, end: parser.position, complete: true }
  }
  const value = parser.readObject()
  const afterValue = parser.position
  parser.skipSpace()
  if (isDict(value) && parser.skipKeyword('stream')) {
    const start = skipEndOfLine(bytes, parser.position)
    return { id: id.ref, value: new PdfStream(value, start, id.ref), end: start, complete: true }
  }
  const complete = parser.skipKeyword('endobj') || mayEndHere(bytes, parser.position, value)
  return { id: id.ref, value, end: complete ? parser.position : afterValue, complete }
}

/** Where the `endobj` is missing: an object is whole if something else follows it, or if only the keyword is cut. */
function mayEndHere(bytes: Uint8Array, position: number, value: PdfObject): boolean {
  if (position + endobj.length < bytes.length) return true
  const rest = bytes.subarray(position)
  if (rest.length === 0 || !startsWith(endobj, rest, 0)) return false
  return typeof value === 'object' && !(isDict(value) && value.has('Length'))
}

/**
 * Reads `12 0 obj`.
 *
 * @throws PdfSyntaxError where it does not stand.
 */
export function readHeader(bytes: Uint8Array, offset: number): { ref: PdfRef; end: number } {
  const parser = new ObjectParser(bytes, offset, { nesting: 0 })
  parser.skipSpace()
  const num = parser.readUnsigned()
  parser.skipSpace()
  const gen = parser.readUnsigned()
  parser.skipSpace()
  if (num === undefined || gen === undefined || !parser.skipKeyword('obj')) {
    throw new PdfSyntaxError('expected `n g obj`', offset)
  }
  return { ref: new PdfRef(num, gen), end: parser.position }
}

function skipEndOfLine(bytes: Uint8Array, position: number): number {
  let at = position
  while (bytes[at] === SPACE || bytes[at] === TAB) at++
  if (bytes[at] === CARRIAGE_RETURN) return bytes[at + 1] === LINE_FEED ? at + 2 : at + 1
  return bytes[at] === LINE_FEED ? at + 1 : position
}

export interface StreamEnd {
  readonly end: number
  /** Whether an `endstream` was found; without one, the data may be cut off. */
  readonly complete: boolean
  /** How many bytes were looked at to find the end. */
  readonly searched: number
}

/** Finds the end of the stream data that begins at `start`; `length` counts only if `endstream` stands behind it. */
export function findStreamEnd(
  bytes: Uint8Array,
  start: number,
  length: number | undefined,
): StreamEnd {
  if (length !== undefined && length >= 0 && endstreamFollows(bytes, start + length)) {
    return { end: start + length, complete: true, searched: 0 }
  }
  const keyword = indexOf(bytes, endstream, start)
  const limit = keyword === -1 ? bytes.length : keyword
  const next = findObjectEnd(bytes, start, limit)
  const end = trimEndOfLine(bytes, start, next === -1 ? limit : next)
  return { end, complete: keyword !== -1 && next === -1, searched: limit - start }
}

/** Offset of an `endobj` with another object right behind it: the stream before it has lost its `endstream`. */
function findObjectEnd(bytes: Uint8Array, from: number, to: number): number {
  for (
    let at = indexOf(bytes, endobj, from, to);
    at !== -1;
    at = indexOf(bytes, endobj, at + 6, to)
  ) {
    const behind = at + endobj.length
    const header = findObjectHeader(bytes, behind, Math.min(bytes.length, behind + 40))
    if (header !== -1 && isBlank(bytes, behind, header)) return at
  }
  return -1
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isWhitespace(bytes[at])) return false
  return true
}

function endstreamFollows(bytes: Uint8Array, offset: number): boolean {
  let at = offset
  while (at < offset + 4 && isWhitespace(bytes[at])) at++
  return startsWith(bytes, endstream, at)
}

function trimEndOfLine(bytes: Uint8Array, start: number, end: number): number {
  let at = end
  if (at > start && bytes[at - 1] === LINE_FEED) at--
  if (at > start && bytes[at - 1] === CARRIAGE_RETURN) at--
  return at
}

/** Offset of the next `n g obj` at or after `from` and before `to`, or -1. */
export function findObjectHeader(bytes: Uint8Array, from: number, to = bytes.length): number {
  for (let at = indexOf(bytes, obj, from, to); at !== -1; at = indexOf(bytes, obj, at + 3, to)) {
    const start = headerStart(bytes, at, from)
    if (start !== -1) return start
  }
  return -1
}

/** Goes back from the keyword `obj` over generation and number. */
function headerStart(bytes: Uint8Array, keyword: number, from: number): number {
  const gen = skipBackNumber(bytes, skipBackSpace(bytes, keyword, from), from)
  if (gen === -1) return -1
  const gap = skipBackSpace(bytes, gen, from)
  return gap === gen ? -1 : skipBackNumber(bytes, gap, from)
}

function skipBackSpace(bytes: Uint8Array, position: number, from: number): number {
  let at = position
  while (at > from && isWhitespace(bytes[at - 1])) at--
  return at
}

function skipBackNumber(bytes: Uint8Array, position: number, from: number): number {
  let at = position
  while (at > from && position - at < MAX_NUMBER_DIGITS && isDigit(bytes[at - 1])) at--
  return at === position ? -1 : at
}

const obj = asciiBytes('obj')
const endobj = asciiBytes('endobj')
const endstream = asciiBytes('endstream')
