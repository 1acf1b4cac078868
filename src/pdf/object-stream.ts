import { PdfSyntaxError } from './errors.ts'
import { ObjectParser, type ParserOptions } from './object-parser.ts'
import type { PdfObject } from './objects.ts'

/**
 * A decoded object stream (ISO 32000-1, 7.5.7), whose objects are read one by one when asked for. Their numbers and offsets
 * stand before the offset `first`.
 */
export class ObjectStream {
  /** Where each object begins, by its number; the last one where a number is there twice. */
  readonly offsets: ReadonlyMap<number, number>
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array, first: number, nesting: number) {
    this.#bytes = bytes
    this.offsets = readOffsets(bytes, first, nesting)
  }

  /**
   * Reads the object with this number.
   *
   * @throws PdfSyntaxError where it is not in the stream or is broken.
   */
  read(num: number, options: ParserOptions): { value: PdfObject; bytes: number } {
    const offset = this.offsets.get(num)
    if (offset === undefined) throw new PdfSyntaxError(`object ${num} is not in its stream`, 0)
    const parser = new ObjectParser(this.#bytes, offset, options)
    const value = parser.readObject()
    return { value, bytes: parser.position - offset }
  }
}

/** Reads the pairs of number and offset that are there, whatever /N promises. */
function readOffsets(bytes: Uint8Array, first: number, nesting: number): Map<number, number> {
  const offsets = new Map<number, number>()
  const parser = new ObjectParser(bytes, 0, { nesting })
  while (parser.position < first) {
    parser.skipSpace()
    const num = parser.readUnsigned()
    parser.skipSpace()
    const offset = parser.readUnsigned()
    if (num === undefined || offset === undefined) break
    offsets.set(num, first + offset)
  }
  return offsets
}
