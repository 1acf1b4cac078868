import { concat } from '../../../pdf/bytes.ts'

/** Bytes of the head of a font and of the entry of each table in it. */
const [HEAD, ENTRY] = [12, 16]

/** A table of a TrueType font. */
export interface Table {
  readonly tag: string
  readonly checksum: number
  readonly bytes: Uint8Array
}

/** The tables of a font in their order (OpenType 1.9, “Font file”). */
export function tablesIn(font: Uint8Array): Table[] {
  const view = viewOf(font)
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = HEAD + ENTRY * index
    const start = view.getUint32(at + 8)
    return {
      tag: String.fromCharCode(...font.subarray(at, at + 4)),
      checksum: view.getUint32(at + 4),
      bytes: font.subarray(start, start + view.getUint32(at + 12)),
    }
  })
}

/** A table that was made. */
export function tableOf(tag: string, bytes: Uint8Array): Table {
  const view = viewOf(padded(bytes))
  let checksum = 0
  for (let at = 0; at < view.byteLength; at += 4) checksum = (checksum + view.getUint32(at)) >>> 0
  return { tag, checksum, bytes }
}

/** A font like this one with other tables, in this order. */
export function withTables(font: Uint8Array, tables: readonly Table[]): Uint8Array {
  const head = font.slice(0, HEAD)
  const power = Math.floor(Math.log2(tables.length))
  const search = ENTRY * 2 ** power
  for (const [index, value] of [
    tables.length,
    search,
    power,
    ENTRY * tables.length - search,
  ].entries())
    viewOf(head).setUint16(4 + 2 * index, value)
  let at = HEAD + ENTRY * tables.length
  const entries = tables.map(({ tag, checksum, bytes }) => {
    const entry = new Uint8Array(ENTRY)
    for (let index = 0; index < 4; index += 1) entry[index] = tag.charCodeAt(index)
    for (const [index, value] of [checksum, at, bytes.length].entries())
      viewOf(entry).setUint32(4 + 4 * index, value)
    at += padded(bytes).length
    return entry
  })
  return concat([head, ...entries, ...tables.map(({ bytes }) => padded(bytes))])
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(4 * Math.ceil(bytes.length / 4))
  whole.set(bytes)
  return whole
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
