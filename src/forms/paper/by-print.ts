import type { Raster } from '../../model/paper.ts'
import { warp } from './bend.ts'
import { fitHomography, type Homography, type Point, product } from './homography.ts'
import { blurred, half, type Size } from './raster.ts'

/** A page of a form by which it is known without marks: its print at 50 dots per inch. */
export interface Sketch {
  /** The first digits of the form's hash, as marks have them. */
  readonly hash: string
  /** Counted from 0. */
  readonly page: number
  readonly print: Raster
}

/** What a picture may show, and how that would lie on it. */
export interface Guess {
  readonly hash: string
  readonly page: number
  /** From pixels of the form at 200 dpi to those of the picture. */
  readonly homography: Homography
  /** How alike both are, up to 1. */
  readonly score: number
}

/** How often a picture at 200 dpi is halved to be a sketch. */
const HALVINGS = 2
const LARGER = 2 ** HALVINGS
/** Dots per inch of a sketch. */
export const SKETCH_DPI = 50
const PER_MM = SKETCH_DPI / 25.4
/** Degrees by which a sheet lies askew at most, and in which steps that is tried. */
const [ASKEW, STEP] = [8, 0.25]
/** How large the form may be on a picture: on that of a scan as it is, on a photograph smaller. */
const SCALES = Array.from({ length: 20 }, (_, index) => 0.72 + 0.02 * index)
/** Pixels by which the middle of a form may lie beside that of its picture, 40 mm. */
const SHIFT = Math.round(40 * PER_MM)
/** How many pages are compared as a whole after their lines were. */
const FINALISTS = 8

/** Which pages a picture is most like, the best first: by where their lines are, and then by all of their print. */
export function guessesFor(picture: Raster, sketches: readonly Sketch[]): Guess[] {
  const small = half(picture, HALVINGS)
  const whole = guessesOn(small, FLAT, sketches)
  const sheet = (whole[0]?.score ?? 1) < PLAIN ? sheetOn(small) : undefined
  const laid = sheet
    ? guessesOn(warp(small, sheet.homography, sheet.size), sheet.homography, sketches)
    : []
  return [...whole, ...laid].sort((one, other) => other.score - one.score)
}

/** How alike a form and a picture are that are certainly the same. */
const PLAIN = 0.5
const FLAT: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/** @param from from the pixels of the picture to those of the one at 50 dpi */
function guessesOn(picture: Raster, from: Homography, sketches: readonly Sketch[]): Guess[] {
  const print = printOn(picture)
  const angle = uprightBy(print)
  const candidates = [angle, angle + 180].flatMap((degrees) => {
    const shown = rotated(print, degrees)
    const rows = profileOf(shown.raster, 'rows')
    return sketches.map((sketch) => ({
      ...{ sketch, shown },
      ...likeliest(profileOf(sketch.print, 'rows'), rows, SCALES),
    }))
  })
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .slice(0, FINALISTS)
    .map(({ sketch: { hash, page, print: form }, shown, ...down }) => {
      const columns = profileOf(shown.raster, 'columns')
      const across = likeliest(profileOf(form, 'columns'), columns, [down.scale])
      const placed = settled(form, shown.raster, { ...down, across: across.at, down: down.at })
      const homography = product(
        product([LARGER, 0, 0, 0, LARGER, 0, 0, 0, 1], from),
        product(placing(placed, shown), [1 / LARGER, 0, 0, 0, 1 / LARGER, 0, 0, 0, 1]),
      )
      return { hash, page, score: placed.score, homography }
    })
}

/** Part of a photograph that a sheet fills, and millimetres of the longer side of one. */
const FILLS = 0.25
const LONGER = 297

/** The sheet of paper on a darker table: how it lies on a picture, and the size at which it is a sketch. */
function sheetOn(picture: Raster): { homography: Homography; size: Size } | undefined {
  const { width, height, gray } = blurred(picture)
  const bright = largestBright({ width, height, gray })
  if (bright.length < FILLS * width * height) return undefined
  const corner = (along: 1 | -1, down: 1 | -1): Point => {
    let [x, y, most] = [0, 0, Number.NEGATIVE_INFINITY]
    for (const at of bright) {
      const [column, row] = [at % width, Math.floor(at / width)]
      const far = along * column + down * row
      if (far > most) [x, y, most] = [column, row, far]
    }
    return { x, y }
  }
  const corners = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] as const
  const [a, b, c, d] = corners
  const length = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)
  const [wide, high] = [length(a, b) + length(d, c), length(a, d) + length(b, c)]
  const by = (LONGER * PER_MM) / Math.max(wide, high)
  const size = { width: Math.round(wide * by), height: Math.round(high * by) }
  const square = [
    { x: 0, y: 0 },
    { x: size.width, y: 0 },
    { x: size.width, y: size.height },
    { x: 0, y: size.height },
  ]
  const pairs = square.map((from, index) => ({ from, to: corners[index]! }))
  const homography = fitHomography(pairs, false)
  return homography && { homography, size }
}

