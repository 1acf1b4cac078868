import { type PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib'
import { asciiBytes } from '../../../pdf/bytes.ts'
import { widthsInRuns } from './font-texts.ts'
import { writeToUnicode } from './to-unicode.ts'
import { withoutNeedless } from './trim-fonts.ts'
import { readTrueType, type TrueTypeFont } from './true-type.ts'

/**
 * The name of the form font in resources and default appearances. Chrome and Edge (PDFium) write with an embedded font only
 * what is in the Windows code page for Western Europe, and drop or squash the rest, unless the font has here the name of
 * one with symbols: `Wingdings`, `Wingdings2`, `Wingdings3` or `Webdings`. Nobody else looks at the name; it is not the
 * name of the font.
 */
export const FORM_FONT = 'Wingdings'

/** Drawn for what the font does not have. */
const REPLACEMENT = 0xfffd
const CODES = 0x10000

/** The font of typed values as it is embedded in a file. */
export interface FormFont {
  readonly ref: PDFRef
  /** A text as the operand of `Tj`. Throws for a character that the font does not have. */
  readonly encode: (text: string) => PDFHexString
}

/**
 * Embeds the whole font, so that programs can write any of its characters into a field: Type0 with the encoding
 * Identity-H (ISO 32000-1, 9.7), where a code is a Unicode character and not, as is usual, the number of a glyph. Under
 * the name above PDFium writes a character that the font does not have as the code of that number, which would be the
 * glyph of another letter. So it is �, and nobody reads a wrong name.
 *
 * Names in ten scripts, as Chromium, PDFium, Poppler, MuPDF and Ghostscript draw what these wrote, and before that:
 *
 * | written by | Latin, Greek, Cyrillic | other scripts |
 * | --- | --- | --- |
 * | Chromium 156, PDFium | right; letters were lost, squashed or blank | �; other fonts or blank |
 * | pdf.js 6.5 | right, as before | left to the viewer, as before; � in PDFium |
 * | Poppler 22.12 | right, as before | in fonts of the machine, as before |
 * | pdftk 3.3, `need_appearances` | right in Poppler and PDFium, else �; blank | the same |
 *
 * The file that Chromium saves of the ten is 95 KB, of a blank of 81 KB; it was 164 KB here and 625 KB with more fonts.
 */
export function embedFormFont(context: PDFContext, bytes: Uint8Array): FormFont {
  const prepared = known.get(bytes) ?? prepare(bytes)
  known.set(bytes, prepared)
  const { font, texts } = prepared
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: font.postScriptName,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant(context, prepared))],
      ToUnicode: context.register(context.stream(texts)),
    }),
  )
  return { ref, encode: (text) => encode(font, text) }
}

/** What is the same in each file with a font, by the bytes of the font. */
const known = new WeakMap<Uint8Array, PreparedFont>()

interface PreparedFont {
  readonly font: TrueTypeFont
  readonly program: Uint8Array
  /** The map from its codes to texts, and the one to glyphs. */
  readonly texts: Uint8Array
  readonly glyphs: Uint8Array
  readonly widths: (number | number[])[]
}

function prepare(bytes: Uint8Array): PreparedFont {
  const font = readTrueType(bytes)
  // What was read from the disk is a Buffer, which cuts out no copies.
  const program = withoutNeedless(Uint8Array.from(bytes))
  const texts = new Map(
    Array.from(font.glyphs.keys(), (code) => [code, String.fromCodePoint(code)]),
  )
  return {
    font,
    program,
    texts: asciiBytes(writeToUnicode(texts)),
    glyphs: glyphOfEachCode(font),
    widths: widthsInRuns(
      new Map(Array.from(font.glyphs.keys(), (code) => [code, widthOf(font, code)])),
    ),
  }
}

function descendant(context: PDFContext, { font, program, glyphs, widths }: PreparedFont) {
  return context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: font.postScriptName,
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0,
    },
    CIDToGIDMap: context.register(context.stream(glyphs)),
    DW: widthOf(font, REPLACEMENT),
    W: widths,
    FontDescriptor: context.register(descriptor(context, font, program)),
  })
}

/** ISO 32000-1, table 117. */
function glyphOfEachCode({ glyphs }: TrueTypeFont): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * CODES))
  for (let code = 0; code < CODES; code += 1)
    map.setUint16(2 * code, glyphs.get(code) ?? glyphs.get(REPLACEMENT) ?? 0)
  return new Uint8Array(map.buffer)
}

function widthOf({ glyphs, widths }: TrueTypeFont, code: number): number {
  return widths[glyphs.get(code) ?? 0] ?? 0
}

function descriptor(context: PDFContext, font: TrueTypeFont, bytes: Uint8Array) {
  const program = context.stream(bytes, { Length1: bytes.length })
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

function encode({ glyphs }: TrueTypeFont, text: string): PDFHexString {
  const codes = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (!glyphs.has(code)) throw new Error(`The form font has no glyph for \`${character}\``)
    return code.toString(16).padStart(4, '0')
  })
  return PDFHexString.of(codes.join(''))
}
