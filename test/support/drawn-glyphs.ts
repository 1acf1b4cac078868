import { PDFDict, PDFName, PDFStream } from 'pdf-lib'
import { textOf } from '../pdfua/file/content.ts'
import { name, readTaggedFile } from '../pdfua/file/index.ts'
import { bytesOf, operatorsOf } from '../pdfua/file/tokens.ts'
import { descendantOf, glyphsOf } from '../pdfua/file/widths.ts'

/** A glyph that an appearance draws. */
export interface DrawnGlyph {
  /** The PostScript name of its font. */
  readonly font: string
  /** Its number in the font program; the code in a font with codes of one byte. */
  readonly glyph: number
}

/**
 * The glyphs that a text box draws, in order: what people see of it, whatever its fonts say that it means. None for a box
 * whose look the program has left to others. Throws when there is no such box.
 */
export async function drawnGlyphs(pdf: Uint8Array, field: string): Promise<DrawnGlyph[]> {
  const { fields } = await readTaggedFile(pdf)
  const widget = fields.find((each) => each.name === field)?.widgets[0]
  if (!widget) throw new Error(`There is no box \`${field}\``)
  const appearance = widget.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'), PDFStream)
  const resources = appearance?.dict.lookupMaybe(name('Resources'), PDFDict)
  return resources ? glyphsIn(textOf(appearance), resources) : []
}

function glyphsIn(content: string, resources: PDFDict): DrawnGlyph[] {
  const glyphs: DrawnGlyph[] = []
  let font: PDFDict | undefined
  for (const { name: operator, operands } of operatorsOf(content)) {
    if (operator === 'Tf')
      font = resources
        .lookup(name('Font'), PDFDict)
        .lookup(name(operands[0]?.slice(1) ?? ''), PDFDict)
    const strings = /^(Tj|TJ|'|")$/.test(operator)
      ? operands.filter((each) => /^[(<]/.test(each))
      : []
    for (const string of strings) if (font) glyphs.push(...glyphsOfString(font, bytesOf(string)))
  }
  return glyphs
}

function glyphsOfString(font: PDFDict, string: string): DrawnGlyph[] {
  const bytes = Buffer.from(string, 'latin1')
  const base = font.lookup(name('BaseFont'), PDFName).decodeText()
  const descendant = descendantOf(font)
  if (!descendant) return [...bytes].map((glyph) => ({ font: base, glyph }))
  const glyphOf = glyphsOf(descendant)
  return Array.from({ length: bytes.length >> 1 }, (_, index) => ({
    font: base,
    glyph: glyphOf(bytes.readUInt16BE(2 * index)),
  }))
}
