import type { Widget } from '../../model/form.ts'
import type {
  BoxInk,
  FormPage,
  PageDoubt,
  PagePicture,
  PageReading,
  Place,
  Raster,
  UnknownPage,
} from '../../model/paper.ts'
import { alignTo } from './align.ts'
import { BOX, FIELD } from './decide.ts'
import {
  type Area,
  areaOf,
  FORM_DPI,
  faintBeyondTint,
  fitOf,
  type Ink,
  inkOn,
  inkOver,
  measure,
  noiseOf,
  PER_MM,
  PER_POINT,
  shadowOver,
} from './ink.ts'
import { type Blanks, placeOn, scaleOf } from './place.ts'
import type { Size } from './raster.ts'

/** What is done with the picture of a page, laid over the form where it is known, before the next is read. */
export type OnPage = (page: FormPage | UnknownPage, picture: Raster) => void

/** Share of bare paper that is as dark as ink: 0.06 mm² in a box of 4.8 mm. */
const NOISY = 0.0026
/** Part of the pieces of the form that must be found at their places. */
const LEAST_FOUND = 0.3
/** Dots per inch below which nothing is certain. */
const COARSE = 100

/** Reads what one picture shows: which page of which form it is, and where there is ink on it that the form does not have. */
export async function readPage(
  picture: PagePicture,
  blanks: Blanks,
  onPage?: OnPage,
): Promise<PageReading> {
  const lies = await placeOn(picture, blanks)
  if ('is' in lies) {
    if (lies.is === 'unknown') onPage?.(lies, picture)
    return lies
  }
  const { hash, page, form, blank, homography } = lies
  const { aligned, found } = alignTo(blank, picture, homography, lies.anchors)
  const ink = inkOn(blank, aligned)
  const widgets = form.definition.widgets.filter((widget) => widget.page === page)
  const areas = areasTaken(widgets, ink)
  const resolution = Math.round(scaleOf(homography, blank) * FORM_DPI * picture.pixels)
  const doubts: PageDoubt[] = [
    ...lies.doubts,
    ...(picture.isBilevel ? (['bilevel'] as const) : []),
    ...(resolution < COARSE ? (['coarse'] as const) : []),
    ...(found < LEAST_FOUND ? (['misplaced'] as const) : []),
    ...(noiseOf(ink, areas.taken) > NOISY ? (['noisy'] as const) : []),
  ]
  const read: FormPage = {
    ...{ is: 'page', hash, page, marks: lies.marks, resolution, doubts },
    boxes: widgets.map((widget) => inkIn(widget, widgets, areas, ink)),
    beside: besideAll(ink, areas.taken),
  }
  onPage?.(read, aligned)
  return read
}

/** Millimetres beside a box in which people circle it or its number, and its words. */
const BESIDE = { left: 3, right: 12, up: 3, down: 5 } as const
/** Millimetres by which writing stands out of its own box. */
const OVERFLOW = 2.5

function inkIn(
  widget: Widget,
  widgets: readonly Widget[],
  { inBoxes, owned, places }: Areas,
  ink: Ink,
): BoxInk {
  const area = areaOf(widget.rect, ink)
  const isButton = widget.state !== undefined
  const { strong, cover, ...all } = measure(ink, area)
  const faint = isButton ? all.faint : faintBeyondTint(ink, area)
  const around = grownBy(area, isButton ? BESIDE : ABOVE, ink)
  const isFree = (at: number): boolean => !owned[at]
  const words = isButton ? wordsOf(area, widgets, ink) : around
  const [near, far] = [clipped(words, WORDS.near, area), words]
  return {
    name: widget.name,
    ...(widget.state !== undefined && { state: widget.state }),
    ...{ strong, faint, cover },
    beside: isButton ? measure(ink, around, (at) => !inBoxes[at]).strong : 0,
    apart: measure(ink, around, (at) => !places[at] && isFree(at)).strong,
    over: Math.max(
      isButton ? inkOver(ink, near, isFree, 0.02) : 0,
      inkOver(ink, far, isFree, 0.04),
    ),
    isCrossed: isButton && isCrossed(area, strong, ink),
    fit: fitOf(ink, areaOf(widget.rect, ink, isButton ? FRAME.ofBox : FRAME.ofText)),
    shadow: shadowOver(ink, area),
  }
}

/** Millimetres beside a line in which people write what does not fit, or where they think it belongs: over its words. */
const ABOVE = { left: 3, right: 12, up: 7, down: 1 } as const

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

/** Millimetres from a box to where ink that runs on from it is looked for first, and then, and up to where. */
const RUNS = [0.2, 1.2, 4] as const
/** mm² of ink in each of the two that run on. */
const RUNS_ON = [0.1, 0.25] as const
/** mm² in a box that are more than the end of a letter of another line. */
const OWN_MARK = 1.2

