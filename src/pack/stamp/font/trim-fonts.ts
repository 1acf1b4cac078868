import { PDFDict, type PDFDocument, PDFRawStream, PDFRef } from 'pdf-lib'
import { name, streamBytes } from '../objects.ts'
import { tablesIn, withTables } from './tables.ts'

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

/** The same font with fewer tables; the very same where it has only what is read. */
export function withoutNeedless(bytes: Uint8Array): Uint8Array {
  const all = tablesIn(bytes)
  const tables = all.filter(({ tag }) => READ.has(tag))
  return tables.length === all.length ? bytes : withTables(bytes, tables)
}
