import type { FormPage, Traces } from '../../model/paper.ts'
import { differ } from './decide.ts'
import type { Ink } from './ink.ts'

/** Side of the squares in which a page has ink or has none, 0.6 mm. */
const SQUARE = 5
/** Pixels of ink in a square that has some. */
const LEAST = 5
/** Squares with ink that are enough to know a sheet by, and the part of them that lies on the other picture as well. */
const [ENOUGH, SAME] = [60, 0.8]
/** Side of a window in squares, 6 mm, and how many in it may lie on one picture alone: fewer than of the smallest tick. */
const [WINDOW, ALONE] = [10, 3]

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
  return { columns, squares }
}

interface SeenSheet extends Pick<FormPage, 'boxes'> {
  readonly traces: Traces
}

/**
 * Whether two pictures of a page show the same sheet; not where there is too little on it to tell. Two copies may have been filled in alike by a
 * program, so that nowhere may one have a mark that the other lacks.
 */
export function isSameSheet(one: SeenSheet, other: SeenSheet): boolean {
  return (
    !differ(one.boxes, other.boxes) &&
    liesOn(one.traces, other.traces) &&
    liesOn(other.traces, one.traces)
  )
}

function liesOn({ squares, columns }: Traces, other: Traces): boolean {
  if (squares.length < ENOUGH) return false
  const most = (1 - SAME) * squares.length
  const near = nearOf(other)
  const alone: number[] = []
  for (const at of squares) if (!near[at] && alone.push(at) > most) return false
  return alone.every((at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    const close = alone.filter(
      (two) =>
        Math.abs(Math.floor(two / columns) - row) <= WINDOW / 2 &&
        Math.abs((two % columns) - column) <= WINDOW / 2,
    )
    return close.length <= ALONE
  })
}

const nearBy = new WeakMap<Traces, Uint8Array>()

/** 1 for each square with ink, and next to one. */
function nearOf(traces: Traces): Uint8Array {
  const known = nearBy.get(traces)
  if (known) return known
  const { columns, squares } = traces
  const near = new Uint8Array((squares.at(-1) ?? 0) + columns + 2)
  for (const at of squares)
    for (const row of [at - columns, at, at + columns])
      for (const one of [row - 1, row, row + 1]) near[one] = 1
  nearBy.set(traces, near)
  return near
}
