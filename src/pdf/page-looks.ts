import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { readRect } from './geometry.ts'
import type { ObjectStore } from './object-store.ts'
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
import type { PdfFile } from './open.ts'
import { type PdfPage, readAnnotationDicts, readPages } from './pages.ts'

// Of /F (ISO 32000-2, table 167): invisible, hidden and not to be viewed.
const UNSEEN_FLAGS = 1 | 2 | 32
const MOST_PARENTS = 30

/** How a page looks, in fingerprints that are the same in two files where it looks the same, whatever their objects are called. */
export interface PageLook {
  /** Of what is printed on it, its boxes, its layers and the signatures that it shows. */
  readonly print: string
  /** Of what lies on it, the places of its fields above all; never of their answers. */
  readonly parts: readonly PagePart[]
}

interface PagePart {
  readonly fingerprint: string
  /** It asks for something, as the fields of a form do, in contrast to signatures, notes and drawings. */
  readonly isQuestion: boolean
}

/** Reads how the pages look. Links, and the appearances of the answers, count for nothing. */
export function readPageLooks(file: PdfFile): PageLook[] {
  const { objects, catalog } = file
  const layers = catalog.get('OCProperties') ?? null
  return readPages(file).map((page) => ({
    print: fingerprint(objects, [
      page.dict.get('Contents') ?? null,
      page.resources ?? null,
      page.mediaBox,
      inherited(objects, page.dict, 'CropBox'),
      page.rotate,
      page.dict.get('UserUnit') ?? null,
      layers,
    ]),
    parts: partsOf(objects, page),
  }))
}

/** Whether a page looks as it did, but for notes, drawings and signatures that came to it. */
export function looksAsBefore(before: PageLook, now: PageLook | undefined): boolean {
  if (before.print !== now?.print) return false
  const remaining = now.parts.map(({ fingerprint }) => fingerprint)
  for (const { fingerprint } of before.parts) {
    const at = remaining.indexOf(fingerprint)
    if (at === -1) return false
    remaining.splice(at, 1)
  }
  const come = new Set(remaining)
  return !now.parts.some(({ fingerprint, isQuestion }) => isQuestion && come.has(fingerprint))
}

function partsOf(objects: ObjectStore, page: PdfPage): PagePart[] {
  return readAnnotationDicts(objects, page).flatMap((annotation): PagePart[] => {
    const subtype = objects.name(annotation.get('Subtype')) ?? ''
    if (subtype === 'Link' || subtype === 'Popup') return []
    const appearance = annotation.get('AP') ?? null
    const place = [
      new PdfName(subtype),
      (readRect(objects, annotation.get('Rect')) ?? []).map(Math.round),
      (objects.number(annotation.get('F')) ?? 0) & UNSEEN_FLAGS,
    ]
    const part = (more: PdfObject[], isQuestion = false): PagePart => ({
      fingerprint: fingerprint(objects, [...place, ...more]),
      isQuestion,
    })
    if (subtype !== 'Widget') return [part([annotation.get('Contents') ?? null, appearance])]
    const isQuestion = objects.name(inherited(objects, annotation, 'FT')) !== 'Sig'
    const isSigned = !isQuestion && isDict(objects.resolve(inherited(objects, annotation, 'V')))
    return [part([], isQuestion), ...(isSigned ? [part([appearance])] : [])]
  })
}

function inherited(objects: ObjectStore, dict: PdfDict, key: string): PdfObject {
  let holder: PdfDict | undefined = dict
  for (let level = 0; holder && level < MOST_PARENTS; level++) {
    const value = objects.resolve(holder.get(key))
    if (value !== null) return value
    holder = objects.dict(holder.get('Parent'))
  }
  return null
}

const digests = new WeakMap<PdfStream, string>()

/** Pages share fonts and pictures, so each is unpacked once. */
function dataDigest(objects: ObjectStore, stream: PdfStream): string {
  const known = digests.get(stream)
  if (known !== undefined) return known
  const digest = bytesToHex(sha256(objects.streamData(stream).bytes))
  digests.set(stream, digest)
  return digest
}

/** What leads out of a drawing, or says when and by what it was written. */
const notDrawn = new Set([
  ...['Parent', 'P', 'Popup', 'StructParent', 'StructParents', 'Metadata', 'PieceInfo'],
  ...['LastModified', 'Length', 'Filter', 'DecodeParms'],
])

/** A hash over objects and all that they refer to, by the order in which they are met. */
function fingerprint(objects: ObjectStore, roots: readonly PdfObject[]): string {
  const hash = sha256.create()
  const encoder = new TextEncoder()
  const met = new Map<string, number>()
  const queue = [...roots]
  const write = (text: string): unknown => hash.update(encoder.encode(`${text} `))
  const numberOf = (reference: PdfRef): number => {
    const key = `${reference.num} ${reference.gen}`
    const known = met.get(key)
    if (known !== undefined) return known
    met.set(key, met.size)
    queue.push(objects.resolve(reference))
    return met.size - 1
  }
  const writeDict = (dict: PdfDict): void => {
    const keys = [...dict.keys()].filter((key) => !notDrawn.has(key))
    write(`<< ${keys.length}`)
    for (const key of keys.sort()) {
      write(`/${key}`)
      writeObject(dict.get(key) ?? null)
    }
  }
  const writeObject = (object: PdfObject): void => {
    if (object instanceof PdfRef) write(`R${numberOf(object)}`)
    else if (object instanceof PdfName) write(`/${object.value}`)
    else if (object instanceof PdfString) write(`(${bytesToHex(object.bytes)}`)
    else if (object instanceof PdfStream) {
      writeDict(object.dict)
      write(`stream ${dataDigest(objects, object)}`)
    } else if (isDict(object)) writeDict(object)
    else if (isArray(object)) {
      write(`[ ${object.length}`)
      for (const item of object) writeObject(item)
    } else write(String(object))
  }
  for (const object of queue) writeObject(object)
  return bytesToHex(hash.digest())
}
