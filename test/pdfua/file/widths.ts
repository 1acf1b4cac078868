import { decodePDFRawStream, PDFArray, PDFDict, PDFNumber, PDFRawStream } from 'pdf-lib'
import { name } from './index.ts'

/** Widths in 1/1000 of the em, by the code that is shown. */
export type Widths = (code: number) => number

/** The CIDFont of a composite font; undefined for another. */
export function descendantOf(font: PDFDict): PDFDict | undefined {
  return font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
}

/** The widths that a CIDFont says its glyphs have (ISO 32000-1, 9.7.4.3). */
export function saidWidths(font: PDFDict): Widths {
  const widths = new Map<number, number>()
  const items = font.lookupMaybe(name('W'), PDFArray)
  const numberAt = (index: number) => items?.lookup(index, PDFNumber).asNumber() ?? 0
  for (let index = 0; index < (items?.size() ?? 0); ) {
    const first = numberAt(index)
    const next = items?.lookup(index + 1)
    if (next instanceof PDFArray) {
      for (const [offset] of next.asArray().entries())
        widths.set(first + offset, next.lookup(offset, PDFNumber).asNumber())
      index += 2
    } else {
      for (let code = first; code <= numberAt(index + 1); code++)
        widths.set(code, numberAt(index + 2))
      index += 3
    }
  }
  const otherwise = font.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000
  return (code) => widths.get(code) ?? otherwise
}

/** The widths in a TrueType font program; undefined where there is none. */
export function programWidths(font: PDFDict): Widths | undefined {
  const program = font.lookupMaybe(name('FontDescriptor'), PDFDict)?.lookup(name('FontFile2'))
  if (!(program instanceof PDFRawStream)) return undefined
  const bytes = Buffer.from(decodePDFRawStream(program).decode())
  const entries = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const table = (tag: string) => {
    const entry = entries.find((at) => bytes.toString('latin1', at, at + 4) === tag) ?? 0
    return bytes.subarray(bytes.readUInt32BE(entry + 8))
  }
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')]
  const measured = hhea.readUInt16BE(34)
  const glyph = glyphsOf(font)
  // Glyphs after the last measured one share its width.
  return (code) =>
    (hmtx.readUInt16BE(4 * Math.min(glyph(code), measured - 1)) * 1000) / head.readUInt16BE(18)
}

/** The number of the glyph that a code shows, as the map of a CIDFont says (ISO 32000-1, table 117). */
export function glyphsOf(font: PDFDict): (code: number) => number {
  const map = font.lookup(name('CIDToGIDMap'))
  if (!(map instanceof PDFRawStream)) return (code) => code
  const bytes = Buffer.from(decodePDFRawStream(map).decode())
  return (code) => (2 * code + 2 <= bytes.length ? bytes.readUInt16BE(2 * code) : 0)
}
