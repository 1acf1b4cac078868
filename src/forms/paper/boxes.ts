import type { Widget } from '../../model/form.ts'
import type { BoxInk } from '../../model/paper.ts'
import { BOX, FIELD } from './decide.ts'
import {
  type Area,
  areaOf,
  faintBeyondTint,
  fitOf,
  type Ink,
  inkOver,
  measure,
  PER_MM,
  shadowOver,
} from './ink.ts'
import { type Owned, ownersOf } from './owners.ts'
import { paleIn } from './pale.ts'
import type { Size } from './raster.ts'

/** Millimetres around a box, or a line, in which people mark it, write what belongs to it, and circle it or its number. */
export const AROUND = {
  box: { left: 7, right: 12, up: 4, down: 5 },
  line: { left: 3, right: 12, up: 8, down: 6 },
} as const
/** Millimetres in which what looks as if it were written on another line may have been meant for this box, or this line. */
const OFF_LINE = {
  box: { left: 3.5, right: 1.5, up: 1.5, down: 1.5 },
  line: { left: 0, right: 0, up: 3.5, down: 2 },
} as const
/** Millimetres beside a box within which a scribble stands out of it. */
const BESIDE = { left: 3, right: 12, up: 3, down: 5 } as const
/** Millimetres by which writing stands out of its own line, and the ink of a mark out of its box. */
const OVERFLOW = { line: 2.5, box: 0.5 } as const
/** Millimetres around a box in which the ends of its mark lie over print. */
const OWNED = 3.5

/** What there is of ink in and around each place of a page, and by pixel 1 in or beside one. */
export function boxesOn(
  widgets: readonly Widget[],
  ink: Ink,
): { readonly boxes: BoxInk[]; readonly taken: Uint8Array } {
  const owned = ownersOf(
    widgets.map(({ rect, state }) => ({
      isBox: state !== undefined,
      area: areaOf(rect, ink),
      around: areaOf(rect, ink, OVERFLOW.box),
    })),
    ink,
  )
  const [inBoxes, taken, marked] = [0, 0, 0].map(() => new Uint8Array(ink.level.length)) as [
    ...[Uint8Array, Uint8Array, Uint8Array],
  ]
  const fill = (mask: Uint8Array, { left, top, right, bottom }: Area): void => {
    for (let y = top; y < bottom; y++) mask.fill(1, y * ink.width + left, y * ink.width + right)
  }
  for (const { rect, state } of widgets) {
    const isText = state === undefined
    const area = areaOf(rect, ink, isText ? OVERFLOW.line : OVERFLOW.box)
    fill(inBoxes, area)
    fill(taken, isText ? area : grownBy(area, BESIDE, ink))
    if (measure(ink, areaOf(rect, ink)).strong > (isText ? FIELD.marked : BOX.marked))
      fill(marked, areaOf(rect, ink, OWNED))
  }
  const boxes = widgets.map((widget, index) =>
    inkIn(widget, { widgets, inBoxes, marked, ink, owned: owned[index]! }),
  )
  return { boxes, taken }
}

/** What a place is looked at by: all places, masks by pixel of what is in one and of what is in or close to one that is marked, and the ink. */
interface Surroundings {
  readonly widgets: readonly Widget[]
  readonly inBoxes: Uint8Array
  readonly marked: Uint8Array
  readonly ink: Ink
  readonly owned: Owned
}

function inkIn(
  { rect, name, state }: Widget,
  { widgets, inBoxes, marked, ink, owned }: Surroundings,
): BoxInk {
  const area = areaOf(rect, ink)
  const isButton = state !== undefined
  const { strong, cover, ...all } = isButton
    ? measure(ink, area, (at) => !owned.isForeign(at))
    : measure(ink, area)
  const faint = isButton ? all.faint : faintBeyondTint(ink, area)
  const around = grownBy(area, isButton ? AROUND.box : AROUND.line, ink)
  const isFree = (at: number): boolean => !marked[at]
  const words = isButton ? wordsOf(area, widgets, ink) : around
  const near = isButton ? clipped(words, WORDS.near, area) : undefined
  return {
    name,
    ...(state !== undefined && { state }),
    ...{ strong, faint, cover, own: owned.own },
    beside: isButton ? measure(ink, grownBy(area, BESIDE, ink), (at) => !inBoxes[at]).strong : 0,
    apart: owned.apart(around),
    written: owned.written(grownBy(area, isButton ? OFF_LINE.box : OFF_LINE.line, ink)),
    over: Math.max(near ? inkOver(ink, near, isFree, 0.02) : 0, inkOver(ink, words, isFree, 0.04)),
    hint: paleIn(ink, around, (at) => !inBoxes[at]) + (isButton ? owned.apart(words) : 0),
    kept: ink.kept,
    fit: fitOf(ink, areaOf(rect, ink, isButton ? FRAME.ofBox : FRAME.ofText)),
    shadow: shadowOver(ink, area),
  }
}

/** Millimetres from the place of a field within which its frame is printed; of a cell of a table that is further off. */
const FRAME = { ofBox: 0.4, ofText: 2.5 } as const
/** Millimetres from a box to its words, along which they are struck out, and along which they may be. */
const WORDS = { from: 0.8, near: 12, far: 60 } as const

/** What is to the right of a box, up to the next one. */
function wordsOf({ top, right, bottom }: Area, widgets: readonly Widget[], size: Size): Area {
  const left = right + Math.round(WORDS.from * PER_MM)
  const next = widgets
    .map(({ rect }) => areaOf(rect, size, WORDS.from))
    .filter((other) => other.left >= right && other.top < bottom && other.bottom > top)
    .map((other) => other.left)
  return within(
    { top, bottom, left, right: Math.min(left + WORDS.far * PER_MM, ...next) | 0 },
    size,
  )
}

function clipped(words: Area, along: number, { right }: Area): Area {
  return { ...words, right: Math.min(words.right, right + Math.round(along * PER_MM)) }
}

function grownBy(
  area: Area,
  by: Readonly<Record<'left' | 'right' | 'up' | 'down', number>>,
  size: Size,
): Area {
  const around = {
    left: Math.round(area.left - by.left * PER_MM),
    top: Math.round(area.top - by.up * PER_MM),
    right: Math.round(area.right + by.right * PER_MM),
    bottom: Math.round(area.bottom + by.down * PER_MM),
  }
  return within(around, size)
}

function within({ left, top, right, bottom }: Area, { width, height }: Size): Area {
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, right),
    bottom: Math.min(height, bottom),
  }
}
