import type { Raster } from '../../model/paper.ts'
import { type Bend, bentAt, type Match } from './bend.ts'
import type { Point } from './homography.ts'

/** By how much it correlates better at its place than at any other. */
const PLAIN = 0.12
/** Standard deviation of a piece with enough print to be found by. */
const TEXTURE = 8

export interface Search {
  readonly scale: number
  readonly radius: number
  readonly tile: number
  readonly pace: number
  readonly bend: Bend | undefined
}

/** Finds each piece of the form that has some print on it; places and lengths at 200 dpi. */
export function match(form: Raster, copy: Raster, { scale, radius, tile, pace, bend }: Search) {
  const matches: Match[] = []
  let pieces = 0
  const [ownSums, sums] = [sumsOf(form), sumsOf(copy)]
  for (let top = 0; top + tile <= form.height; top += pace)
    for (let left = 0; left + tile <= form.width; left += pace) {
      const own = momentsOf(ownSums, { left, top, tile })
      if (own.spread < TEXTURE ** 2 * tile * Math.ceil(tile / EACH)) continue
      pieces++
      const [x, y] = [(left + tile / 2) * scale, (top + tile / 2) * scale]
      const expected = bend ? bentAt(bend, x, y) : { x: 0, y: 0 }
      const best = search(
        { form, copy, left, top, tile, own, sums },
        Math.round(expected.x / scale),
        Math.round(expected.y / scale),
        radius,
      )
      if (best) matches.push({ x, y, dx: best.x * scale, dy: best.y * scale, score: best.score })
    }
  return { matches, pieces }
}

interface Piece extends Area {
  readonly form: Raster
  readonly copy: Raster
  /** Of the piece itself: its sum, and how far it is from even. */
  readonly own: Moments
  readonly sums: Sums
}

type Area = Readonly<Record<'left' | 'top' | 'tile', number>>

function search(
  piece: Piece,
  aroundX: number,
  aroundY: number,
  radius: number,
): (Point & { score: number }) | undefined {
  const side = 2 * radius + 1
  const scores = new Float32Array(side * side)
  let best = 0
  for (let index = 0; index < scores.length; index++) {
    const dx = aroundX + (index % side) - radius
    const dy = aroundY + Math.floor(index / side) - radius
    scores[index] = correlation(piece, dx, dy)
    if (scores[index]! > scores[best]!) best = index
  }
  const [column, row] = [best % side, Math.floor(best / side)]
  const isElsewhere = scores.some(
    (score, index) =>
      score > scores[best]! - PLAIN &&
      Math.max(Math.abs((index % side) - column), Math.abs(Math.floor(index / side) - row)) > 2,
  )
  // A line is the same all along, and a row of boxes looks like the next.
  if (isElsewhere) return undefined
  // At the rim of what was looked at, the true place may lie outside.
  if (column === 0 || row === 0 || column === side - 1 || row === side - 1) return undefined
  return {
    x: aroundX + column - radius + peak(scores[best - 1]!, scores[best]!, scores[best + 1]!),
    y: aroundY + row - radius + peak(scores[best - side]!, scores[best]!, scores[best + side]!),
    score: scores[best]!,
  }
}

/** Of the rows of a piece, one of so many is compared. */
const EACH = 2

function correlation({ form, copy, left, top, tile, own, sums }: Piece, dx: number, dy: number) {
  if (left + dx < 0 || top + dy < 0) return -1
  if (left + dx + tile > copy.width || top + dy + tile > copy.height) return -1
  const { gray: formGray } = form
  const { gray: copyGray } = copy
  let product = 0
  for (let row = 0; row < tile; row += EACH) {
    let a = (top + row) * form.width + left
    let b = (top + row + dy) * copy.width + left + dx
    for (const end = a + tile; a < end; a++, b++)
      product = (product + Math.imul(formGray[a]!, copyGray[b]!)) | 0
  }
  const seen = momentsOf(sums, { left: left + dx, top: top + dy, tile })
  const variance = seen.spread * own.spread
  const count = tile * Math.ceil(tile / EACH)
  return variance <= 0 ? -1 : (product - (seen.sum * own.sum) / count) / Math.sqrt(variance)
}

/** The sum of the grays of an area, and that of the squares of their distances from their mean. */
interface Moments {
  readonly sum: number
  readonly spread: number
}

/**
 * For each pixel the sums, of grays and of their squares, of all that is left of it and above in each other row; modulo 2³², which those of a
 * piece stay far below.
 */
interface Sums {
  readonly width: number
  readonly grays: Uint32Array
  readonly squares: Uint32Array
}

function sumsOf({ width, height, gray }: Raster): Sums {
  const wide = width + 1
  const grays = new Uint32Array(wide * (height + EACH))
  const squares = new Uint32Array(grays.length)
  for (let y = 0; y < height; y++) {
    let [sum, square] = [0, 0]
    for (let x = 0, at = y * width, to = (y + EACH) * wide + 1; x < width; x++, at++, to++) {
      const value = gray[at]!
      sum += value
      square += value * value
      grays[to] = grays[to - EACH * wide]! + sum
      squares[to] = squares[to - EACH * wide]! + square
    }
  }
  return { width: wide, grays, squares }
}

function momentsOf({ width, grays, squares }: Sums, { left, top, tile }: Area): Moments {
  const rows = Math.ceil(tile / EACH)
  const from = top * width + left
  const to = (top + EACH * rows) * width + left
  const within = (sums: Uint32Array): number =>
    (sums[to + tile]! - sums[to]! - sums[from + tile]! + sums[from]!) >>> 0
  const sum = within(grays)
  return { sum, spread: within(squares) - sum ** 2 / (tile * rows) }
}

/** Where between three values, of which the middle one is the largest, the top of a parabola through them lies. */
function peak(before: number, top: number, after: number): number {
  const curve = before - 2 * top + after
  return curve >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve)))
}
