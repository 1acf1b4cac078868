import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import { sha256Hex } from '../../../contracts/hash.ts'
import { name, streamBytes } from '../objects.ts'
import {
  descendantOf,
  isComposite,
  setTextsOfFont,
  textsOfFont,
  widthsInRuns,
  widthsOfFont,
} from './font-texts.ts'
import { commonOf, type Glyph, glyphsIn, withGlyphs } from './glyphs.ts'

/** The letters before the name of a font that has some of its glyphs only (ISO 32000-1, 9.6.4). */
const TAG = /^[A-Z]{6}\+/
const LETTERS = 26

/** Some glyphs of a font under the numbers that they have in the whole font, as Chromium embeds them. */
interface Subset {
  readonly font: PDFDict
  readonly descendant: PDFDict
  readonly descriptor: PDFDict
  readonly program: Uint8Array
  /** Tells the font, whatever its glyphs are. */
  readonly key: string
  readonly glyphs: Map<number, Glyph>
  readonly texts: Map<number, string>
  readonly widths: Map<number, number>
}

/**
 * Makes one font of those on the pages of a file that have some glyphs of the same each, as where documents have become one file. Two
 * that mean different things by one number stay apart.
 */
export function mergeFonts(file: PDFDocument): void {
  const { context } = file
  const unions: { readonly ref: PDFRef; readonly subset: Subset }[] = []
  const merged = new Map<PDFRef, PDFRef>()
  for (const page of file.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)
    for (const [key, ref] of fonts?.entries() ?? []) {
      if (!(ref instanceof PDFRef)) continue
      if (!merged.has(ref)) {
        const subset = readSubset(context.lookup(ref, PDFDict))
        const union = subset && unions.find((one) => agree(one.subset, subset))
        if (subset && union) add(union.subset, subset)
        else if (subset) unions.push({ ref, subset })
        merged.set(ref, union?.ref ?? ref)
      }
      fonts?.set(key, merged.get(ref)!)
    }
  }
  for (const [index, { subset }] of unions.entries()) write(subset, tagOf(index))
}

function readSubset(font: PDFDict): Subset | undefined {
  if (!isComposite(font) || !TAG.test(nameIn(font, 'BaseFont'))) return undefined
  const descendant = descendantOf(font)
  const descriptor = descendant.lookup(name('FontDescriptor'), PDFDict)
  const stream = descriptor.lookup(name('FontFile2'))
  const texts = textsOfFont(font)
  const isByNumber = descendant.get(name('CIDToGIDMap')) === name('Identity')
  if (!(stream instanceof PDFRawStream) || !texts || !isByNumber) return undefined
  const program = streamBytes(stream)
  const facts = [...descendant.entries(), ...descriptor.entries()]
    .filter(([key]) => !ofSubset.has(key.decodeText()))
    .map(([key, value]) => `${key} ${value}`)
  const glyphs = glyphsIn(program)
  const widthOf = widthsOfFont(font)
  return {
    font,
    descendant,
    descriptor,
    program,
    key: [nameIn(font, 'BaseFont').replace(TAG, ''), ...facts, sha256Hex(commonOf(program))].join(
      '\n',
    ),
    glyphs,
    texts: new Map(texts),
    // Of those that others are made of, Chromium says nothing.
    widths: new Map(
      [...glyphs.keys(), ...texts.keys()].map((code) => [
        code,
        texts.has(code) ? widthOf(code) : (glyphs.get(code)?.width ?? 0),
      ]),
    ),
  }
}

/** Entries of font dictionaries that are of the glyphs that a font has. */
const ofSubset = new Set(['BaseFont', 'DW', 'FontDescriptor', 'FontFile2', 'FontName', 'W'])

function agree(one: Subset, other: Subset): boolean {
  return (
    one.key === other.key &&
    isAlike(one.texts, other.texts, (a, b) => a === b) &&
    isAlike(one.widths, other.widths, (a, b) => Math.abs(a - b) <= 1) &&
    isAlike(
      one.glyphs,
      other.glyphs,
      (a, b) => a.advance === b.advance && Buffer.compare(a.outline, b.outline) === 0,
    )
  )
}

/** Whether two have the same wherever they have something both. */
function isAlike<Value>(
  one: ReadonlyMap<number, Value>,
  other: ReadonlyMap<number, Value>,
  same: (a: Value, b: Value) => boolean,
): boolean {
  for (const [number, value] of other) {
    const known = one.get(number)
    if (known !== undefined && !same(known, value)) return false
  }
  return true
}

function add(to: Subset, { glyphs, texts, widths }: Subset): void {
  for (const [number, glyph] of glyphs) to.glyphs.set(number, glyph)
  for (const [number, text] of texts) to.texts.set(number, text)
  for (const [number, width] of widths) to.widths.set(number, width)
}

function write(subset: Subset, tag: string): void {
  const { font, descendant, descriptor, program, glyphs, texts, widths } = subset
  const { context } = font
  const named = name(nameIn(font, 'BaseFont').replace(TAG, tag))
  font.set(name('BaseFont'), named)
  descendant.set(name('BaseFont'), named)
  descriptor.set(name('FontName'), named)
  const whole = withGlyphs(program, glyphs)
  const stream = context.stream(whole, { Length1: whole.length })
  descriptor.set(name('FontFile2'), context.register(stream))
  descendant.set(name('W'), context.obj(widthsInRuns(widths)))
  setTextsOfFont(font, texts)
}

/** `AAAAAA+`, `BAAAAA+` and so on. */
function tagOf(index: number): string {
  const letters = Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(index / LETTERS ** place) % LETTERS)),
  )
  return `${letters.join('')}+`
}

function nameIn(dict: PDFDict, key: string): string {
  return dict.lookup(name(key), PDFName).decodeText()
}
