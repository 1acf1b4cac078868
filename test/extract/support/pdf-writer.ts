import { deflateSync } from 'node:zlib'

/** Objects by number, each as it stands between `n 0 obj` and `endobj`; strings are Latin-1. */
export type Objects = Readonly<Record<number, string>>

/** How a revision is written. */
export interface RevisionOptions {
  /** Entries of the trailer besides /Size and /Prev. */
  trailer?: string
  /** Kind of cross-reference. */
  xref?: 'table' | 'stream'
  /** Numbers of objects to put into one object stream; needs a cross-reference stream. */
  compressed?: readonly number[]
}

/** Latin-1 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

/** Latin-1 text of bytes. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** A stream object. */
export function streamObject(entries: string, data: Uint8Array | string): string {
  const text = typeof data === 'string' ? data : textOf(data)
  return `<<${entries}/Length ${text.length}>>\nstream\n${text}\nendstream`
}

/** A stream object compressed with Flate. */
export function flateObject(entries: string, data: string): string {
  return streamObject(`${entries}/Filter/FlateDecode`, deflateSync(Buffer.from(data, 'latin1')))
}

/** Writes a PDF of one revision. */
export function writePdf(objects: Objects, options: RevisionOptions = {}): Uint8Array {
  return writeRevision('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', objects, options, undefined)
}

/** Appends an incremental update. */
export function appendUpdate(
  pdf: Uint8Array,
  objects: Objects,
  options: RevisionOptions = {},
): Uint8Array {
  const text = textOf(pdf)
  const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  return writeRevision(text, objects, options, startxref)
}

/** Where a compressed object is. */
interface Place {
  stream: number
  index: number
}

/** Number and the three fields of an entry of a cross-reference stream. */
type Row = [number: number, type: number, second: number, third: number]

/** Helper objects are numbered by their place, so that an update does not replace older ones. */
const streamNumber = 1_000_000
const xrefNumber = 2_000_000

function writeRevision(
  before: string,
  objects: Objects,
  options: RevisionOptions,
  previous: string | undefined,
): Uint8Array {
  const all = new Map(Object.entries(objects).map(([num, body]) => [Number(num), body]))
  const inStream = new Map<number, Place>()
  if (options.compressed) {
    const num = streamNumber + before.length
    all.set(num, objectStream(all, options.compressed))
    for (const [index, inner] of options.compressed.entries()) {
      all.delete(inner)
      inStream.set(inner, { stream: num, index })
    }
  }
  let text = before
  const offsets = new Map<number, number>()
  for (const [num, body] of all) {
    offsets.set(num, text.length)
    text += `${num} 0 obj\n${body}\nendobj\n`
  }
  const entries = `/Root 1 0 R ${options.trailer ?? ''}${previous ? `/Prev ${previous}` : ''}`
  const write = options.xref === 'stream' ? xrefStream : xrefTable
  return bytesOf(`${text}${write(text.length, offsets, inStream, entries)}`)
}

function objectStream(all: ReadonlyMap<number, string>, numbers: readonly number[]): string {
  let body = ''
  const heads = numbers.map((num) => {
    const head = `${num} ${body.length}`
    body += `${all.get(num)} `
    return head
  })
  const first = `${heads.join(' ')} `
  const entries = `/Type/ObjStm/N ${numbers.length}/First ${first.length}`
  return flateObject(entries, first + body)
}

function xrefTable(
  start: number,
  offsets: ReadonlyMap<number, number>,
  _inStream: ReadonlyMap<number, Place>,
  trailer: string,
): string {
  const sections = [...offsets].map(
    ([num, offset]) => `${num} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  const size = Math.max(...offsets.keys()) + 1
  const head = trailer.includes('/Prev') ? '' : '0 1\n0000000000 65535 f \n'
  return `xref\n${head}${sections.join('')}trailer\n<</Size ${size}${trailer}>>\nstartxref\n${start}\n%%EOF\n`
}

function xrefStream(
  start: number,
  offsets: ReadonlyMap<number, number>,
  inStream: ReadonlyMap<number, Place>,
  trailer: string,
): string {
  const own = xrefNumber + start
  const rows: Row[] = [
    ...[...offsets].map(([num, offset]): Row => [num, 1, offset, 0]),
    ...[...inStream].map(([num, { stream, index }]): Row => [num, 2, stream, index]),
    [own, 1, start, 0],
  ]
  const data = rows
    .map(([, type, second, third]) =>
      String.fromCharCode(type, second >> 16, (second >> 8) & 255, second & 255, third),
    )
    .join('')
  const index = rows.map(([num]) => `${num} 1`).join(' ')
  const entries = `/Type/XRef/W[1 3 1]/Index[${index}]/Size ${own + 1}${trailer}`
  return `${own} 0 obj\n${flateObject(entries, data)}\nendobj\nstartxref\n${start}\n%%EOF\n`
}
