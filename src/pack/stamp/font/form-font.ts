import { type PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib'
import { toUnicode } from './to-unicode.ts'
import type { TrueTypeFont } from './true-type.ts'

/** The name of the form font in resources and default appearances. */
export const FORM_FONT = 'NotoSans'

/** The font of typed values as it is embedded in a file. */
export interface FormFont {
  readonly ref: PDFRef
  /** A text as the operand of `Tj`. Throws for a character that the font does not have. */
  readonly encode: (text: string) => PDFHexString
}

/**
 * Embeds the whole font, so that programs can write any of its characters into a field: Type0 with the encoding
 * Identity-H, where a code is a glyph number (ISO 32000-1, 9.7).
 */
export function embedFormFont(context: PDFContext, font: TrueTypeFont): FormFont {
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: font.postScriptName,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant(context, font))],
      ToUnicode: context.register(context.flateStream(toUnicode(font.glyphs))),
    }),
  )
  return { ref, encode: (text) => encode(font, text) }
}

function descendant(context: PDFContext, font: TrueTypeFont) {
  return context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: font.postScriptName,
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0,
    },
    CIDToGIDMap: 'Identity',
    DW: font.widths[0],
    W: [0, [...font.widths]],
    FontDescriptor: context.register(descriptor(context, font)),
  })
}

function descriptor(context: PDFContext, font: TrueTypeFont) {
  const program = context.flateStream(font.bytes, { Length1: font.bytes.length })
  return context.obj({
    Type: 'FontDescriptor',
    FontName: font.postScriptName,
    // Nonsymbolic (ISO 32000-1, table 123).
    Flags: 32,
    FontBBox: [...font.box],
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.capHeight,
    // TrueType does not tell the width of stems; this is the one of a regular weight.
    StemV: 80,
    FontFile2: context.register(program),
  })
}

function encode(font: TrueTypeFont, text: string): PDFHexString {
  const glyphs = Array.from(text, (character) => {
    const glyph = font.glyphs.get(character.codePointAt(0) ?? 0)
    if (glyph === undefined) throw new Error(`The form font has no glyph for \`${character}\``)
    return glyph.toString(16).padStart(4, '0')
  })
  return PDFHexString.of(glyphs.join(''))
}
