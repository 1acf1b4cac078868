import type { Place, Raster } from '../../model/paper.ts'
import { EACH, FREE, lightsAlong, type Paper, paperOf, part, TILE } from './light.ts'
import { blurred, grown } from './raster.ts'
import { type Tone, toneOf } from './tone.ts'

/** Dots per inch of the form to which pictures are fitted. */
export const FORM_DPI = 200
/** Pixels a millimetre, and pixels a point. */
export const PER_MM = FORM_DPI / 25.4
export const PER_POINT = FORM_DPI / 72
const SQUARE_MM = PER_MM ** 2

/** Gray from which on nothing counts as printed: boxes have a tint of a twentieth. */
const PALEST = 236
/** Pixels around what is printed that are not looked at, 0.4 mm. */
const AROUND_PRINT = 3
/** Contrast of ink, of faint ink, and of print. */
const [STRONG, FAINT, PRINTED] = [0.15, 0.07, 0.2]
/** Gray below which the form is printed in dark ink, and pixels by which it may lie beside its place. */
const [DARK, OFF] = [160, 2]

/** A rectangle of pixels: from `left` and `top` up to but not including `right` and `bottom`. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where there is ink on a picture that is not on the form. */
export interface Ink {
  readonly width: number
  readonly height: number
  /** By pixel: 0 nothing, 1 faint, 2 strong. */
  readonly level: Uint8Array
  /** 1 where the form is printed and nothing can be told. */
  readonly mask: Uint8Array
  /** The form, as it is printed and a little blurred. */
  readonly form: Uint8Array
  readonly soft: Uint8Array
  /** How dark the picture is where the mask is: 0 as the paper, 255 black. */
  readonly dark: Uint8Array
  /** How dark print is on the picture that is so dark on the form. */
  readonly tone: Tone
  /** Part of the darkness of pale print that is seen, 0 to 1. */
  readonly kept: number
  /** The gray of the paper, tile by tile. */
  readonly paper: { readonly columns: number; readonly gray: Float32Array }
}

/** Compares a picture with the blank form that it was laid over. */
export function inkOn(blank: Raster, aligned: Raster): Ink {
  const { width, height } = blank
  const { mask, soft, pale } = printOf(blank)
  const paper = paperOf(blank, aligned, mask)
  const copy = blurred(aligned)
  const level = new Uint8Array(width * height)
  const dark = new Uint8Array(width * height)
  const tint = tintOn(soft, copy, mask, paper)
  for (let y = 0; y < height; y++) {
    const lights = lightsAlong(paper, y, width)
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const white = lights[x]!
      const gray = copy.gray[at]!
      if (mask[at]) {
        if (gray < white) dark[at] = 255 - (255 * gray) / white
        continue
      }
      const expected = ((white * soft[at]!) / 255) * (soft[at]! < TINTED ? tint : 1)
      if (gray <= expected * (1 - FAINT)) level[at] = gray <= expected * (1 - STRONG) ? 2 : 1
    }
  }
  return {
    ...{ width, height, level, mask, soft, dark, form: blank.gray },
    tone: toneOf({ width, height, mask, soft, dark }),
    kept: keptOf(pale, soft, dark),
    paper: { columns: paper.columns, gray: paper.gray },
  }
}

/** Gray of the form below which a place has a tint; and how much darker than on the form tints are on pictures at most. */
const [TINTED, LEAST_TINT] = [250, 0.85]
/** Pixels with a tint that are enough to tell. */
const SOME_TINT = 2000

/** How light the tint of boxes is on the picture, by how light it should be: printers and scanners make it darker, all over the page alike. */
function tintOn(
  soft: Uint8Array,
  { width, height, gray }: Raster,
  mask: Uint8Array,
  paper: Paper,
): number {
  const counts = new Uint32Array(101)
  let all = 0
  for (let y = 0; y < height; y += EACH) {
    const lights = lightsAlong(paper, y, width)
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (mask[at] || soft[at]! >= TINTED) continue
      const expected = (lights[x]! * soft[at]!) / 255
      counts[Math.min(100, Math.round((100 * gray[at]!) / expected))]!++
      all++
    }
  }
  if (all < SOME_TINT) return 1
  return Math.max(LEAST_TINT, part(counts, all / 2) / 100)
}

