import { asciiBytes, indexOf } from './bytes.ts'
import { type Cipher, openEncryption } from './encryption.ts'
import { PdfError } from './errors.ts'
import { Budget, defaultLimits, type PdfLimits } from './limits.ts'
import { ObjectStore } from './object-store.ts'
import { isDict, type PdfDict, type PdfObject, PdfStream } from './objects.ts'
import { type PdfProblem, ProblemList } from './problems.ts'
import { readStructure, type Structure, type Truncation } from './structure.ts'

const LOST = 'How the file is encrypted is lost'

export interface OpenOptions {
  /** The user's or the owner's password; files without a user password open without. */
  readonly password?: string | undefined
  readonly limits?: Partial<PdfLimits>
}

export interface PdfFile {
  /** The whole file as given. */
  readonly raw: Uint8Array
  /** Bytes before the header; offsets inside the file count from there. */
  readonly headerOffset: number
  /** The newest trailer. */
  readonly trailer: PdfDict
  readonly catalog: PdfDict
  readonly objects: ObjectStore
  /** How strings are encrypted. */
  readonly cipher: Cipher
  /** `/ID` of the trailer: the first stays the same over revisions, the second changes. */
  readonly ids: readonly Uint8Array[]
  /** What is missing at the end of the file, if anything. */
  readonly truncated: Truncation | undefined
  /** The faults met so far; the list grows while the file is read. */
  readonly problems: readonly PdfProblem[]
}

/**
 * Opens a PDF without reading more than where its objects are.
 *
 * ```ts
 * const { fields } = readFormFields(openPdf(bytes))
 * ```
 *
 * @throws PdfError when nothing of the file can be trusted; its `reason` says why.
 */
export function openPdf(raw: Uint8Array, options: OpenOptions = {}): PdfFile {
  const budget = new Budget({ ...defaultLimits, ...options.limits })
  if (raw.length === 0) throw new PdfError('empty', 'The file is empty')
  if (raw.length > budget.limits.fileBytes) {
    throw new PdfError('too-large', `The file has more than ${budget.limits.fileBytes} bytes`)
  }
  const problems = new ProblemList()
  const structure = readStructure(raw, budget, problems)
  const objects = new ObjectStore(structure, budget, problems)
  const trailers = [...(structure.found?.trailers ?? []).toReversed(), structure.xref.trailer]
  const trailer = mergeTrailers(trailers)
  const ids = readIds(objects, trailer)
  const cipher = decrypt(objects, trailer, ids, options.password)
  objects.addFoundStreams()
  checkUpdates(objects, structure)
  return {
    raw,
    headerOffset: structure.headerOffset,
    trailer,
    catalog: findCatalog(objects, trailers),
    objects,
    cipher,
    ids,
    truncated: structure.truncated,
    problems: problems.all,
  }
}

/** The newest trailer that has a root; keys that it should have and has not come from older ones. */
function mergeTrailers(trailers: readonly PdfDict[]): PdfDict {
  const merged = new Map(trailers.find((trailer) => trailer.has('Root')) ?? [])
  for (const trailer of trailers) {
    for (const key of ['Encrypt', 'ID', 'Info']) {
      const value = trailer.get(key)
      if (value !== undefined && !merged.has(key)) merged.set(key, value)
    }
  }
  return merged
}

function readIds(objects: ObjectStore, trailer: PdfDict): Uint8Array[] {
  const ids = objects.array(trailer.get('ID')) ?? []
  return ids.slice(0, 2).map((id) => objects.string(id) ?? new Uint8Array())
}

function decrypt(
  objects: ObjectStore,
  trailer: PdfDict,
  ids: readonly Uint8Array[],
  password: string | undefined,
): Cipher {
  const named = trailer.get('Encrypt') ?? null
  const encrypt = objects.dict(named) ?? (trailer.size === 0 && searchEncrypt(objects))
  if (!encrypt) {
    if (named !== null || isUnreadable(objects)) throw new PdfError('encryption-damaged', LOST)
    return 'none'
  }
  const fileId = ids[0] ?? new Uint8Array()
  const decryption = openEncryption(encrypt, fileId, password, objects.resolve)
  objects.decryptWith(decryption)
  return decryption.cipher
}

/**
 * Compares what each update lists with what is there: an update that lists its objects under wrong numbers, or not all of them,
 * would else leave the older ones standing, without a sign.
 */
function checkUpdates(objects: ObjectStore, { xref }: Structure): void {
  const isSound = xref.sections.every(
    ({ entries, isOdd, trailer }) =>
      !isOdd && (!trailer.has('Prev') || entries.every(([num, entry]) => objects.isAt(num, entry))),
  )
  if (!isSound) objects.rebuild('it does not list the objects that the file has')
}

/** Whether a file that does not say so is encrypted: how is still in it, and no stream of it can be unpacked. */
function isUnreadable(objects: ObjectStore): boolean {
  if (indexOf(objects.bytes, standardHandler) === -1 || !searchEncrypt(objects)) return false
  const packed = objects
    .allReferences()
    .map(objects.resolve)
    .find((object) => object instanceof PdfStream && isPacked(objects, object.dict))
  return packed instanceof PdfStream && objects.streamData(packed).isDamaged
}

/** Whether a stream is one that is encrypted where any is, and that shows by itself whether it is read right. */
function isPacked(objects: ObjectStore, dict: PdfDict): boolean {
  const type = objects.name(dict.get('Type'))
  return (
    objects.name(dict.get('Filter')) === 'FlateDecode' && type !== 'XRef' && type !== 'Metadata'
  )
}

/** Where the trailer is lost, the file may still be encrypted. */
function searchEncrypt(objects: ObjectStore): PdfDict | undefined {
  const dicts = objects.allReferences().map(objects.resolve).filter(isDict)
  return dicts.find((dict) => objects.name(dict.get('Filter')) === 'Standard' && dict.has('O'))
}

function findCatalog(objects: ObjectStore, trailers: readonly PdfDict[]): PdfDict {
  const listed = findRoot(objects, trailers)
  if (listed) return listed
  objects.rebuild('it does not lead to the document catalog')
  const catalog = findRoot(objects, trailers) ?? searchCatalog(objects)
  if (!catalog) throw new PdfError('damaged', 'The file has no document catalog that can be read')
  return catalog
}

function findRoot(objects: ObjectStore, trailers: readonly PdfDict[]): PdfDict | undefined {
  return trailers.map((trailer) => objects.resolve(trailer.get('Root'))).find(isCatalog)
}

function searchCatalog(objects: ObjectStore): PdfDict | undefined {
  const dicts = objects.allReferences().map(objects.resolve).filter(isCatalog)
  return dicts.findLast((dict) => objects.name(dict.get('Type')) === 'Catalog')
}

function isCatalog(object: PdfObject): object is PdfDict {
  return isDict(object) && (object.has('Pages') || object.has('AcroForm'))
}

const standardHandler = asciiBytes('/Standard')
