import { LETTER_F, LETTER_N } from './characters.ts'
import { PdfError, PdfSyntaxError, readMaybe } from './errors.ts'
import { filterSteps, undoFilters } from './filters.ts'
import { findStreamEnd, readIndirectObject } from './indirect-object.ts'
import type { Budget } from './limits.ts'
import { ObjectParser } from './object-parser.ts'
import { isArray, isDict, type PdfDict, type PdfObject, PdfRef, PdfStream } from './objects.ts'

/** Numbers of more bytes would not be exact, and no file is that long. */
const MAX_FIELD_WIDTH = 8

/** Where an object is (ISO 32000-1, 7.5.4 and 7.5.8). */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'compressed'; readonly stream: number; readonly index: number }

/** The cross-reference of all revisions, the newest entry of each object only. */
export interface Xref {
  readonly entries: Map<number, XrefEntry>
  /** The newest trailer; keys that it should have and has not come from older ones. */
  trailer: PdfDict
  /** The sections, the newest first. */
  readonly sections: XrefSection[]
  /** Why the chain broke off before its end. */
  readonly fault?: string
}

/** One section: the table or stream of one revision. */
interface XrefSection {
  /** Where it begins and ends. */
  readonly start: number
  readonly end: number
  readonly entries: readonly (readonly [num: number, entry: XrefEntry])[]
  /** Whether its data does not fit its description or is not all there, so that the entries may be wrong. */
  isOdd: boolean
  trailer: PdfDict
}

type PlacelessSection = Omit<XrefSection, 'start'>

/**
 * Follows the chain of cross-reference sections from the newest, at `start`.
 *
 * @throws PdfSyntaxError where no section stands at `start`; a broken older one is a `fault`.
 * @throws PdfError `too-large` when the entries pass their limit.
 */
export function readXref(bytes: Uint8Array, start: number, budget: Budget): Xref {
  const xref: Xref = { entries: new Map(), trailer: new Map(), sections: [] }
  const visited = new Set<number>()
  for (let offset: number | undefined = start; offset !== undefined; ) {
    if (visited.has(offset) || visited.size >= budget.limits.xrefSections) {
      return { ...xref, fault: 'the chain of cross-reference sections loops or is too long' }
    }
    visited.add(offset)
    const section: XrefSection | undefined = readSectionOf(xref, bytes, offset, budget)
    if (!section) return { ...xref, fault: `no cross-reference section at byte ${offset}` }
    const hybrid = readHybrid(bytes, section, budget)
    if (!hybrid && section.trailer.has('XRefStm')) section.isOdd = true
    addSection(xref, section, hybrid)
    checkCount(xref.entries.size, budget)
    offset = positiveInteger(section.trailer.get('Prev'))
  }
  return xref
}

function checkCount(entries: number, { limits }: Budget): void {
  if (entries > limits.xrefEntries) {
    throw new PdfError('too-large', `The file lists more than ${limits.xrefEntries} objects`)
  }
}

function readSectionOf(xref: Xref, bytes: Uint8Array, offset: number, budget: Budget) {
  const read = () => readSection(bytes, offset, budget)
  return xref.sections.length === 0 ? read() : readMaybe(read)
}

function readSection(bytes: Uint8Array, offset: number, budget: Budget): XrefSection {
  const parser = new ObjectParser(bytes, offset, budget.limits)
  parser.skipSpace()
  const section = parser.skipKeyword('xref')
    ? readTable(bytes, parser, budget)
    : readXrefStream(bytes, offset, budget)
  budget.spendBytes(section.end - offset)
  return { ...section, start: offset }
}

/** The section of a hybrid file that older readers do not see (7.5.8.4). */
function readHybrid(
  bytes: Uint8Array,
  section: XrefSection,
  budget: Budget,
): XrefSection | undefined {
  const offset = positiveInteger(section.trailer.get('XRefStm'))
  return offset === undefined ? undefined : readMaybe(() => readSection(bytes, offset, budget))
}

function addSection(xref: Xref, section: XrefSection, hybrid: XrefSection | undefined): void {
  xref.sections.push(section)
  const used = section.entries.filter(([, entry]) => entry.kind !== 'free')
  // A hybrid table calls those objects free that its stream lists.
  const inOrder = hybrid ? [used, hybrid.entries, section.entries] : [section.entries]
  for (const [num, entry] of inOrder.flat()) {
    if (!xref.entries.has(num)) xref.entries.set(num, entry)
  }
  if (xref.trailer.size === 0) xref.trailer = new Map(section.trailer)
  for (const key of ['Root', 'Encrypt', 'ID', 'Info']) {
    const value = section.trailer.get(key)
    if (value !== undefined && !xref.trailer.has(key)) xref.trailer.set(key, value)
  }
}

