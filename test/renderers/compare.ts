import type { Picture } from './picture.ts'
import { RESOLUTION } from './renderer.ts'

/** Where one picture has ink and another has not. */
export interface Difference {
  /** Square millimetres. */
  readonly area: number
  /** What encloses it: left, top, right and bottom, whole millimetres from the top left corner of the page. */
  readonly box: readonly number[]
}

/**
 * What one of two pictures of a page shows and the other does not. Programs put glyphs and thin rules on whole pixels,
 * and differ in the weight of both. So ink is measured in overlapping squares of half a millimetre, and looked for up
 * to a quarter of a millimetre away.
 */
export function compare(one: Picture, other: Picture): Difference {
  const [first, second] = [inkOf(one), inkOf(other)]
  if (first.columns !== second.columns || first.rows !== second.rows)
    throw new Error('Expected pictures of the same size')
  const squares = [...missing(first, second), ...missing(second, first)]
  return { area: squares.length * STEP_MM ** 2, box: enclosing(squares) }
}

/** Pixels from one square to the next. */
const STEP = 2
const STEP_MM = (STEP / RESOLUTION) * 25.4
/** Pixels of a side of a square. */
const SIDE = 4
/** The darkness of a box that can be filled in, of 255. */
const FILL = 12
/** Less darkness than this is no ink: a writing line, the faintest there is, has 12. */
const FAINT = 8

/** The darkness of each square, 0 to 255, row by row. */
interface Ink {
  readonly columns: number
  readonly rows: number
  readonly darkness: Uint8Array
}

function inkOf({ width, height, gray }: Picture): Ink {
  const columns = Math.floor((width - SIDE) / STEP) + 1
  const rows = Math.floor((height - SIDE) / STEP) + 1
  const darkness = new Uint8Array(columns * rows)
  const light = new Uint16Array(width)
  for (let row = 0; row < rows; row += 1) {
    light.fill(0)
    for (let line = row * STEP; line < row * STEP + SIDE; line += 1)
      for (let x = 0; x < width; x += 1) light[x]! += gray[line * width + x]!
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      for (let x = column * STEP; x < column * STEP + SIDE; x += 1) sum += light[x]!
      darkness[row * columns + column] = 255 - Math.round(sum / SIDE ** 2)
    }
  }
  return { columns, rows, darkness }
}

type Square = readonly [column: number, row: number]

/** The squares with ink that is not in the other picture. */
function missing({ columns, darkness }: Ink, other: Ink): Square[] {
  const around = darkest(darkest(other.darkness, 1), other.columns)
  const squares: Square[] = []
  for (let at = 0; at < darkness.length; at += 1)
    if (darkness[at]! > FAINT && isMissing(darkness[at]!, around[at]!))
      squares.push([at % columns, Math.floor(at / columns)])
  return squares
}

/** True when less than half of this darkness is there, or less than a third of what a box with this fill has besides. */
function isMissing(dark: number, there: number): boolean {
  return dark > FAINT + 2 * there || dark - FILL > FAINT + 3 * Math.max(0, there - FILL)
}

/** Gives each square the greatest darkness of itself and of the two at this distance. */
function darkest(darkness: Uint8Array, distance: number): Uint8Array {
  const result = darkness.slice()
  for (let at = distance; at < darkness.length; at += 1) {
    if (darkness[at - distance]! > result[at]!) result[at] = darkness[at - distance]!
    if (darkness[at]! > result[at - distance]!) result[at - distance] = darkness[at]!
  }
  return result
}

function enclosing(squares: readonly Square[]): number[] {
  const columns = squares.map(([column]) => column).sort((a, b) => a - b)
  const rows = squares.map(([, row]) => row).sort((a, b) => a - b)
  const ends = [columns[0], rows[0], columns.at(-1), rows.at(-1)]
  return ends.map((end = 0) => Math.round(end * STEP_MM))
}
