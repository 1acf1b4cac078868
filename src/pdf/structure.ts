import { asciiBytes, indexOf, isWhitespace, lastIndexOf, latin1 } from './bytes.ts'
import { PdfError, readMaybe } from './errors.ts'
import type { Budget } from './limits.ts'
import { ObjectParser } from './object-parser.ts'
import { PdfRef } from './objects.ts'
import type { ProblemList } from './problems.ts'
import { type Scan, scanObjects } from './scan.ts'
import { readXref, type Xref } from './xref.ts'

const CUT_HEADER = /^\d{1,10}(\s+(\d{1,5}(\s+(o|ob)?)?)?)?$|^(x(r(e(f)?)?)?)$/

export interface Truncation {
  /** `none` where only the end mark is missing; `possible` where objects follow the last complete revision. */
  readonly dataLoss: 'none' | 'possible'
  /** Numbers of the objects behind the last complete revision that could be read, and are used. */
  readonly recovered: readonly number[]
  /** Numbers of the objects that begin there but do not end. */
  readonly broken: readonly number[]
}

export interface Structure {
  /** The file from its header on; all offsets count from here. */
  readonly bytes: Uint8Array
  /** Bytes before the header. */
  readonly headerOffset: number
  readonly xref: Xref
  /** Objects found by searching, which overrule the cross-reference. */
  readonly found?: Scan
  readonly truncated?: Truncation
}

/**
 * Finds the objects of a file: by its cross-reference where that is sound, and else by searching.
 *
 * @throws PdfError `not-a-pdf`, `damaged` or `too-large`.
 */
export function readStructure(file: Uint8Array, budget: Budget, problems: ProblemList): Structure {
  const headerOffset = Math.max(0, indexOf(file, header))
  const isPdf = headerOffset > 0 || indexOf(file, header, 0, header.length) === 0
  const last = readLastOfJoined(file, budget)
  if (last) {
    problems.add({ kind: 'joined-files' })
    return withTail(last, budget, problems)
  }
  const sound = readByXref(file, headerOffset, budget)
  if (sound) return withTail(reportLeading(sound, problems), budget, problems)
  const bytes = file.subarray(headerOffset)
  const found = scanObjects(bytes, 0, budget)
  if (found.objects.length === 0) {
    throw isPdf
      ? new PdfError('damaged', 'The file begins like a PDF, but nothing in it can be read')
      : new PdfError('not-a-pdf', 'The file is not a PDF')
  }
  const xrefFound = found.broken.length === 0 && readFoundXref(bytes, found, budget)
  if (xrefFound) {
    problems.add({ kind: 'startxref-wrong' })
    const structure = reportLeading({ bytes, headerOffset, xref: xrefFound }, problems)
    return withTail(structure, budget, problems)
  }
  problems.add({ kind: 'xref-rebuilt', why: 'no cross-reference where the file says' })
  const truncated = judgeEnd(bytes, lastFound(found), found)
  const xref: Xref = { entries: new Map(), trailer: new Map(), sections: [] }
  return { bytes, headerOffset, xref, found, ...(truncated && { truncated }) }
}

/**
 * The last of several PDFs that were put one behind the other, where it is whole; an update of one PDF has no header of its own.
 * Read as one, they would lend each other their objects.
 */
function readLastOfJoined(file: Uint8Array, budget: Budget): Structure | undefined {
  const at = lastIndexOf(file, header)
  const before = lastIndexOf(file.subarray(0, Math.max(0, at)), endMark)
  if (before === -1 || !isBlank(file, before + endMark.length, at)) return undefined
  const last = readByXref(file.subarray(at), 0, budget)
  return last && { ...last, headerOffset: at }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  return bytes.subarray(from, to).every((byte) => isWhitespace(byte))
}

function reportLeading(structure: Structure, problems: ProblemList): Structure {
  const { headerOffset } = structure
  if (headerOffset > 0) problems.add({ kind: 'leading-bytes', count: headerOffset })
  return structure
}

/** Tries offsets that count from the header, as they should, and then from the beginning of the file. */
function readByXref(file: Uint8Array, headerOffset: number, budget: Budget): Structure | undefined {
  for (const base of new Set([headerOffset, 0])) {
    const bytes = file.subarray(base)
    const start = readStartxref(bytes, budget)
    const xref = start === undefined ? undefined : readMaybe(() => readXref(bytes, start, budget))
    if (xref?.trailer.get('Root') instanceof PdfRef) return { bytes, headerOffset: base, xref }
  }
  return undefined
}

