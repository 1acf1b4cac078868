import { PDFDict, type PDFDocument, PDFRawStream, PDFRef } from 'pdf-lib'
import { concat } from '../../../pdf/bytes.ts'
import { name, streamBytes } from '../objects.ts'

/** What programs read of a TrueType font in a PDF (ISO 32000-1, 9.9); the rest is for those that set text with it. */
const READ = new Set([
  'cmap',
  'cvt ',
  'fpgm',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'prep',
])

/** Leaves out of the TrueType fonts of a file what no program reads there, such as how letters are placed and joined. */
export function trimFonts(file: PDFDocument): void {
  const { context } = file
  for (const [, object] of context.enumerateIndirectObjects()) {
    const ref = object instanceof PDFDict ? object.get(FONT_FILE) : undefined
    const program = ref && context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(program instanceof PDFRawStream)) continue
    const bytes = streamBytes(program)
    const trimmed = withoutNeedless(bytes)
    if (trimmed === bytes) continue
    context.assign(ref, context.stream(trimmed, { Length1: trimmed.length }))
  }
}

const FONT_FILE = name('FontFile2')

/** Bytes of the head of a font and of the entry of each table in it. */
const [HEAD, ENTRY] = [12, 16]

/** The same font with fewer tables (OpenType 1.9, “Font file”); the very same where it has only what is read. */
export function withoutNeedless(bytes: Uint8Array): Uint8Array {
  const font = viewOf(bytes)
  const all = Array.from({ length: font.getUint16(4) }, (_, index) => {
    const at = HEAD + ENTRY * index
    const start = font.getUint32(at + 8)
    const entry = bytes.slice(at, at + ENTRY)
    return { entry, table: bytes.subarray(start, start + font.getUint32(at + 12)) }
  })
  const entries = all.filter(({ entry }) => READ.has(String.fromCharCode(...entry.subarray(0, 4))))
  if (entries.length === all.length) return bytes
  const head = bytes.slice(0, HEAD)
  const power = Math.floor(Math.log2(entries.length))
  const search = ENTRY * 2 ** power
  for (const [index, value] of [
    entries.length,
    search,
    power,
    ENTRY * entries.length - search,
  ].entries())
    viewOf(head).setUint16(4 + 2 * index, value)
  let at = HEAD + ENTRY * entries.length
  const tables = entries.map(({ entry, table }) => {
    viewOf(entry).setUint32(8, at)
    const padded = new Uint8Array(4 * Math.ceil(table.length / 4))
    padded.set(table)
    at += padded.length
    return padded
  })
  return concat([head, ...entries.map(({ entry }) => entry), ...tables])
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