/** What is printed on a blank page: where nothing can be told, and all of it a little blurred. */
interface Print {
  readonly mask: Uint8Array
  readonly soft: Uint8Array
  /** Pixels of print that is pale, as thin rules are, and away from all that is dark. */
  readonly pale: Uint32Array
}

/** The pages of a form of usual length; each takes 8 MB. */
const MOST_PRINTS = 4
const prints = new Map<Raster, Print>()

/** A page of a form comes many times in an import, so that this is made once. */
function printOf(blank: Raster): Print {
  const known = prints.get(blank)
  if (known) return known
  const printed = blank.gray.map((gray) => (gray < PALEST ? 1 : 0))
  const print = {
    ...{ mask: grown(printed, blank, AROUND_PRINT), soft: blurred(blank).gray },
    pale: paleOf(blank),
  }
  const [first] = prints.keys()
  if (first && prints.size >= MOST_PRINTS) prints.delete(first)
  prints.set(blank, print)
  return print
}

/** Gray from which on print is pale, and pixels from it to what is darker. */
const [PALE, AWAY] = [140, 4]
/** Pixels of pale print that are enough to tell by. */
const ENOUGH = 1000

function paleOf(blank: Raster): Uint32Array {
  const nearDark = grown(
    blank.gray.map((gray) => (gray < PALE ? 1 : 0)),
    blank,
    AWAY,
  )
  const pale: number[] = []
  for (const [at, gray] of blank.gray.entries()) if (gray < PALEST && !nearDark[at]) pale.push(at)
  return Uint32Array.from(pale)
}

function keptOf(pale: Uint32Array, soft: Uint8Array, dark: Uint8Array): number {
  if (pale.length < ENOUGH) return 1
  let [form, seen] = [0, 0]
  for (const at of pale) {
    form += 255 - soft[at]!
    seen += dark[at]!
  }
  return Math.min(1, seen / form)
}

/** The pixels of a place on the form, grown by so many millimetres. */
export function areaOf(
  [left, bottom, right, top]: Place,
  { width, height }: Pick<Ink, 'width' | 'height'>,
  grow = 0,
): Area {
  const by = grow * PER_MM
  const within = (value: number, most: number): number =>
    Math.max(0, Math.min(most, Math.round(value)))
  return {
    left: within(left * PER_POINT - by, width),
    top: within(height - top * PER_POINT - by, height),
    right: within(right * PER_POINT + by, width),
    bottom: within(height - bottom * PER_POINT + by, height),
  }
}

/** How much ink there is in an area: mm², and the part of what is free of print that is covered. */
export function measure(
  { width, level, mask }: Ink,
  area: Area,
  counts: (at: number) => boolean = () => true,
): { strong: number; faint: number; cover: number } {
  let [strong, faint, free] = [0, 0, 0]
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left, at = y * width + x; x < area.right; x++, at++) {
      if (mask[at] || !counts(at)) continue
      free++
      if (level[at]! > 0) faint++
      if (level[at]! > 1) strong++
    }
  return {
    strong: strong / SQUARE_MM,
    faint: faint / SQUARE_MM,
    cover: free === 0 ? 0 : strong / free,
  }
}

/**
 * Side of the tiles in which a tint is even, 3 mm; the part of a field that the dots of one cover at most, and of the usual that they cover in three
 * of four tiles.
 */
const [EVEN, TINT, EVENLY] = [24, 0.08, 0.4]

