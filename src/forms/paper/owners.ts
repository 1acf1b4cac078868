import type { Area, Ink } from './ink.ts'
import { type Stroke, strokesIn, strokesOf } from './strokes.ts'

/** A place of a form on a picture. */
interface PlaceOnPicture {
  readonly isBox: boolean
  readonly area: Area
  /** With what stands out of it. */
  readonly around: Area
}

/** Whose the ink in and around a place is. */
export interface Owned {
  /** mm² in it, of strokes that were meant for it and no other; on a line, of those that are no specks. */
  readonly own: number
  /** Whether a pixel is of a mark that was meant for another box. */
  isForeign(at: number): boolean
  /** mm² in an area around it of strokes that were meant for no place. */
  apart(around: Area): number
  /** The same of those that were meant for another line. */
  written(around: Area): number
}

/** Part of a stroke that lies in the place for which it is meant; of one around its middle; and of one that ends outside as a tick does. */
const [MOST, HALF, NEARLY_ALL] = [0.6, 0.45, 0.9]
/** mm² in a box that are more than a stroke that only ends there. */
const [MARK, TOUCH] = [0.45, 0.2]
/** Pixels by which the foot of a tick may lie beside its box, 1 and 1.2 mm. */
const FOOT = { left: 10, below: 8 } as const
/** mm² of a stroke below which it is a speck. */
const SPECK = 0.12
/** Pixels that something written on a line is long, 2.5 mm; what is shorter is dirt, or a dot of it. */
const LONG = 20
/** Millimetres across that no pen has, but a stain, or what is blacked out. */
const BLOT = 1.8
/** Pixels from one letter of a word to the next, 2.5 mm. */
const APART = 20

/** Finds out for which place each stroke of a page is meant: for one in which, or from which up and to the right, it lies. */
export function ownersOf(places: readonly PlaceOnPicture[], ink: Ink): Owned[] {
  const strokes = strokesOf(ink)
  const inside = places.map(({ around }) => strokesIn(ink, strokes, around))
  const owners = strokes.all.map((stroke, index) => ownerOf(stroke, index + 1))
  const words = strokes.all.flatMap((stroke, index) =>
    isLine(owners[index]) ? { stroke, area: places[owners[index]!]!.area } : [],
  )

  function isLine(owner: number | undefined): boolean {
    return owner !== undefined && !places[owner]!.isBox
  }

  function ownerOf(stroke: Stroke, number: number): number | undefined {
    const touched = places.flatMap(({ isBox }, place) =>
      isBox && (inside[place]!.get(number) ?? 0) > TOUCH ? [place] : [],
    )
    const aimed = touched.filter((place) => isAimed(stroke, number, place))
    const [box, ...others] =
      touched.length === 1 ? aimed : aimed.filter((place) => beginsIn(stroke, places[place]!.area))
    if (box !== undefined && others.length === 0) return box
    if (touched.length > 1 || stroke.width > BLOT) return undefined
    const line = places.findIndex(
      ({ isBox }, place) => !isBox && (inside[place]!.get(number) ?? 0) >= MOST * stroke.ink,
    )
    return line < 0 ? undefined : line
  }

  function isAimed(stroke: Stroke, number: number, place: number): boolean {
    const { area, around } = places[place]!
    const within = inside[place]!.get(number) ?? 0
    if (within >= MOST * stroke.ink) return true
    if (within >= HALF * stroke.ink && holds(around, stroke.middle)) return true
    if (within < MARK) return false
    if (stroke.left < area.left - FOOT.left || stroke.bottom > area.bottom + FOOT.below)
      return false
    const upwards = { ...around, top: stroke.top, right: stroke.right }
    const half = { ...upwards, bottom: (area.top + area.bottom) >> 1 }
    const seen = strokesIn(ink, strokes, half).get(number) ?? 0
    const rest = strokesIn(ink, strokes, { ...around, top: half.bottom }).get(number) ?? 0
    return seen + rest >= NEARLY_ALL * stroke.ink
  }

  /** Whether it goes on from a word that is meant for a line. */
  function goesOn(stroke: Stroke): boolean {
    const { y } = stroke.middle
    return words.some(
      ({ stroke: other, area }) =>
        y > area.top - APART &&
        y < area.bottom + APART &&
        stroke.left < other.right + APART &&
        stroke.right > other.left - APART &&
        stroke.top < other.bottom &&
        stroke.bottom > other.top,
    )
  }

  return places.map(({ isBox, area }, place) => ({
    isForeign(at) {
      const owner = owners[strokes.at[at]! - 1]
      return owner !== undefined && owner !== place && places[owner]!.isBox
    },
    own: sumOf(
      strokesIn(ink, strokes, area),
      (number) => owners[number - 1] === place && (isBox || isLong(strokes.all[number - 1]!)),
    ),
    apart: (around) =>
      sumOf(strokesIn(ink, strokes, around), (number) => {
        const stroke = strokes.all[number - 1]
        const isStray = stroke && stroke.ink >= SPECK && owners[number - 1] === undefined
        return isStray === true && (isBox || !goesOn(stroke))
      }),
    written: (around) =>
      sumOf(strokesIn(ink, strokes, around), (number) => {
        const owner = owners[number - 1]
        return owner !== place && isLine(owner)
      }),
  }))
}

/** Whether a tick stands in a box, and what else it touches only lies on its way. */
function beginsIn({ foot, bottom, left }: Stroke, area: Area): boolean {
  return (
    foot >= area.left &&
    foot < area.right &&
    bottom > (area.top + area.bottom) >> 1 &&
    bottom <= area.bottom + FOOT.below &&
    left >= area.left - FOOT.left
  )
}

function sumOf(amounts: ReadonlyMap<number, number>, counts: (number: number) => boolean): number {
  let sum = 0
  for (const [number, amount] of amounts) if (counts(number)) sum += amount
  return sum
}

function isLong({ left, top, right, bottom }: Stroke): boolean {
  return Math.max(right - left, bottom - top) >= LONG
}

function holds({ left, top, right, bottom }: Area, { x, y }: Stroke['middle']): boolean {
  return x >= left && x < right && y >= top && y < bottom
}
