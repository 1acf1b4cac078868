import type { Raster } from '../../model/paper.ts'
import { type Homography, leastSquares, type Point } from './homography.ts'
import type { Size } from './raster.ts'

/** How a picture is bent against the form, in pixels of the form: what is printed at a place lies so far from there. */
export interface Bend {
  /** Pixels from one node to the next; the first is at 0, 0. */
  readonly step: number
  readonly columns: number
  readonly dx: Float32Array
  readonly dy: Float32Array
}

/** A piece of the form and how far from its place it was found. */
export interface Match extends Point {
  readonly dx: number
  readonly dy: number
  /** Correlation, up to 1. */
  readonly score: number
}

/** Pixels of the form, at 200 dpi, from one node of a bend to the next: 10 mm. */
const NODE = 80
/** Pixels at 200 dpi: pieces farther from what the others say are taken for mistaken, 0.6 mm. */
const LEAST_GUARD = 5
/** How far around a piece tells of the paper, 15 mm. */
const NEAR = 120

/** Pixels at 200 dpi by which a piece may lie beside what the others say, round by round; at the end 1.2 mm. */
export const GUARDS = [40, 25, 15, 10] as const
/** How many pieces a mark counts for. */
export const MARK = 4
/** How little a page is bent unless pieces say so. */
const STIFFNESS = 0.5

/** A smooth bend through what was found; mistaken pieces, which letters that repeat bring about, are left out. */
export function smooth(
  matches: readonly Match[],
  marks: readonly Point[],
  { width, height }: Size,
): Bend | undefined {
  const columns = Math.ceil(width / NODE) + 2
  const rows = Math.ceil(height / NODE) + 1
  if (matches.length < 6) return undefined
  const basis = basisFor(matches.length)
  const terms = (x: number, y: number): number[] => basis((2 * x) / width - 1, (2 * y) / height - 1)
  const size = terms(0, 0).length
  const fixed = marks.map(({ x, y }) => ({ row: terms(x, y), value: 0, weight: MARK }))
  const stiff = Array.from({ length: size }, (_, term) => ({
    row: Array.from({ length: size }, (_, other) => (other === term ? 1 : 0)),
    value: 0,
    weight: STIFFNESS,
  }))
  let kept = matches
  let across: number[] = []
  let down: number[] = []
  for (const most of GUARDS) {
    const solve = (value: (match: Match) => number) =>
      leastSquares(
        [
          ...fixed,
          ...stiff,
          ...kept.map((one) => ({
            row: terms(one.x, one.y),
            value: value(one),
            weight: one.score ** 2,
          })),
        ],
        size,
      )
    across = solve(({ dx }) => dx) ?? []
    down = solve(({ dy }) => dy) ?? []
    if (across.length === 0 || down.length === 0) return undefined
    const errors = matches.map((one) => Math.hypot(...restOf(one, terms, across, down)))
    const usual = errors.toSorted((a, b) => a - b)[Math.floor(errors.length / 2)]!
    const guard = Math.max(LEAST_GUARD, Math.min(most, 3 * usual))
    kept = matches.filter((_, index) => errors[index]! <= guard)
  }
  const dx = new Float32Array(columns * rows)
  const dy = new Float32Array(columns * rows)
  const rests = kept.map((one) => ({ ...one, rest: restOf(one, terms, across, down) }))
  for (let index = 0; index < dx.length; index++) {
    const x = (index % columns) * NODE
    const y = Math.floor(index / columns) * NODE
    const row = terms(x, y)
    let [weights, restX, restY] = [0.5, 0, 0]
    for (const one of rests) {
      const weight = one.score * Math.exp(-((one.x - x) ** 2 + (one.y - y) ** 2) / (2 * NEAR ** 2))
      weights += weight
      restX += weight * one.rest[0]
      restY += weight * one.rest[1]
    }
    dx[index] = dot(across, row) + restX / weights
    dy[index] = dot(down, row) + restY / weights
  }
  return { step: NODE, columns, dx, dy }
}

function restOf(
  { x, y, dx, dy }: Match,
  terms: (x: number, y: number) => number[],
  across: readonly number[],
  down: readonly number[],
): [number, number] {
  const row = terms(x, y)
  return [dx - dot(across, row), dy - dot(down, row)]
}

/** The more pieces, the more a page may be bent. */
function basisFor(pieces: number): (x: number, y: number) => number[] {
  if (pieces < 12) return (x, y) => [1, x, y]
  if (pieces < 30) return (x, y) => [1, x, y, x * x, x * y, y * y]
  return (x, y) => [1, x, y, x * x, x * y, y * y, x ** 3, x * x * y, x * y * y, y ** 3]
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0)
}

export function bentAt({ step, columns, dx, dy }: Bend, x: number, y: number): Point {
  const [column, row] = [Math.floor(x / step), Math.floor(y / step)]
  const [u, v] = [x / step - column, y / step - row]
  const at = row * columns + column
  const between = (values: Float32Array): number =>
    (values[at]! * (1 - u) + values[at + 1]! * u) * (1 - v) +
    (values[at + columns]! * (1 - u) + values[at + columns + 1]! * u) * v
  return { x: between(dx), y: between(dy) }
}

/** The picture as if it lay on the form; what is beyond its rim is white. */
export function warp(
  picture: Raster,
  h: Homography,
  { width, height }: Size,
  bend: Bend = UNBENT,
): Raster {
  const gray = new Uint8Array(width * height).fill(255)
  const { gray: source, width: wide, height: high } = picture
  const [h0, h1, h2, h3, h4, h5, h6, h7, h8] = h as Numbers9
  const { step } = bend
  for (let y = 0; y < height; y++)
    for (let start = 0; start < width; start += step) {
      // From one node to the next, all but the perspective is linear.
      const end = Math.min(width, start + step)
      const from = bentAt(bend, start, y)
      const to = bentAt(bend, start + step, y)
      const [rightwards, downwards] = [1 + (to.x - from.x) / step, (to.y - from.y) / step]
      const [fx, fy] = [start + 0.5 + from.x, y + 0.5 + from.y]
      let across = h0 * fx + h1 * fy + h2
      let down = h3 * fx + h4 * fy + h5
      let depth = h6 * fx + h7 * fy + h8
      const acrossBy = h0 * rightwards + h1 * downwards
      const downBy = h3 * rightwards + h4 * downwards
      const depthBy = h6 * rightwards + h7 * downwards
      for (let at = y * width + start, last = y * width + end; at < last; at++) {
        const sx = across / depth - 0.5
        const sy = down / depth - 0.5
        across += acrossBy
        down += downBy
        depth += depthBy
        if (!(sx >= 0 && sy >= 0 && sx < wide - 1 && sy < high - 1)) continue
        const left = sx | 0
        const top = sy | 0
        const u = sx - left
        const from = top * wide + left
        const upper = source[from]! + (source[from + 1]! - source[from]!) * u
        const lower = source[from + wide]! + (source[from + wide + 1]! - source[from + wide]!) * u
        gray[at] = upper + (lower - upper) * (sy - top) + 0.5
      }
    }
  return { width, height, gray }
}

type Numbers9 = [number, number, number, number, number, number, number, number, number]

/** One node, and nothing bent around it. */
const UNBENT: Bend = { step: 1e6, columns: 2, dx: new Float32Array(6), dy: new Float32Array(6) }
