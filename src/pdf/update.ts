import { sha256 } from '@noble/hashes/sha2.js'
import { asciiBytes, concat, lastIndexOf, latin1 } from './bytes.ts'
import { type PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from './objects.ts'
import type { PdfFile } from './open.ts'
import { objectBytes, type WrittenObject } from './write-objects.ts'

/** Bytes of a file identifier (ISO 32000-1, 14.4). */
const ID_BYTES = 16
/** Widths of the columns of a cross-reference stream: type, offset, generation (7.5.8.2). */
const WIDTHS = [1, 4, 1] as const

/**
 * An incremental update (ISO 32000-1, 7.5.6): all bytes of the file stay, and what is new or changed stands behind them. It
 * lists its objects in a cross-reference stream, so that it is for files of PDF 1.5 and later that are whole and not encrypted.
 */
export class PdfUpdate {
  readonly #file: PdfFile
  readonly #written = new Map<number, WrittenObject>()
  readonly #copy: string
  #next: number

  /** `copy` tells this state of the file from another that says the same. */
  constructor(file: PdfFile, copy = '') {
    this.#copy = copy
    if (file.cipher !== 'none') throw new Error('An encrypted file cannot be updated')
    this.#file = file
    this.#next = file.objects.number(file.trailer.get('Size')) ?? 0
    if (this.#next === 0) throw new Error('The file does not say how many objects it has')
  }

  /** Adds an object; of a stream the value is its dictionary, without the length. */
  add(value: PdfObject, data?: Uint8Array): PdfRef {
    const ref = new PdfRef(this.#next++, 0)
    this.#written.set(ref.num, written(value, data))
    return ref
  }

  /** The dictionary of an object to be changed; each time the same copy. */
  change(ref: PdfRef): PdfDict {
    const known = this.#written.get(ref.num)?.value
    if (known instanceof Map) return known
    const dict = new Map(this.#file.objects.dict(ref))
    this.#written.set(ref.num, { value: dict })
    return dict
  }

  /** Puts another object in the place of one. */
  replace(ref: PdfRef, value: PdfObject, data?: Uint8Array): void {
    this.#written.set(ref.num, written(value, data))
  }

  bytes(): Uint8Array {
    const { raw, headerOffset } = this.#file
    const pieces = [raw, asciiBytes('\n')]
    let length = raw.length + 1 - headerOffset
    const offsets = new Map<number, number>()
    for (const [num, object] of this.#inOrder()) {
      const piece = objectBytes(num, object)
      offsets.set(num, length)
      pieces.push(piece)
      length += piece.length
    }
    offsets.set(this.#next, length)
    pieces.push(objectBytes(this.#next, this.#crossReference(offsets, pieces)))
    pieces.push(asciiBytes(`startxref\n${length}\n%%EOF\n`))
    return concat(pieces)
  }

  #inOrder(): [number, WrittenObject][] {
    return [...this.#written].sort(([one], [other]) => one - other)
  }

  #crossReference(offsets: ReadonlyMap<number, number>, pieces: Uint8Array[]): WrittenObject {
    const { trailer } = this.#file
    const dict: PdfDict = new Map<string, PdfObject>([
      ['Type', new PdfName('XRef')],
      ['Size', this.#next + 1],
      ['Index', runsOf([...offsets.keys()])],
      ['W', [...WIDTHS]],
      ['Prev', startOfLast(this.#file)],
    ])
    for (const key of ['Root', 'Info']) {
      const value = trailer.get(key)
      if (value !== undefined) dict.set(key, value)
    }
    const [first = new Uint8Array(ID_BYTES)] = this.#file.ids
    // The second part tells one state of the file from another.
    const now = sha256(concat([...pieces, asciiBytes(this.#copy)])).subarray(0, ID_BYTES)
    dict.set('ID', [stringOf(first), stringOf(now)])
    return written(dict, entriesAt([...offsets.values()]))
  }
}

/** A string as it is written. */
export function stringOf(bytes: Uint8Array): PdfString {
  return new PdfString(bytes, 0, 0)
}

function written(value: PdfObject, data: Uint8Array | undefined): WrittenObject {
  if (!data || !(value instanceof Map)) return { value }
  return { value: new Map(value).set('Length', data.length), data }
}

/** First number and count of each run of numbers, which are in order. */
function runsOf(numbers: readonly number[]): number[] {
  return numbers.flatMap((first, at) => {
    if (numbers[at - 1] === first - 1) return []
    let count = 1
    while (numbers[at + count] === first + count) count++
    return [first, count]
  })
}

function entriesAt(offsets: readonly number[]): Uint8Array {
  const size = WIDTHS.reduce((sum, width) => sum + width, 0)
  const view = new DataView(new ArrayBuffer(size * offsets.length))
  offsets.forEach((offset, index) => {
    view.setUint8(index * size, 1)
    view.setUint32(index * size + WIDTHS[0], offset)
  })
  return new Uint8Array(view.buffer)
}

/** Where the file says that its last cross-reference begins. */
function startOfLast({ raw }: PdfFile): number {
  const at = lastIndexOf(raw, startxref)
  const [, offset] = /^startxref\s+(\d+)/.exec(latin1(raw, Math.max(0, at), at + 32)) ?? []
  if (offset === undefined) throw new Error('The file does not say where its objects are')
  return Number(offset)
}

const startxref = asciiBytes('startxref')
