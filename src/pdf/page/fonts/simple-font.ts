import type { ObjectStore } from '../../object-store.ts'
import { nameOf, type PdfDict } from '../../objects.ts'
import { readMatrix } from '../matrix.ts'
import { type Decoder, fontName } from './decoder.ts'
import { dingbats, type Encoding, encodings } from './encodings.ts'
import { textOfGlyphName } from './glyph-names.ts'
import { standardWidth } from './standard-widths.ts'

/** Bit 3 of the font flags (table 123). */
const SYMBOLIC = 1 << 2

/** Cuts the strings of a Type 1, TrueType or Type 3 font: one byte is one character (ISO 32000-1, 9.6). */
export function simpleDecoder(objects: ObjectStore, dict: PdfDict): Decoder {
  const texts = textsOf(objects, dict)
  const width = widthsOf(objects, dict, texts)
  const characters = Array.from({ length: 256 }, (_, code) => ({
    code,
    text: texts[code],
    width: width(code),
    isSpace: code === 0x20,
  }))
  return (bytes) => Array.from(bytes, (code) => characters[code]!)
}

function textsOf(objects: ObjectStore, dict: PdfDict): Encoding {
  const encoding = objects.resolve(dict.get('Encoding'))
  const own = objects.dict(encoding)
  const texts = [
    ...baseEncoding(objects, dict, nameOf(encoding) ?? objects.name(own?.get('BaseEncoding'))),
  ]
  let code = 0
  for (const item of objects.array(own?.get('Differences')) ?? []) {
    const value = objects.resolve(item)
    if (typeof value === 'number') code = value
    else if (code >= 0 && code < 256) texts[code++] = textOfGlyphName(nameOf(value) ?? '')
  }
  return texts
}

/** The encoding that `Differences` begin from (table 114); nothing is known of a symbolic font's own one. */
function baseEncoding(objects: ObjectStore, dict: PdfDict, name: string | undefined): Encoding {
  const known = name === undefined ? undefined : encodings.get(name)
  if (known) return known
  if (/dingbats/i.test(fontName(objects, dict))) return dingbats
  const descriptor = objects.dict(dict.get('FontDescriptor'))
  const isSymbolic = ((objects.number(descriptor?.get('Flags')) ?? 0) & SYMBOLIC) !== 0
  const isOpaque = isSymbolic || objects.name(dict.get('Subtype')) === 'Type3'
  return isOpaque ? [] : (encodings.get('StandardEncoding') ?? [])
}

function widthsOf(objects: ObjectStore, dict: PdfDict, texts: Encoding): (code: number) => number {
  const widths = objects.array(dict.get('Widths'))
  const first = objects.number(dict.get('FirstChar')) ?? 0
  const name = fontName(objects, dict)
  const missing = objects.number(objects.dict(dict.get('FontDescriptor'))?.get('MissingWidth')) ?? 0
  const unit = Math.abs(readMatrix(objects, dict.get('FontMatrix'))?.[0] ?? 0.001)
  return (code) =>
    unit *
    (widths ? (objects.number(widths[code - first]) ?? missing) : standardWidth(name, texts[code]))
}