/** The largest area of a picture that is lighter than most of what is around it: its pixels. */
function largestBright({ width, gray }: Raster): number[] {
  const limit = thresholdOf(gray)
  const left = gray.map((value) => (value > limit ? 1 : 0))
  let largest: number[] = []
  for (let first = 0; first < left.length; first++) {
    if (!left[first]) continue
    left[first] = 0
    const area = [first]
    for (const at of area)
      for (const near of [at - 1, at + 1, at - width, at + width])
        if (left[near] && Math.abs((near % width) - (at % width)) < 2) {
          left[near] = 0
          area.push(near)
        }
    if (area.length > largest.length) largest = area
  }
  return largest
}

/** The gray that parts a picture into two whose values differ least (N. Otsu, 1979). */
function thresholdOf(gray: Uint8Array): number {
  const counts = new Float64Array(256)
  for (const value of gray) counts[value]!++
  const all = counts.reduce((sum, count, value) => sum + count * value, 0)
  let [best, apart, count, sum] = [0, 0, 0, 0]
  for (let value = 0; value < 255; value++) {
    count += counts[value]!
    sum += counts[value]! * value
    const rest = gray.length - count
    if (count === 0 || rest === 0) continue
    const between = count * rest * (sum / count - (all - sum) / rest) ** 2
    if (between > apart) [best, apart] = [value, between]
  }
  return best
}

/** How much darker each pixel is than the paper around it: 0 is paper, 255 print. */
export function printOn(raster: Raster): Raster {
  const { width, height } = raster
  const paper = half(raster, 3)
  const lit = blurred(lightest(blurred(paper)))
  const gray = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const white =
        lit.gray[Math.min(lit.height - 1, y >> 3) * lit.width + Math.min(lit.width - 1, x >> 3)]!
      const value = raster.gray[at]!
      if (value < white) gray[at] = 255 - (255 * value) / white
    }
  return { width, height, gray }
}

/** The lightest of each pixel and its eight neighbours. */
function lightest({ width, height, gray }: Raster): Raster {
  const light = gray.slice()
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [row, column] = [y + dy, x + dx]
          if (row < 0 || column < 0 || row >= height || column >= width) continue
          const at = y * width + x
          light[at] = Math.max(light[at]!, gray[row * width + column]!)
        }
  return { width, height, gray: light }
}

/** Degrees by which the lines of a print are turned, up to half a turn: where they are told apart best. */
function uprightBy(print: Raster): number {
  const { width, height, gray } = half(print, 1)
  const dots: [x: number, y: number, dark: number][] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const dark = gray[y * width + x]!
      if (dark > 20) dots.push([x - width / 2, y - height / 2, dark])
    }
  let [best, sharpest] = [0, 0]
  const size = Math.ceil(Math.hypot(width, height))
  for (const quarter of [0, 90])
    for (let askew = -ASKEW; askew <= ASKEW; askew += STEP) {
      const angle = ((quarter + askew) * Math.PI) / 180
      const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
      const rows = new Float64Array(size + 1)
      for (const [x, y, dark] of dots) rows[Math.round(y * cosine - x * sine + size / 2)]! += dark
      const sharp = rows.reduce((sum, row, at) => sum + (row - (rows[at - 1] ?? row)) ** 2, 0)
      if (sharp > sharpest) [best, sharpest] = [quarter + askew, sharp]
    }
  return best
}

/** A print turned so that its lines are level, and back from there: by its middle, `x * cosine - y * sine` and so on. */
interface Turned {
  readonly raster: Raster
  readonly of: Raster
  readonly sine: number
  readonly cosine: number
}

function rotated(of: Raster, degrees: number): Turned {
  const angle = (degrees * Math.PI) / 180
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const width = Math.ceil(Math.abs(of.width * cosine) + Math.abs(of.height * sine))
  const height = Math.ceil(Math.abs(of.width * sine) + Math.abs(of.height * cosine))
  const gray = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [fromX, fromY] = [x - width / 2, y - height / 2]
      const sourceX = Math.round(fromX * cosine - fromY * sine + of.width / 2)
      const sourceY = Math.round(fromX * sine + fromY * cosine + of.height / 2)
      if (sourceX >= 0 && sourceY >= 0 && sourceX < of.width && sourceY < of.height)
        gray[at] = of.gray[sourceY * of.width + sourceX]!
    }
  return { raster: { width, height, gray }, of, sine, cosine }
}

