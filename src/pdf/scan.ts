import { asciiBytes, indexOf } from './bytes.ts'
import { PdfSyntaxError, readMaybe } from './errors.ts'
import {
  findObjectHeader,
  findStreamEnd,
  type IndirectObject,
  readHeader,
  readIndirectObject,
} from './indirect-object.ts'
import type { Budget } from './limits.ts'
import { ObjectParser } from './object-parser.ts'
import { dictOf, isDict, nameOf, type PdfDict, PdfStream } from './objects.ts'

interface FoundObject {
  readonly num: number
  readonly offset: number
  /** Whether it is an object stream, so that more objects are inside. */
  readonly isObjectStream: boolean
}

/** What a search found, in the order of the file. */
export interface Scan {
  readonly objects: FoundObject[]
  /** Trailers, and the dictionaries of cross-reference streams, which serve as trailers. */
  readonly trailers: PdfDict[]
  readonly sections: number[]
  /** Objects that begin but are broken or cut off. */
  readonly broken: { readonly num: number; readonly offset: number }[]
}

/**
 * Searches `bytes` from `from` on for objects and trailers, passing over the data of streams, where whole other PDFs may be.
 *
 * @throws PdfError `too-large` when the search takes more work than the budget has.
 */
export function scanObjects(bytes: Uint8Array, from: number, budget: Budget): Scan {
  const scan: Scan = { objects: [], trailers: [], sections: [], broken: [] }
  let at = from
  for (;;) {
    const start = findObjectHeader(bytes, at)
    addTrailers(scan, bytes, at, start === -1 ? bytes.length : start, budget)
    if (start === -1) return scan
    at = addObjectAt(scan, bytes, start, budget)
  }
}

/** Adds the object; gives where to search on. */
function addObjectAt(scan: Scan, bytes: Uint8Array, start: number, budget: Budget): number {
  const header = readHeader(bytes, start)
  const object = readOrOffset(bytes, start, budget)
  if (typeof object === 'number') {
    budget.spendBytes(object - start)
    scan.broken.push({ num: header.ref.num, offset: start })
    return header.end
  }
  budget.spendBytes(object.end - start)
  const { end, complete } = behind(bytes, object, budget)
  if (!complete) {
    scan.broken.push({ num: header.ref.num, offset: start })
    return end
  }
  const dict = dictOf(object.value)
  const type = object.value instanceof PdfStream ? nameOf(dict?.get('Type')) : undefined
  scan.objects.push({ num: header.ref.num, offset: start, isObjectStream: type === 'ObjStm' })
  if (type === 'XRef' && dict) {
    scan.trailers.push(dict)
    scan.sections.push(start)
  }
  return end
}

function readOrOffset(bytes: Uint8Array, start: number, budget: Budget): IndirectObject | number {
  try {
    return readIndirectObject(bytes, start, budget.limits)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return error.offset
    throw error
  }
}

function behind(bytes: Uint8Array, object: IndirectObject, budget: Budget) {
  if (!(object.value instanceof PdfStream)) return object
  const length = object.value.dict.get('Length')
  const data = findStreamEnd(bytes, object.end, typeof length === 'number' ? length : undefined)
  budget.spendBytes(data.searched)
  return data
}

function addTrailers(
  scan: Scan,
  bytes: Uint8Array,
  from: number,
  to: number,
  budget: Budget,
): void {
  for (
    let at = indexOf(bytes, trailer, from, to);
    at !== -1;
    at = indexOf(bytes, trailer, at + 1, to)
  ) {
    const parser = new ObjectParser(bytes, at + trailer.length, budget.limits)
    const dict = readMaybe(() => parser.readObject())
    budget.spendBytes(parser.position - at)
    if (!isDict(dict)) continue
    scan.trailers.push(dict)
    const table = indexOf(bytes, xref, from, at)
    if (table !== -1) scan.sections.push(table)
  }
}

const trailer = asciiBytes('trailer')
const xref = asciiBytes('xref')
