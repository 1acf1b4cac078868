import type { Raster } from '../../model/paper.ts'
import { type Homography, leastSquares, type Point } from './homography.ts'
import { half, type Size } from './raster.ts'

/** How a picture is bent against the form, in pixels of the form: what is printed at a place lies so far from there. */
interface Bend {
  /** Pixels from one node to the next; the first is at 0, 0. */
  readonly step: number
  readonly columns: number
  readonly dx: Float32Array
  readonly dy: Float32Array
}

/** A piece of the form and how far from its place it was found. */
interface Match extends Point {
  readonly dx: number
  readonly dy: number
  /** Correlation, up to 1. */
  readonly score: number
}

/** Pixels of the form, at 200 dpi, from one node of a bend to the next: 10 mm. */
const NODE = 80
/** Correlation from which a piece counts as found. */
const FOUND = 0.5
/** By how much it correlates better at its place than at any other. */
const PLAIN = 0.12
/** Standard deviation of a piece with enough print to be found by. */
const TEXTURE = 8

/**
 * Searches at 50 dpi for ±2 mm; for ±5 mm where too little was found, as on a sheet that curls, and the same again around that where it is
 * bent far; and at 100 dpi for ±1 mm around what was found.
 */
const NEAR_BY = { halvings: 2, radius: 4, tile: 48, pace: 28 } as const
const FAR_OFF = { ...NEAR_BY, radius: 10 } as const
const EXACT = { halvings: 1, radius: 4, tile: 64, pace: 56 } as const
/** Part of the pieces that are found near by on a flat sheet, and pixels by which it may be bent, 1 mm. */
const FLAT = { found: 0.5, bend: 8 } as const
/** Pixels of a bend beyond which a search may have missed what is bent most, 3 mm. */
const FAR = 24

/**
 * Lays the picture over the form by the homography of its marks alone, and then as it is bent.
 *
 * @param marks the middles of the marks on the form, where the homography is right
 */
export function alignTo(
  blank: Raster,
  picture: Raster,
  homography: Homography,
  marks: readonly Point[],
): { readonly aligned: Raster; readonly found: number } {
  const straight = warp(half(picture, 1), halved(homography), half(blank, 1))
  const look = (
    { halvings, ...search }: Omit<Search, 'scale' | 'bend'> & { readonly halvings: number },
    bend?: Bend,
  ): Look => {
    const scale = 2 ** halvings
    const [form, copy] = [half(blank, halvings), half(straight, halvings - 1)]
    const { matches, pieces } = match(form, copy, { ...search, scale, bend })
    const sound = matches.filter(({ score }) => score >= FOUND)
    const found = matches.length === 0 ? 0 : sound.length / matches.length
    return { found, share: sound.length / pieces, bend: smooth(sound, marks, blank) }
  }
  let roughly = look(NEAR_BY)
  if (roughly.share < FLAT.found || bendOf(roughly) > FLAT.bend) roughly = look(FAR_OFF)
  if (bendOf(roughly) > FAR) roughly = look(FAR_OFF, roughly.bend)
  const { bend, found } = look(EXACT, roughly.bend)
  return { aligned: warp(picture, homography, blank, bend), found }
}

/** What one search over the whole page gives. */
interface Look {
  readonly bend: Bend | undefined
  /** Of the pieces that have a place, and of all, the part that is like the form there. */
  readonly found: number
  readonly share: number
}

/** Pixels by which a page is bent where it is bent most. */
function bendOf({ bend }: Look): number {
  let most = 0
  for (const [index, dy] of bend?.dy.entries() ?? [])
    most = Math.max(most, Math.hypot(dy, bend!.dx[index]!))
  return most
}

/** The same between pictures of half the size. */
function halved(h: Homography): Homography {
  return h.map((value, index) =>
    index === 2 || index === 5 ? value / 2 : index > 5 && index < 8 ? 2 * value : value,
  )
}

interface Search {
  readonly scale: number
  readonly radius: number
  readonly tile: number
  readonly pace: number
  readonly bend: Bend | undefined
}

/** Finds each piece of the form that has some print on it; places and lengths at 200 dpi. */
function match(form: Raster, copy: Raster, { scale, radius, tile, pace, bend }: Search) {
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

/** Pixels at 200 dpi: pieces farther from what the others say are taken for mistaken, 0.6 mm. */
const LEAST_GUARD = 5
/** How far around a piece tells of the paper, 15 mm. */
const NEAR = 120

/** Pixels at 200 dpi by which a piece may lie beside what the others say, round by round; at the end 1.2 mm. */
const GUARDS = [40, 25, 15, 10] as const
/** How many pieces a mark counts for. */
const MARK = 4
/** How little a page is bent unless pieces say so. */
const STIFFNESS = 0.5

/** A smooth bend through what was found; mistaken pieces, which letters that repeat bring about, are left out. */
function smooth(
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

function bentAt({ step, columns, dx, dy }: Bend, x: number, y: number): Point {
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