const profiles = new WeakMap<Raster, Partial<Record<'rows' | 'columns', Float32Array>>>()

/** How much print is in each row or column, less what is usual around it. */
function profileOf(raster: Raster, along: 'rows' | 'columns'): Float32Array {
  const known = profiles.get(raster) ?? {}
  profiles.set(raster, known)
  const before = known[along]
  if (before) return before
  const { width, height, gray } = raster
  const sums = new Float32Array(along === 'rows' ? height : width)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) sums[along === 'rows' ? y : x]! += gray[at]!
  const flat = sums.map((sum, at) => {
    const near = sums.subarray(Math.max(0, at - USUAL), at + USUAL + 1)
    const own = (sums[at - 1] ?? sum) + 2 * sum + (sums[at + 1] ?? sum)
    return own / 4 - near.reduce((all, one) => all + one, 0) / near.length
  })
  known[along] = flat
  return flat
}

/** Pixels around a line that tell what is usual, 8 mm. */
const USUAL = 16

/** At which scale, and how far from the middle, a profile is most like another. */
function likeliest(
  form: Float32Array,
  picture: Float32Array,
  scales: readonly number[],
): { scale: number; at: number; score: number } {
  let best = { scale: 1, at: 0, score: -1 }
  for (const scale of scales) {
    const size = Math.round(form.length * scale)
    const scaled = Float32Array.from(
      { length: size },
      (_, index) => form[Math.floor(index / scale)] ?? 0,
    )
    const spread = scaled.reduce((sum, one) => sum + one * one, 0)
    const middle = Math.round((picture.length - size) / 2)
    for (let shift = -SHIFT; shift <= SHIFT; shift++) {
      const start = middle + shift
      let [product, other] = [0, 0]
      for (
        let index = Math.max(0, -start);
        index < Math.min(size, picture.length - start);
        index++
      ) {
        const seen = picture[start + index]!
        product += scaled[index]! * seen
        other += seen * seen
      }
      const score = product / Math.sqrt(spread * other + 1)
      if (score > best.score) best = { scale, at: start, score }
    }
  }
  return best
}

/** Where a form lies on a print that is upright: how large it is, and where its top left corner is. */
interface Placed {
  readonly scale: number
  readonly across: number
  readonly down: number
  readonly score: number
}

/** Looks around for the place at which all of the print fits best. */
function settled(form: Raster, picture: Raster, start: Placed): Placed {
  const [soft, seen] = [blurred(form), blurred(picture)]
  let best = { ...start, score: likeness(soft, seen, start) }
  for (const step of [4, 2, 1]) {
    const around = best
    for (const scale of [-1, 0, 1].map((by) => around.scale + (by * step) / 250))
      for (const dx of [-step, 0, step])
        for (const dy of [-step, 0, step]) {
          // Around the middle, so that scale and place do not depend on each other.
          const grow = (around.scale - scale) / 2
          const across = around.across + grow * form.width + dx
          const down = around.down + grow * form.height + dy
          const score = likeness(soft, seen, { scale, across, down })
          if (score > best.score) best = { scale, across, down, score }
        }
  }
  return best
}

/** Correlation of a form with what lies at a place, of one in four pixels. */
function likeness(
  form: Raster,
  picture: Raster,
  { scale, across, down }: Omit<Placed, 'score'>,
): number {
  let [count, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0]
  for (let y = 0; y < form.height; y += 2) {
    const row = Math.round(y * scale + down)
    for (let x = 0; x < form.width; x += 2) {
      const column = Math.round(x * scale + across)
      const isThere = row >= 0 && column >= 0 && row < picture.height && column < picture.width
      const own = form.gray[y * form.width + x]!
      const seen = isThere ? picture.gray[row * picture.width + column]! : 0
      count++
      a += own
      b += seen
      aa += own * own
      bb += seen * seen
      ab += own * seen
    }
  }
  const spread = (aa - (a * a) / count) * (bb - (b * b) / count)
  return spread <= 0 ? 0 : (ab - (a * b) / count) / Math.sqrt(spread)
}

/** From the pixels of a sketch to those of the picture on which it was placed. */
function placing(
  { scale, across, down }: Placed,
  { raster, of, sine, cosine }: Turned,
): Homography {
  const [x, y] = [across - raster.width / 2, down - raster.height / 2]
  return [
    ...[scale * cosine, -scale * sine, x * cosine - y * sine + of.width / 2],
    ...[scale * sine, scale * cosine, x * sine + y * cosine + of.height / 2],
    ...[0, 0, 1],
  ]
}