/**
 * Reads a classic table. The counts of its subsections are not needed, and often wrong: two numbers are an entry if `n` or
 * `f` stands behind them, and else begin a subsection.
 */
function readTable(bytes: Uint8Array, parser: ObjectParser, budget: Budget): PlacelessSection {
  const entries: [number, XrefEntry][] = []
  let next = 0
  for (;;) {
    parser.skipSpace()
    const first = parser.readUnsigned()
    if (first === undefined) break
    parser.skipSpace()
    const second = parser.readUnsigned()
    if (second === undefined)
      throw new PdfSyntaxError('broken cross-reference table', parser.position)
    parser.skipSpace()
    const type = bytes[parser.position]
    if (type !== LETTER_N && type !== LETTER_F) {
      next = first
      continue
    }
    parser.position++
    const isHead = type === LETTER_F && second === 65535 && first === 0
    // Some writers number the first subsection from 1.
    if (isHead && next === 1 && entries.length === 0) next = 0
    entries.push([
      next++,
      type === LETTER_N && first > 0 ? { kind: 'offset', offset: first } : free,
    ])
    checkCount(entries.length, budget)
  }
  if (!parser.skipKeyword('trailer')) {
    throw new PdfSyntaxError('expected `trailer`', parser.position)
  }
  const trailer = parser.readObject()
  if (!isDict(trailer)) throw new PdfSyntaxError('the trailer is no dictionary', parser.position)
  return { end: parser.position, entries, isOdd: false, trailer }
}

function readXrefStream(bytes: Uint8Array, offset: number, budget: Budget): PlacelessSection {
  const { value } = readIndirectObject(bytes, offset, budget.limits)
  if (!(value instanceof PdfStream) || !isArray(value.dict.get('W'))) {
    throw new PdfSyntaxError('expected a cross-reference section', offset)
  }
  const { end } = findStreamEnd(bytes, value.start, positiveInteger(value.dict.get('Length')))
  const decoded = undoFilters(
    bytes.subarray(value.start, end),
    filterSteps(value.dict, direct),
    direct,
    budget.streamBytesLeft,
  )
  budget.spendBytes(decoded.work)
  if (decoded.fault !== undefined) throw new PdfSyntaxError(decoded.fault, offset)
  return {
    end,
    trailer: value.dict,
    ...readStreamEntries(decoded.bytes, value.dict, offset, budget),
  }
}

/** Reads the entries that are there, however many the dictionary promises. */
function readStreamEntries(
  data: Uint8Array,
  dict: PdfDict,
  offset: number,
  budget: Budget,
): Pick<XrefSection, 'entries' | 'isOdd'> {
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = integers(dict.get('W'))
  const width = typeWidth + secondWidth + thirdWidth
  if (secondWidth < 1 || width > 3 * MAX_FIELD_WIDTH) {
    throw new PdfSyntaxError('a cross-reference stream has impossible widths', offset)
  }
  const entries: [number, XrefEntry][] = []
  const index = dict.has('Index') ? integers(dict.get('Index')) : [0, Number.POSITIVE_INFINITY]
  let at = 0
  let isOdd = false
  for (let i = 0; i + 1 < index.length; i += 2) {
    const first = index[i] ?? 0
    for (let n = 0; n < (index[i + 1] ?? 0) && at + width <= data.length; n++, at += width) {
      const type = typeWidth === 0 ? 1 : readInteger(data, at, typeWidth)
      const second = readInteger(data, at + typeWidth, secondWidth)
      const third = readInteger(data, at + typeWidth + secondWidth, thirdWidth)
      entries.push([first + n, streamEntry(type, second, third)])
      checkCount(entries.length, budget)
      isOdd ||= type > 2
    }
  }
  return { entries, isOdd: isOdd || at !== data.length }
}

function streamEntry(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'offset', offset: second }
  return type === 2 ? { kind: 'compressed', stream: second, index: third } : free
}

function readInteger(data: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (data[at + i] ?? 0)
  return value
}

function integers(object: PdfObject | undefined): number[] {
  if (!isArray(object)) return []
  return object.map((item) => positiveInteger(item) ?? 0)
}

/** A whole number above 0, as offsets and lengths are. */
function positiveInteger(object: PdfObject | undefined): number | undefined {
  return typeof object === 'number' && Number.isSafeInteger(object) && object > 0
    ? object
    : undefined
}

/** A cross-reference stream has no references in its dictionary (7.5.8.2). */
function direct(object: PdfObject | undefined): PdfObject {
  return object === undefined || object instanceof PdfRef ? null : object
}

const free: XrefEntry = { kind: 'free' }