/**
 * The cross-reference that is not where the file says, where it and the search agree on every object: then nothing is lost,
 * and nothing older stands for what is.
 */
function readFoundXref(bytes: Uint8Array, found: Scan, budget: Budget): Xref | undefined {
  const start = found.sections.at(-1)
  const xref = start === undefined ? undefined : readMaybe(() => readXref(bytes, start, budget))
  if (!(xref?.trailer.get('Root') instanceof PdfRef) || xref.fault !== undefined) return undefined
  const newest = new Map(found.objects.map(({ num, offset }) => [num, offset]))
  const numbers = new Map(found.objects.map(({ num, offset }) => [offset, num]))
  const sections = new Set(found.sections)
  const isListed = [...newest].every(([num, offset]) => {
    // Cross-reference streams need not list themselves.
    if (sections.has(offset)) return true
    const entry = xref.entries.get(num)
    // An object that moved into an object stream of an update is found where it was before.
    if (entry?.kind === 'compressed') return (newest.get(entry.stream) ?? 0) > offset
    return entry?.kind === 'offset' && entry.offset === offset
  })
  const isThere = xref.sections.every(({ entries, isOdd }) =>
    entries.every(
      ([num, entry]) => !isOdd && (entry.kind !== 'offset' || numbers.get(entry.offset) === num),
    ),
  )
  return isListed && isThere ? xref : undefined
}

function readStartxref(bytes: Uint8Array, budget: Budget): number | undefined {
  const keyword = lastIndexOf(bytes, startxref)
  if (keyword === -1) return undefined
  const parser = new ObjectParser(bytes, keyword + startxref.length, budget.limits)
  parser.skipSpace()
  return parser.readUnsigned()
}

/** Looks for what stands behind the newest cross-reference section: nothing should but the end mark. */
function withTail(structure: Structure, budget: Budget, problems: ProblemList): Structure {
  const { bytes, xref } = structure
  if (xref.fault !== undefined) problems.add({ kind: 'xref-incomplete', why: xref.fault })
  const covered = Math.max(...xref.sections.map((section) => section.end))
  const found = scanObjects(bytes, covered, budget)
  if (found.objects.length === 0 && found.broken.length === 0) {
    const truncated = judgeEnd(bytes, covered, found)
    if (!truncated) reportTrailing(bytes, problems)
    return { ...structure, ...(truncated && { truncated }) }
  }
  const truncated = judgeEnd(bytes, lastFound(found), found)
  if (!truncated) {
    problems.add({ kind: 'unlisted-objects', objects: found.objects.map(({ num }) => num) })
  }
  return { ...structure, found, ...(truncated && { truncated }) }
}

function lastFound(found: Scan): number {
  return Math.max(found.objects.at(-1)?.offset ?? 0, found.broken.at(-1)?.offset ?? 0)
}

/** Whether the file ends as it should behind `lastKnown`: with `startxref`, an offset, `%%EOF`, and no new beginning. */
function judgeEnd(bytes: Uint8Array, lastKnown: number, found: Scan): Truncation | undefined {
  const keyword = lastIndexOf(bytes, startxref)
  const mark = lastIndexOf(bytes, endMark)
  const isBehind = keyword > lastKnown || found.objects.length + found.broken.length === 0
  const isMarked = mark > keyword && keyword !== -1
  if (isBehind && isMarked && !beginsObject(bytes, mark + endMark.length)) return undefined
  return {
    dataLoss: isBehind && keyword !== -1 && !isMarked ? 'none' : 'possible',
    recovered: found.objects.map(({ num }) => num),
    broken: found.broken.map(({ num }) => num),
  }
}

/** Whether an update begins here that breaks off before its first object header is whole. */
function beginsObject(bytes: Uint8Array, from: number): boolean {
  const tail = latin1(bytes, from, Math.min(bytes.length, from + 64)).trim()
  return CUT_HEADER.test(tail)
}

function reportTrailing(bytes: Uint8Array, problems: ProblemList): void {
  let end = bytes.length
  while (isWhitespace(bytes[end - 1])) end--
  const count = end - lastIndexOf(bytes, endMark) - endMark.length
  if (count > 0) problems.add({ kind: 'trailing-bytes', count })
}

const header = asciiBytes('%PDF-')
const startxref = asciiBytes('startxref')
const endMark = asciiBytes('%%EOF')
