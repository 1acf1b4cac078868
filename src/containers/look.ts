import { asciiBytes, startsWith } from '../pdf/bytes.ts'
import { Bounds } from './bounds.ts'
import type { Inner } from './inner.ts'
import { BEGINNING, type Kind, kindOf, refined } from './kinds.ts'
import { standsInside } from './written-out.ts'

/** Files in files that are opened. */
const DEEPEST = 8
const LONGEST_NAME = 1000

/** A file inside, by its name; empty where it has none. */
export interface Thing {
  readonly name: string
  readonly kind: Kind | undefined
}

/** A PDF inside, and what it lies in, from the outside in. */
export interface InnerPdf {
  readonly name: string
  readonly inside: readonly Thing[]
}

export interface Look {
  readonly kind: Kind | undefined
  readonly pdfs: readonly InnerPdf[]
  /** What else is in it that people may know. */
  readonly others: readonly Thing[]
  /** Whether all of it was looked through. */
  readonly isWhole: boolean
}

/** Looks into a file that is no PDF, at bounded cost. */
export function look(bytes: Uint8Array): Look {
  const bounds = new Bounds()
  const found = lookInto(bytes, bounds, 0)
  return { ...found, isWhole: bounds.isWhole }
}

type Found = Omit<Look, 'isWhole'>

function lookInto(bytes: Uint8Array, bounds: Bounds, depth: number): Found {
  const kind = kindOf(bytes.subarray(0, BEGINNING))
  const names: string[] = []
  const pdfs: InnerPdf[] = []
  const others: Thing[] = []
  for (const inner of kind?.list?.(bytes, bounds) ?? []) {
    if (!bounds.takesFile()) break
    names.push(inner.name)
    const found = lookAt(inner, bounds, depth)
    pdfs.push(...found.pdfs)
    if (found.pdfs.length === 0) others.push(...found.others)
  }
  if (pdfs.length === 0 && standsInside(bytes)) pdfs.push({ name: '', inside: [] })
  const exact = kind && refined(kind, names)
  return exact?.isOneDocument
    ? { kind: exact, pdfs: pdfs.map(asObject), others: [] }
    : { kind: exact, pdfs, others }
}

/** People see an object in a document as it is, and nothing of what the document keeps it in. */
function asObject({ name, inside }: InnerPdf): InnerPdf {
  return {
    name: /\.pdf$/i.test(name) ? name.slice(name.lastIndexOf('/') + 1) : '',
    inside: inside.filter(({ kind }) => !kind?.isOneDocument),
  }
}

/** What an inner file is, seen from the file that it lies in. */
function lookAt(inner: Inner, bounds: Bounds, depth: number): Pick<Found, 'pdfs' | 'others'> {
  const name = inner.name.slice(-LONGEST_NAME)
  const beginning = inner.read(BEGINNING) ?? new Uint8Array()
  const kind = kindOf(beginning)
  if (isPdf(beginning) || (!kind && /\.pdf$/i.test(name)))
    return { pdfs: [{ name, inside: [] }], others: [] }
  const whole = kind?.list && depth < DEEPEST ? inner.read() : undefined
  if (!whole) return { pdfs: [], others: [{ name, kind }] }
  const found = lookInto(whole, bounds, depth + 1)
  const outer: Thing = { name, kind: found.kind }
  return {
    pdfs: found.pdfs.map((pdf) => ({ ...pdf, inside: [outer, ...pdf.inside] })),
    others: [outer],
  }
}

/** Whether bytes begin like a PDF. */
export function isPdf(beginning: Uint8Array): boolean {
  return startsWith(beginning, header, 0)
}

const header = asciiBytes('%PDF-')
