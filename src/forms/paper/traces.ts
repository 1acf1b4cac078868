import type { Ink } from './ink.ts'

/** Side of the squares in which a page has ink or has none, 0.6 mm. */
const SQUARE = 5
/** Pixels of ink in a square that has some. */
const LEAST = 5
/** Squares with ink that are enough to know a sheet by, and the part of them that lies on the other picture as well. */
const [ENOUGH, SAME] = [60, 0.8]

/** Where a page has ink, by which a sheet is known again that was scanned twice: what two people write never lies in the same places. */
export interface Traces {
  readonly columns: number
  /** The squares with ink, row by row. */
  readonly squares: Uint32Array
}

export function tracesOf({ width, height, level }: Ink): Traces {
  const columns = Math.floor(width / SQUARE)
  const rows = Math.floor(height / SQUARE)
  const counts = new Uint8Array(columns * rows)
  for (let at = level.indexOf(2); at >= 0; at = level.indexOf(2, at + 1)) {
    const [row, column] = [Math.floor(at / width / SQUARE), Math.floor((at % width) / SQUARE)]
    if (row < rows && column < columns) counts[row * columns + column]!++
  }
  const squares: number[] = []
  for (const [at, count] of counts.entries()) if (count >= LEAST) squares.push(at)
  return { columns, squares: Uint32Array.from(squares) }
}

/** Whether two pictures of a page show the same sheet; not where there is too little on it to tell. */
export function isSameSheet(one: Traces, other: Traces): boolean {
  return liesOn(one, other) && liesOn(other, one)
}

function liesOn({ squares }: Traces, { columns, squares: others }: Traces): boolean {
  const near = new Set<number>()
  for (const at of others)
    for (const row of [at - columns, at, at + columns])
      for (const one of [row - 1, row, row + 1]) near.add(one)
  const found = squares.reduce((sum, at) => sum + (near.has(at) ? 1 : 0), 0)
  return squares.length >= ENOUGH && found >= SAME * squares.length
}
