import type { Raster } from '../../model/paper.ts'

/** Side of a tile in which the paper counts as evenly lit, 7 mm. */
export const TILE = 55
/** Of the pixels of a tile, this part is as dark as its paper or darker. */
const PAPER = 0.8
/** Part of a tile that must be free of print to tell the paper. */
export const FREE = 0.15
/** Of the rows of a tile, one of so many tells. */
export const EACH = 2

/** The gray of the paper, tile by tile. */
export interface Paper {
  readonly columns: number
  readonly rows: number
  readonly gray: Float32Array
}

/** How light the paper is: in each tile the gray that a fifth of what is not printed exceeds. */
export function paperOf(
  { width, height, gray: form }: Raster,
  { gray }: Raster,
  mask: Uint8Array,
): Paper {
  const columns = Math.ceil(width / TILE)
  const rows = Math.ceil(height / TILE)
  const values = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const counts = new Uint32Array(256)
      let free = 0
      for (let y = row * TILE; y < Math.min(height, (row + 1) * TILE); y += EACH) {
        const end = y * width + Math.min(width, (column + 1) * TILE)
        for (let at = y * width + column * TILE; at < end; at++) {
          if (mask[at]) continue
          counts[Math.min(255, ((255 * gray[at]!) / form[at]! + 0.5) | 0)]! += 1
          free++
        }
      }
      const isEnough = free >= (FREE * TILE ** 2) / EACH
      values[row * columns + column] = isEnough ? part(counts, free * PAPER) : 0
    }
  return { columns, rows, gray: filled(values, columns) }
}

/** The value that so many of those counted do not exceed. */
export function part(counts: Uint32Array, wanted: number): number {
  let sum = 0
  for (const [value, count] of counts.entries()) {
    sum += count
    if (sum >= wanted) return Math.max(1, value)
  }
  return 255
}

/** Tiles full of print are as light as those around them. */
function filled(values: Float32Array, columns: number): Float32Array {
  const rows = values.length / columns
  return values.map((value, index) => {
    if (value > 0) return value
    const [x, y] = [index % columns, Math.floor(index / columns)]
    for (let far = 1; far < Math.max(columns, rows); far++) {
      const near: number[] = []
      for (let row = Math.max(0, y - far); row <= Math.min(rows - 1, y + far); row++)
        for (let column = Math.max(0, x - far); column <= Math.min(columns - 1, x + far); column++)
          if (values[row * columns + column]! > 0) near.push(values[row * columns + column]!)
      if (near.length > 0) return near.reduce((sum, one) => sum + one, 0) / near.length
    }
    return 255
  })
}

/** The gray of the paper at each pixel of a row, between the middles of tiles. */
export function lightsAlong(
  { columns, rows, gray }: Paper,
  y: number,
  width: number,
): Float32Array {
  const lights = new Float32Array(width)
  const row = between(y, rows)
  const light = (column: number): number =>
    gray[row.before * columns + column]! * (1 - row.share) +
    gray[row.after * columns + column]! * row.share
  const middles = Float32Array.from({ length: columns }, (_, column) => light(column))
  for (let x = 0; x < width; x++) {
    const place = x / TILE - 0.5
    const before = place <= 0 ? 0 : Math.min(columns - 1, place | 0)
    const after = Math.min(columns - 1, before + 1)
    const share = Math.max(0, Math.min(1, place - before))
    lights[x] = middles[before]! + (middles[after]! - middles[before]!) * share
  }
  return lights
}

function between(at: number, tiles: number): { before: number; after: number; share: number } {
  const place = at / TILE - 0.5
  const before = Math.max(0, Math.min(tiles - 1, Math.floor(place)))
  const after = Math.min(tiles - 1, before + 1)
  return { before, after, share: Math.max(0, Math.min(1, place - before)) }
}
