import {
  isArray,
  isDict,
  type PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from './objects.ts'

/** Deeper, objects count as different. */
const DEEPEST = 100

/** Something that reading asked of a file, in the order of asking. */
export type Asked =
  | { readonly ref: PdfRef; readonly value: PdfObject }
  /** The data of a stream as its filters left it, and how many bytes it had without them. */
  | { readonly stream: PdfRef; readonly stored: Uint8Array; readonly work: number }

/** All that a reading asked of a file. Whatever follows from it follows for each file that gives the same answers. */
export class Trace {
  readonly #asked = new Map<string, Asked>()
  /** Whether all could be read. */
  isSound = true

  noteObject(ref: PdfRef, value: PdfObject): void {
    const key = `${ref.num} ${ref.gen}`
    if (!this.#asked.has(key)) this.#asked.set(key, { ref, value })
  }

  noteStream(stream: PdfRef, stored: Uint8Array, work: number): void {
    const key = `${stream.num} ${stream.gen} data`
    if (!this.#asked.has(key)) this.#asked.set(key, { stream, stored, work })
  }

  /** Notes what was asked before, and would be asked now. */
  include(other: Trace): void {
    for (const [key, asked] of other.#asked) if (!this.#asked.has(key)) this.#asked.set(key, asked)
    this.isSound &&= other.isSound
  }

  /** The same, apart from the bytes of the file that it is of, which need not stay. */
  detached(): readonly Asked[] {
    return Array.from(this.#asked.values(), (asked) =>
      'stream' in asked
        ? { ...asked, stored: asked.stored.slice() }
        : { ...asked, value: copyOfObject(asked.value) },
    )
  }
}

/** Whether two objects say the same, references by their numbers. Of streams, the dictionaries are compared. */
export function isSameObject(one: PdfObject, other: PdfObject, depth = 0): boolean {
  if (one === other) return true
  if (one === null || other === null || depth > DEEPEST) return false
  if (isArray(one))
    return (
      isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameObject(item, other[index]!, depth + 1))
    )
  if (isDict(one)) {
    if (!isDict(other) || one.size !== other.size) return false
    const others = other.entries()
    for (const [key, value] of one) {
      const [otherKey, otherValue] = others.next().value!
      if (key !== otherKey || !isSameObject(value, otherValue, depth + 1)) return false
    }
    return true
  }
  if (one instanceof PdfName) return other instanceof PdfName && one.value === other.value
  if (one instanceof PdfRef)
    return other instanceof PdfRef && one.num === other.num && one.gen === other.gen
  if (one instanceof PdfString)
    return other instanceof PdfString && areSameBytes(one.bytes, other.bytes)
  if (one instanceof PdfStream)
    return other instanceof PdfStream && isSameObject(one.dict, other.dict, depth + 1)
  return false
}

/** Whether two pieces have the same bytes. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}

/** A copy that keeps no bytes of its file. */
export function copyOfObject(object: PdfObject): PdfObject {
  if (isArray(object)) return object.map(copyOfObject)
  if (isDict(object))
    return new Map(Array.from(object, ([key, value]) => [key, copyOfObject(value)]))
  if (object instanceof PdfString)
    return new PdfString(object.bytes.slice(), object.start, object.end)
  if (object instanceof PdfStream)
    return new PdfStream(copyOfObject(object.dict) as PdfDict, object.start, object.id)
  return object
}