/** Ticks end to the right or above; what comes from the left or from below only passes, or little of it lies in the box. */
function isCrossed(area: Area, strong: number, ink: Ink): boolean {
  const [near, middle, far] = RUNS.map((mm) => Math.round(mm * PER_MM)) as [number, number, number]
  const runsOn = (strip: (from: number, to: number) => Area): boolean =>
    measure(ink, within(strip(near, middle), ink)).strong > RUNS_ON[0] &&
    measure(ink, within(strip(middle, far), ink)).strong > RUNS_ON[1]
  const { left, top, right, bottom } = area
  const isLeft = runsOn((from, to) => ({ ...area, left: left - to, right: left - from }))
  const isBelow = runsOn((from, to) => ({ ...area, top: bottom + from, bottom: bottom + to }))
  if (isLeft || isBelow) return true
  if (strong > OWN_MARK) return false
  return (
    runsOn((from, to) => ({ ...area, left: right + from, right: right + to })) ||
    runsOn((from, to) => ({ ...area, top: top - to, bottom: top - from }))
  )
}

function grownBy(area: Area, by: typeof BESIDE | typeof ABOVE, size: Size): Area {
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

/**
 * Masks by pixel: 1 in a box with what stands out of its line, in or beside one, where ink is of an answer, in or close to one in which
 * something is, and in a box alone.
 */
interface Areas {
  readonly inBoxes: Uint8Array
  readonly taken: Uint8Array
  readonly owned: Uint8Array
  readonly places: Uint8Array
}

/** Millimetres around a box in which the ends of its mark lie. */
const OWNED = 3.5

function areasTaken(widgets: readonly Widget[], ink: Ink): Areas {
  const size = ink.width * ink.height
  const [inBoxes, taken, owned, places] = Array.from({ length: 4 }, () => new Uint8Array(size)) as [
    ...[Uint8Array, Uint8Array, Uint8Array, Uint8Array],
  ]
  const fill = (mask: Uint8Array, { left, top, right, bottom }: Area): void => {
    for (let y = top; y < bottom; y++) mask.fill(1, y * ink.width + left, y * ink.width + right)
  }
  for (const { rect, state } of widgets) {
    const isText = state === undefined
    const area = areaOf(rect, ink, isText ? OVERFLOW : HALF_LINE)
    fill(inBoxes, area)
    fill(places, isText ? areaOf(rect, ink) : area)
    fill(taken, isText ? area : grownBy(area, BESIDE, ink))
    if (measure(ink, areaOf(rect, ink)).strong > (isText ? FIELD.marked : BOX.marked))
      fill(owned, areaOf(rect, ink, OWNED))
  }
  return { inBoxes, taken, owned, places }
}

/** Millimetres by which the ink of a mark in a box belongs to it. */
const HALF_LINE = 0.5

/** Side of the squares by which what is written elsewhere is found, 2.5 mm; mm² of ink that count in one and in all. */
const SQUARE = 20
const [LEAST_IN_SQUARE, LEAST_WRITTEN] = [0.3, 1.5]
/** Pixels at the rim of the paper where feeders leave shadows, 8 mm. */
const RIM = 63
const MOST_PLACES = 20

function besideAll(ink: Ink, taken: Uint8Array): Place[] {
  const columns = Math.floor(ink.width / SQUARE)
  const rows = Math.floor(ink.height / SQUARE)
  const amounts = new Map<number, number>()
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * SQUARE, row * SQUARE]
      if (Math.min(left, top, ink.width - left, ink.height - top) < RIM) continue
      const area = { left, top, right: left + SQUARE, bottom: top + SQUARE }
      const { strong } = measure(ink, area, (at) => taken[at] === 0)
      if (strong >= LEAST_IN_SQUARE) amounts.set(row * columns + column, strong)
    }
  const places: Place[] = []
  for (const group of groupsOf(amounts, columns)) {
    const written = group.reduce((sum, square) => sum + (amounts.get(square) ?? 0), 0)
    if (written < LEAST_WRITTEN || places.length === MOST_PLACES) continue
    const xs = group.map((square) => square % columns)
    const ys = group.map((square) => Math.floor(square / columns))
    const point = (pixels: number): number => Math.round((pixels / PER_POINT) * 10) / 10
    places.push([
      point(Math.min(...xs) * SQUARE),
      point(ink.height - (Math.max(...ys) + 1) * SQUARE),
      point((Math.max(...xs) + 1) * SQUARE),
      point(ink.height - Math.min(...ys) * SQUARE),
    ])
  }
  return places
}

/** Squares that touch each other, or have one between them. */
function groupsOf(squares: ReadonlyMap<number, number>, columns: number): number[][] {
  const left = new Set(squares.keys())
  const groups: number[][] = []
  for (const first of squares.keys()) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const square of group)
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const near = square + dy * columns + dx
          if (left.delete(near)) group.push(near)
        }
    groups.push(group)
  }
  return groups
}