/** mm² of faint ink in an area that are more than the dots which a printer makes of a pale tint, and which lie all over it. */
export function faintBeyondTint({ width, level, mask }: Ink, area: Area): number {
  const shares: { readonly seen: number; readonly free: number }[] = []
  for (let top = area.top; top < area.bottom; top += EVEN)
    for (let left = area.left; left < area.right; left += EVEN) {
      let [seen, free] = [0, 0]
      for (let y = top; y < Math.min(area.bottom, top + EVEN); y++)
        for (let x = left, at = y * width + x; x < Math.min(area.right, left + EVEN); x++, at++) {
          if (mask[at]) continue
          free++
          if (level[at]! > 0) seen++
        }
      if (free > 0) shares.push({ seen, free })
    }
  const dense = shares.map(({ seen, free }) => seen / free).sort((a, b) => a - b)
  const [usual = 0, middle = 0] = [0.25, 0.5].map((part) => dense[Math.floor(part * dense.length)])
  // Writing is here and there; what is much the same all over is none.
  const tint = usual > EVENLY * middle && middle < TINT ? 2 * middle : 0
  const beyond = shares.reduce((sum, { seen, free }) => sum + Math.max(0, seen - tint * free), 0)
  return beyond / SQUARE_MM
}

/**
 * mm² of ink over what is printed in an area, as far as it makes that darker: where words are struck out.
 *
 * @param tolerated part of what is printed that may be seen more without anything on it
 */
export function inkOver(
  { width, mask, soft, dark, tone }: Ink,
  area: Area,
  counts: (at: number) => boolean,
  tolerated: number,
): number {
  let [expected, seen] = [0, 0]
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left, at = y * width + x; x < area.right; x++, at++)
      if (mask[at] && counts(at)) {
        expected += tone.of[255 - soft[at]!]!
        seen += dark[at]!
      }
  return Math.max(0, seen - expected * (1 + tolerated)) / tone.gain / 255 / SQUARE_MM
}

/** Which part of what the form prints in an area the picture shows there or close by; 1 where it prints nothing. */
export function fitOf({ width, form, dark }: Ink, area: Area): number {
  let [all, found] = [0, 0]
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left, at = y * width + x; x < area.right; x++, at++)
      if (form[at]! < DARK) {
        all++
        if (isDarkNear(dark, width, at)) found++
      }
  return all === 0 ? 1 : found / all
}

function isDarkNear(dark: Uint8Array, width: number, at: number): boolean {
  for (let row = at - OFF * width; row <= at + OFF * width; row += width)
    for (let near = row - OFF; near <= row + OFF; near++)
      if (dark[near]! > PRINTED * 255) return true
  return false
}

/** How unevenly the paper around an area is lit: 0 evenly, 1 from black to white. */
export function shadowOver({ paper: { columns, gray } }: Ink, area: Area): number {
  const rows = gray.length / columns
  const values: number[] = []
  const from = (pixel: number): number => Math.max(0, Math.floor(pixel / TILE - 0.5))
  const to = (pixel: number, tiles: number): number =>
    Math.min(tiles - 1, Math.ceil(pixel / TILE - 0.5))
  for (let row = from(area.top); row <= to(area.bottom, rows); row++)
    for (let column = from(area.left); column <= to(area.right, columns); column++)
      values.push(gray[row * columns + column]!)
  const lightest = Math.max(...values)
  return lightest === 0 ? 1 : 1 - Math.min(...values) / lightest
}

/** The share of strong ink that three of four tiles of bare paper stay below: what the paper itself brings. */
export function noiseOf({ width, height, level, mask }: Ink, taken: Uint8Array): number {
  const shares: number[] = []
  for (let top = TILE; top + TILE < height - TILE; top += TILE)
    for (let left = TILE; left + TILE < width - TILE; left += TILE) {
      let [free, strong] = [0, 0]
      for (let y = top; y < top + TILE; y++)
        for (let x = left, at = y * width + x; x < left + TILE; x++, at++) {
          if (mask[at] || taken[at]) continue
          free++
          if (level[at] === 2) strong++
        }
      if (free > FREE * TILE ** 2) shares.push(strong / free)
    }
  return shares.sort((a, b) => a - b)[Math.floor(0.75 * shares.length)] ?? 0
}
