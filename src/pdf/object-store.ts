import { type Decryption, isPlainly } from './encryption.ts'
import { PdfSyntaxError, readMaybe } from './errors.ts'
import { type FilterStep, filterSteps, undoFilters } from './filters.ts'
import { findStreamEnd, readHeader, readIndirectObject } from './indirect-object.ts'
import type { Budget, PdfLimits } from './limits.ts'
import type { ParserOptions } from './object-parser.ts'
import { ObjectStream } from './object-stream.ts'
import {
  dictOf,
  isArray,
  isDict,
  nameOf,
  type PdfArray,
  type PdfDict,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from './objects.ts'
import type { PdfProblem, ProblemList } from './problems.ts'
import { type Scan, scanObjects } from './scan.ts'
import type { Structure } from './structure.ts'
import { type DecodedText, decodeText } from './text-string.ts'
import { type Asked, areSameBytes, isSameObject, Trace } from './trace.ts'
import type { XrefEntry } from './xref.ts'

/** References to references are not even allowed; this many are enough. */
const MAX_HOPS = 32
const MAX_LOADING = 50

export interface StreamData {
  readonly bytes: Uint8Array
  /** Whether the data may be cut short or wrong. */
  readonly isDamaged: boolean
}

/**
 * The objects of a file, read when they are asked for. An object that is not where it should be is searched for.
 * Faults never throw but become problems; only a PdfError `too-large` can leave any method.
 */
export class ObjectStore {
  /** The file from its header on. */
  readonly bytes: Uint8Array
  readonly limits: PdfLimits
  readonly #budget: Budget
  readonly #problems: ProblemList
  readonly #entries: Map<number, XrefEntry>
  readonly #found: Scan | undefined
  readonly #hasWholeScan: boolean
  readonly #isIncomplete: boolean
  readonly #sectionStarts: readonly number[]
  readonly #cache = new Map<number, { gen: number; value: PdfObject }>()
  readonly #loading = new Set<number>()
  readonly #objectStreams = new Map<number, ObjectStream | undefined>()
  readonly #doubtful = new Set<number>()
  readonly #doubtfulDicts = new Set<PdfDict>()
  #decryption: Decryption | undefined
  #searched: Map<number, XrefEntry> | undefined
  /** What notes what is asked at this moment. */
  #trace: Trace | undefined

  constructor(structure: Structure, budget: Budget, problems: ProblemList) {
    this.bytes = structure.bytes
    this.limits = budget.limits
    this.#budget = budget
    this.#problems = problems
    this.#entries = structure.xref.entries
    this.#found = structure.found
    this.#hasWholeScan = structure.xref.sections.length === 0
    this.#isIncomplete = structure.xref.fault !== undefined
    this.#sectionStarts = structure.xref.sections.map(({ start }) => start)
    for (const { num, offset } of this.#found?.objects ?? []) {
      this.#entries.set(num, { kind: 'offset', offset })
    }
  }

  /** Sets how strings and streams are decrypted, after the encryption dictionary has been read without. */
  decryptWith(decryption: Decryption): void {
    this.#decryption = decryption
    this.#cache.clear()
  }

  /** Adds what is in the object streams that were found by searching; possible only once they can be decrypted. */
  addFoundStreams(): void {
    if (this.#found?.objects.some((object) => object.isObjectStream)) {
      this.#addFound(this.#entries, this.#found)
    }
  }

  /** The faults met so far. */
  get problems(): readonly PdfProblem[] {
    return this.#problems.all
  }

  /** Adds a fault that a reader of the objects has met. */
  report(problem: PdfProblem): void {
    this.#problems.add(problem)
  }

  /** Whether a reference or dictionary is of an object with a fault, which may not say what was written. */
  isDoubtful(object: PdfObject): boolean {
    if (object instanceof PdfRef) return this.#doubtful.has(object.num)
    return isDict(object) && this.#doubtfulDicts.has(object)
  }

  /** Whether this object begins where the entry says, as far as can be told without reading it. */
  isAt(num: number, entry: XrefEntry): boolean {
    if (entry.kind === 'free') return true
    if (entry.kind === 'compressed')
      return this.#objectStream(entry.stream)?.offsets.has(num) === true
    return readMaybe(() => readHeader(this.bytes, entry.offset))?.ref.num === num
  }

  /** Replaces the cross-reference by what searching finds, since it leads nowhere. */
  rebuild(why: string): void {
    if (this.#hasWholeScan) return
    const found = this.#search()
    this.#problems.add({ kind: 'xref-rebuilt', why })
    for (const [num, entry] of found) this.#entries.set(num, entry)
    this.#cache.clear()
    this.#objectStreams.clear()
  }

  /** Does something, and gives with its result all that it asked of the file. */
  traced<Result>(work: () => Result): { readonly result: Result; readonly trace: Trace } {
    const outer = this.#trace
    const trace = new Trace()
    const before = this.#problems.all.length
    this.#trace = trace
    try {
      const result = work()
      trace.isSound &&= !this.#decryption && this.#problems.all.length === before
      return { result, trace }
    } finally {
      this.#trace = outer
      outer?.include(trace)
    }
  }

  /** Notes what was asked once for several results. */
  dependOn(trace: Trace): void {
    this.#trace?.include(trace)
  }

  /**
   * Whether the file answers as another one did, question by question, so that no object is read that reading itself would not read.
   * `spend` is asked last; what the answers cost is counted like the reading.
   */
  answersLike(asked: readonly Asked[], spend: () => boolean = () => true): boolean {
    if (this.#decryption) return false
    let work = 0
    for (const one of asked) {
      if ('stream' in one) {
        if (!this.#isStored(one.stream, one.stored)) return false
        work += one.work
      } else if (!isSameObject(one.value, this.#get(one.ref))) return false
    }
    if (work > this.#budget.streamBytesLeft || !spend()) return false
    this.#budget.spendBytes(work)
    for (const one of asked)
      if ('stream' in one) this.#trace?.noteStream(one.stream, one.stored, one.work)
    return true
  }

  #isStored(ref: PdfRef, stored: Uint8Array): boolean {
    const stream = this.#get(ref)
    if (!(stream instanceof PdfStream)) return false
    const { bytes } = this
    const length = this.number(stream.dict.get('Length'))
    if (length !== stored.length) return false
    const { end, complete } = findStreamEnd(bytes, stream.start, length)
    return complete && areSameBytes(stored, bytes.subarray(stream.start, end))
  }

  /** References to all objects, those included that only searching finds. */
  allReferences(): PdfRef[] {
    const numbers = new Set([...this.#entries.keys(), ...this.#search().keys()])
    return Array.from(numbers, (num) => new PdfRef(num, 0))
  }

  /** The object behind a reference, however many references lie between; null where there is none. */
  resolve = (object: PdfObject | undefined): PdfObject => {
    let current = object ?? null
    for (let hops = 0; current instanceof PdfRef; hops++) {
      if (hops === MAX_HOPS) return null
      current = this.#get(current)
    }
    return current
  }

  /** The dictionary, or the dictionary of the stream, if the object is one. */
  dict(object: PdfObject | undefined): PdfDict | undefined {
    return dictOf(this.resolve(object))
  }

  array(object: PdfObject | undefined): PdfArray | undefined {
    const value = this.resolve(object)
    return isArray(value) ? value : undefined
  }

  number(object: PdfObject | undefined): number | undefined {
    const value = this.resolve(object)
    return typeof value === 'number' ? value : undefined
  }

  /** The name, one character per byte, if the object is one. */
  name(object: PdfObject | undefined): string | undefined {
    return nameOf(this.resolve(object))
  }

  string(object: PdfObject | undefined): Uint8Array | undefined {
    const value = this.resolve(object)
    return value instanceof PdfString ? value.bytes : undefined
  }

  /** The text of the string or text stream (ISO 32000-1, table 35), if the object is one. */
  text(object: PdfObject | undefined): DecodedText | undefined {
    const value = this.resolve(object)
    if (value instanceof PdfString) return this.#decodeText(value.bytes)
    if (!(value instanceof PdfStream)) return undefined
    const { bytes, isDamaged } = this.streamData(value)
    const decoded = this.#decodeText(bytes)
    return isDamaged ? { text: decoded.text, doubt: { kind: 'damaged' } } : decoded
  }

  /** Decrypts and decodes a stream. */
  streamData(stream: PdfStream): StreamData {
    const steps = filterSteps(stream.dict, this.resolve)
    const { plain, complete } = this.#stored(stream, steps)
    if (!plain) {
      if (this.#trace) this.#trace.isSound = false
      return { bytes: new Uint8Array(), isDamaged: true }
    }
    const limit = this.#budget.streamBytesLeft
    const decoded = undoFilters(plain, steps, this.resolve, limit)
    this.#budget.spendBytes(decoded.work)
    const fault = complete ? decoded.fault : 'its end is missing'
    if (this.#trace) {
      this.#trace.noteStream(stream.id, plain, decoded.work)
      this.#trace.isSound &&= fault === undefined
    }
    if (fault !== undefined) {
      this.#doubt({ kind: 'stream-damaged', object: stream.id.num, why: fault })
    }
    return { bytes: decoded.bytes, isDamaged: fault !== undefined }
  }

  /** The data of a stream decrypted, and as its filters left it; empty where it does not decrypt. */
  storedData(stream: PdfStream): Uint8Array {
    const steps = filterSteps(stream.dict, this.resolve)
    return this.#stored(stream, steps).plain ?? new Uint8Array()
  }

  #stored(stream: PdfStream, steps: readonly FilterStep[]) {
    const length = this.number(stream.dict.get('Length'))
    const { end, complete, searched } = findStreamEnd(this.bytes, stream.start, length)
    this.#budget.spendBytes(searched)
    const stored = this.bytes.subarray(stream.start, end)
    const plain = this.#decryption
      ? this.#decryption.decryptStream(stream.id, stored, stream.dict, steps)
      : stored
    return { plain, complete }
  }

  #decodeText(bytes: Uint8Array): DecodedText {
    const { textBytes } = this.limits
    this.#budget.spendBytes(Math.min(bytes.length, textBytes))
    if (bytes.length <= textBytes) return decodeText(bytes)
    return { text: decodeText(bytes.subarray(0, textBytes)).text, doubt: { kind: 'damaged' } }
  }

  #get(ref: PdfRef): PdfObject {
    const value = this.#untraced(() => this.#getNow(ref))
    this.#trace?.noteObject(ref, value)
    return value
  }

  /** Where an object lies is no part of what it says. */
  #untraced<Result>(work: () => Result): Result {
    const trace = this.#trace
    this.#trace = undefined
    try {
      return work()
    } finally {
      this.#trace = trace
    }
  }

  #getNow(ref: PdfRef): PdfObject {
    const known = this.#cache.get(ref.num)
    if (known) return known.gen === ref.gen ? known.value : null
    // A stream's /Length can lead back to the stream, or on and on.
    if (this.#loading.has(ref.num) || this.#loading.size >= MAX_LOADING) return null
    this.#loading.add(ref.num)
    try {
      const loaded = this.#load(ref.num)
      this.#cache.set(ref.num, loaded)
      if (this.#doubtful.has(ref.num) && isDict(loaded.value)) this.#doubtfulDicts.add(loaded.value)
      return loaded.gen === ref.gen ? loaded.value : null
    } finally {
      this.#loading.delete(ref.num)
    }
  }

  #load(num: number): { gen: number; value: PdfObject } {
    this.#budget.spendObject()
    const listed = this.#entries.get(num)
    const entry = listed ?? (this.#isIncomplete ? this.#search().get(num) : undefined)
    if (!entry || entry.kind === 'free') return nothing
    const loaded = readMaybe(() => this.#read(num, entry))
    if (loaded) return loaded
    const elsewhere = this.#search().get(num)
    const relocated = elsewhere && readMaybe(() => this.#read(num, elsewhere))
    if (!relocated) this.#doubt({ kind: 'object-unreadable', object: num })
    else if (this.#isOlder(elsewhere, entry)) this.#doubt({ kind: 'object-stale', object: num })
    else this.#problems.add({ kind: 'object-relocated', object: num })
    return relocated ?? nothing
  }

  /** Whether the one place belongs to an older revision than the other. */
  #isOlder(one: XrefEntry, other: XrefEntry): boolean {
    const [from, to] = [this.#position(one), this.#position(other)]
    return this.#sectionStarts.some((start) => from < start && start < to)
  }

  /** Where the object, or the object stream that holds it, begins. */
  #position(entry: XrefEntry): number {
    const outer = entry.kind === 'compressed' ? this.#entries.get(entry.stream) : entry
    return outer?.kind === 'offset' ? outer.offset : 0
  }

  #read(num: number, entry: XrefEntry): { gen: number; value: PdfObject } {
    if (entry.kind === 'compressed') return this.#readCompressed(num, entry.stream)
    if (entry.kind === 'free') return nothing
    const decryption = this.#decryption
    const object = readIndirectObject(
      this.bytes,
      entry.offset,
      this.#parserOptions(num),
      decryption && ((id) => (bytes) => this.#decryptString(decryption, id, bytes)),
    )
    if (object.id.num !== num || !object.complete) {
      throw new PdfSyntaxError(`expected object ${num}`, entry.offset)
    }
    this.#budget.spendBytes(object.end - entry.offset)
    return { gen: object.id.gen, value: object.value }
  }

  #readCompressed(num: number, streamNum: number): { gen: number; value: PdfObject } {
    const stream = this.#objectStream(streamNum)
    if (!stream) throw new PdfSyntaxError(`no object stream ${streamNum}`, 0)
    const { value, bytes } = stream.read(num, this.#parserOptions(num))
    this.#budget.spendBytes(bytes)
    if (this.#doubtful.has(streamNum)) this.#doubtful.add(num)
    return { gen: 0, value }
  }

  #objectStream(num: number): ObjectStream | undefined {
    if (!this.#objectStreams.has(num)) this.#objectStreams.set(num, this.#openObjectStream(num))
    return this.#objectStreams.get(num)
  }

  #openObjectStream(num: number): ObjectStream | undefined {
    if (this.#entries.get(num)?.kind === 'compressed') return undefined
    const value = this.#get(new PdfRef(num, 0))
    if (!(value instanceof PdfStream)) return undefined
    const first = this.number(value.dict.get('First'))
    return new ObjectStream(this.streamData(value).bytes, first ?? 0, this.limits.nesting)
  }

  /** All objects as searching finds them, the last complete one of each number. */
  #search(): Map<number, XrefEntry> {
    if (this.#hasWholeScan) return this.#entries
    if (!this.#searched) {
      this.#searched = new Map()
      this.#addFound(this.#searched, scanObjects(this.bytes, 0, this.#budget))
    }
    return this.#searched
  }

  #addFound(entries: Map<number, XrefEntry>, found: Scan): void {
    for (const { num, offset, isObjectStream } of found.objects) {
      entries.set(num, { kind: 'offset', offset })
      if (!isObjectStream) continue
      const inside = this.#foundStream(num, offset)?.offsets.keys() ?? []
      for (const inner of inside) entries.set(inner, { kind: 'compressed', stream: num, index: 0 })
    }
  }

  /** The object stream at this very place, since an older one with the same number may be known already. */
  #foundStream(num: number, offset: number): ObjectStream | undefined {
    const loaded = readMaybe(() => this.#read(num, { kind: 'offset', offset }))
    if (!(loaded?.value instanceof PdfStream)) return undefined
    const first = this.number(loaded.value.dict.get('First'))
    const { bytes } = this.streamData(loaded.value)
    const stream = new ObjectStream(bytes, first ?? 0, this.limits.nesting)
    if (!this.#objectStreams.get(num)) this.#objectStreams.set(num, stream)
    return stream
  }

  #parserOptions(num: number): ParserOptions {
    return {
      nesting: this.limits.nesting,
      onFault: (fault) => this.#doubt({ ...fault, object: num }),
    }
  }

  #decryptString(decryption: Decryption, id: PdfRef, bytes: Uint8Array): Uint8Array {
    const plain = decryption.decryptString(id, bytes)
    if (plain) return plain
    // Some programs encrypt the streams and leave the strings as they are.
    if (isPlainly(bytes)) this.#problems.add({ kind: 'string-not-encrypted', object: id.num })
    else this.#doubt({ kind: 'malformed', object: id.num, why: 'a string does not decrypt' })
    return bytes
  }

  #doubt(problem: PdfProblem & { object: number }): void {
    this.#doubtful.add(problem.object)
    this.#problems.add(problem)
  }
}

const nothing = { gen: 0, value: null }
