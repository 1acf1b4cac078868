/** What a PDF needs to know of a TrueType font. Lengths are in 1/1000 of the em. */
export interface TrueTypeFont {
  readonly bytes: Uint8Array
  readonly postScriptName: string
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly italicAngle: number
  /** Left, bottom, right, top of the box around all glyphs. */
  readonly box: readonly [number, number, number, number]
  /** Advance width of each glyph. */
  readonly widths: readonly number[]
  /** Glyph of each Unicode code point. */
  readonly glyphs: ReadonlyMap<number, number>
}

/** Reads the tables `head`, `hhea`, `hmtx`, `OS/2`, `post`, `name` and `cmap`. Throws when one of them is not there. */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const table = tablesOf(bytes)
  const head = table('head')
  const os2 = table('OS/2')
  const scale = 1000 / head.getUint16(18)
  const em = (value: number) => Math.round(value * scale)
  return {
    bytes,
    postScriptName: postScriptName(table('name')),
    ascent: em(table('hhea').getInt16(4)),
    descent: em(table('hhea').getInt16(6)),
    capHeight: em(os2.getUint16(0) >= 2 ? os2.getInt16(88) : os2.getInt16(68)),
    italicAngle: table('post').getInt32(4) / 0x10000,
    box: [
      em(head.getInt16(36)),
      em(head.getInt16(38)),
      em(head.getInt16(40)),
      em(head.getInt16(42)),
    ],
    widths: advances(table('hmtx'), table('hhea').getUint16(34), table('maxp').getUint16(4)).map(
      em,
    ),
    glyphs: glyphsOf(table('cmap')),
  }
}

function tablesOf(bytes: Uint8Array): (tag: string) => DataView {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = new Map<string, DataView>()
  for (let entry = 12; entry < 12 + 16 * font.getUint16(4); entry += 16) {
    const start = bytes.byteOffset + font.getUint32(entry + 8)
    places.set(tagAt(font, entry), new DataView(bytes.buffer, start, font.getUint32(entry + 12)))
  }
  return (tag) => {
    const found = places.get(tag)
    if (!found) throw new Error(`The form font has no table \`${tag}\`, expected a TrueType font`)
    return found
  }
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)))
}

function advances(hmtx: DataView, measured: number, glyphs: number): number[] {
  // Glyphs after the last measured one share its width.
  return Array.from({ length: glyphs }, (_, glyph) =>
    hmtx.getUint16(4 * Math.min(glyph, measured - 1)),
  )
}

function postScriptName(table: DataView): string {
  const strings = table.getUint16(4)
  for (let record = 6; record < 6 + 12 * table.getUint16(2); record += 12) {
    const isWindows = table.getUint16(record) === 3
    if (!isWindows || table.getUint16(record + 6) !== 6) continue
    const start = strings + table.getUint16(record + 10)
    const units = Array.from({ length: table.getUint16(record + 8) / 2 }, (_, index) =>
      table.getUint16(start + 2 * index),
    )
    return String.fromCharCode(...units)
  }
  throw new Error('The form font has no PostScript name')
}

function glyphsOf(cmap: DataView): Map<number, number> {
  const subtables = new Map<number, DataView>()
  for (let record = 4; record < 4 + 8 * cmap.getUint16(2); record += 8) {
    const start = cmap.getUint32(record + 4)
    subtables.set(cmap.getUint16(start), new DataView(cmap.buffer, cmap.byteOffset + start))
  }
  const [ranges, segments] = [subtables.get(12), subtables.get(4)]
  if (ranges) return glyphsOfRanges(ranges)
  if (segments) return glyphsOfSegments(segments)
  throw new Error('The form font has no Unicode character map of format 4 or 12')
}

function glyphsOfRanges(table: DataView): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let group = 16; group < 16 + 12 * table.getUint32(12); group += 12) {
    const first = table.getUint32(group)
    for (let code = first; code <= table.getUint32(group + 4); code++)
      glyphs.set(code, table.getUint32(group + 8) + code - first)
  }
  return glyphs
}

function glyphsOfSegments(table: DataView): Map<number, number> {
  const glyphs = new Map<number, number>()
  const size = table.getUint16(6)
  for (let segment = 0; segment < size; segment += 2) {
    const start = table.getUint16(16 + size + segment)
    const delta = table.getUint16(16 + 2 * size + segment)
    const offsetAt = 16 + 3 * size + segment
    const offset = table.getUint16(offsetAt)
    for (let code = start; code <= table.getUint16(14 + segment) && code !== 0xffff; code++) {
      const listed = offset && table.getUint16(offsetAt + offset + 2 * (code - start))
      const glyph = offset && !listed ? 0 : ((listed || code) + delta) & 0xffff
      if (glyph) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
