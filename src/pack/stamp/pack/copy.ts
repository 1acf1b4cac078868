import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'
import { sha256Hex } from '../../../contracts/hash.ts'

/** Copies objects of one file into another. */
export type Copy = (object: PDFObject) => PDFObject

/** What several files have in common, such as a font, by what it is. */
export type Shared = Map<string, PDFObject>

/**
 * Makes ready to copy objects with all that they refer to, but for what is named in `refs`, which has its place already. What is in the
 * other file as well is there once.
 */
export function openCopy(
  from: PDFContext,
  to: PDFContext,
  refs: ReadonlyMap<PDFRef, PDFRef>,
  shared: Shared,
): Copy {
  const copied = new Map<PDFRef, PDFObject>(refs)
  function copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) {
      const known = copied.get(object) ?? share(copy(from.lookup(object) ?? PDFNull))
      copied.set(object, known)
      return known
    }
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(to)
      for (const item of object.asArray()) array.push(copy(item))
      return array
    }
    if (object instanceof PDFDict)
      return PDFDict.fromMapWithContext(
        new Map(object.entries().map(([key, value]) => [key, copy(value)])),
        to,
      )
    if (object instanceof PDFRawStream)
      return PDFRawStream.of(copy(object.dict) as PDFDict, object.contents)
    return object
  }
  function share(object: PDFObject): PDFObject {
    const key =
      object instanceof PDFRawStream
        ? `${object.dict} ${sha256Hex(object.contents)}`
        : String(object)
    const known = shared.get(key) ?? to.register(object)
    shared.set(key, known)
    return known
  }
  return copy
}
