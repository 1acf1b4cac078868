import { concat } from '../../../pdf/bytes.ts'
import { type Table, tableOf, tablesIn, viewOf, withTables } from './tables.ts'
import { withoutNeedless } from './trim-fonts.ts'

/** What a TrueType font draws, and how wide. */
export interface Glyph {
  readonly outline: Uint8Array
  readonly advance: number
  readonly bearing: number
  /** The advance in 1/1000 of the em. */
  readonly width: number
}

/** Tables that are of the glyphs that a font has; the map from characters is not read in a PDF that has one of its own. */
const ofGlyphs = new Set(['cmap', 'glyf', 'loca', 'hmtx', 'hhea', 'maxp'])

/** Places in tables (OpenType 1.9). */
const CHECKSUM = 8
const EM = 18
const LOCATIONS = 50
const MEASURED = 34
const COUNT = 4

/** The glyphs that a font has under their numbers, without those that are empty and have no width. */
export function glyphsIn(font: Uint8Array): Map<number, Glyph> {
  const table = reader(font)
  const [outlines, metrics] = [table('glyf'), viewOf(table('hmtx'))]
  const measured = viewOf(table('hhea')).getUint16(MEASURED)
  const places = placesIn(table)
  const em = viewOf(table('head')).getUint16(EM)
  const glyphs = new Map<number, Glyph>()
  for (let number = 0; number < places.length - 1; number += 1) {
    const outline = outlines.subarray(places[number], places[number + 1])
    const last = Math.min(number, measured - 1)
    const advance = metrics.getUint16(4 * last)
    // Glyphs after the last measured one share its width.
    const bearing = metrics.getInt16(4 * last + 2 + 2 * (number - last))
    const width = Math.round((advance * 1000) / em)
    if (outline.length > 0 || advance > 0) glyphs.set(number, { outline, advance, bearing, width })
  }
  return glyphs
}

/** What a font is beside its glyphs, as bytes to compare. */
export function commonOf(font: Uint8Array): Uint8Array {
  const tables = tablesIn(withoutNeedless(font)).filter(({ tag }) => !ofGlyphs.has(tag))
  return concat(
    tables.map(({ tag, bytes }) => {
      if (tag !== 'head') return bytes
      const head = viewOf(bytes.slice())
      head.setUint32(CHECKSUM, 0)
      head.setUint16(LOCATIONS, 0)
      return new Uint8Array(head.buffer)
    }),
  )
}

/** A font with these glyphs instead of its own. */
export function withGlyphs(font: Uint8Array, glyphs: ReadonlyMap<number, Glyph>): Uint8Array {
  const table = reader(font)
  const count = Math.max(...glyphs.keys()) + 1
  const all = Array.from({ length: count }, (_, number) => glyphs.get(number))
  const places = new DataView(new ArrayBuffer(4 * (count + 1)))
  const metrics = new DataView(new ArrayBuffer(4 * count))
  let end = 0
  for (const [number, glyph] of all.entries()) {
    end += glyph?.outline.length ?? 0
    places.setUint32(4 * (number + 1), end)
    metrics.setUint16(4 * number, glyph?.advance ?? 0)
    metrics.setInt16(4 * number + 2, glyph?.bearing ?? 0)
  }
  const made: Readonly<Record<string, Uint8Array>> = {
    glyf: concat(all.flatMap((glyph) => glyph?.outline ?? [])),
    head: withNumber(table('head'), LOCATIONS, 1),
    hhea: withNumber(table('hhea'), MEASURED, count),
    hmtx: new Uint8Array(metrics.buffer),
    loca: new Uint8Array(places.buffer),
    maxp: withNumber(table('maxp'), COUNT, count),
  }
  const tables = tablesIn(withoutNeedless(font)).flatMap((one): Table[] => {
    const bytes = made[one.tag]
    if (bytes) return [tableOf(one.tag, bytes)]
    return ofGlyphs.has(one.tag) ? [] : [one]
  })
  return withTables(font, tables)
}

function reader(font: Uint8Array): (tag: string) => Uint8Array {
  const tables = new Map(tablesIn(font).map(({ tag, bytes }) => [tag, bytes]))
  return (tag) => tables.get(tag) ?? new Uint8Array()
}

/** Where outlines begin, and where the last one ends. */
function placesIn(table: (tag: string) => Uint8Array): number[] {
  const view = viewOf(table('loca'))
  const isLong = viewOf(table('head')).getUint16(LOCATIONS) === 1
  return Array.from({ length: viewOf(table('maxp')).getUint16(COUNT) + 1 }, (_, index) =>
    isLong ? view.getUint32(4 * index) : 2 * view.getUint16(2 * index),
  )
}

function withNumber(table: Uint8Array, at: number, value: number): Uint8Array {
  const changed = table.slice()
  viewOf(changed).setUint16(at, value)
  return changed
}
