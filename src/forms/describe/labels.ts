import { textsOf } from '../../contracts/printed.ts'
import type { PdfField } from '../../pdf/index.ts'
import { type PageContent, transformRect } from '../../pdf/page/index.ts'

type Widget = PdfField['widgets'][number]

/** What is printed beside the boxes of a form. */
export interface Labels {
  readonly ofField: (field: PdfField) => string | undefined
  readonly ofWidget: (widget: Widget) => string | undefined
  /** As they are printed: the words on the left up to another box, on the right, and above up to so many points. */
  readonly left: (widget: Widget, farthest?: number) => string | undefined
  readonly right: (widget: Widget) => string | undefined
  readonly above: (widget: Widget, farthest: number, except?: string) => string | undefined
  /** All words on the left up to another box. */
  readonly before: (widget: Widget) => string | undefined
}

/** Points. */
const FARTHEST_LEFT = 260
const NEAR_LEFT = 60
const FARTHEST_ABOVE = 26
const FARTHEST_RIGHT = 40
/** A caption under a line to write on. */
const FARTHEST_BELOW = 14
const OVERLAP = 3
/** Of the size of letters, from their baseline. */
const MIDDLE = 0.35
const LONGEST = 160

type Box = readonly [left: number, bottom: number, right: number, top: number]

interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly end: number
  readonly size: number
}

interface Page {
  readonly runs: readonly Run[]
  readonly boxes: readonly Box[]
  readonly boxOf: (widget: Widget) => Box | undefined
}

/** Finds the words beside boxes: left of them, above or below where something is to be written, right of what is to be ticked. */
export function labelsOn(contents: readonly PageContent[], fields: readonly PdfField[]): Labels {
  const pages = contents.map((content) => pageOf(content, fields))
  const pageWith = ({ page }: Widget): Page | undefined =>
    page === undefined ? undefined : pages[page]
  const ofWidget = (widget: Widget): string | undefined => {
    const page = pageWith(widget)
    const box = page?.boxOf(widget)
    return page && box && clean(rightOf(box, page) ?? leftOf(box, page, FARTHEST_RIGHT))
  }
  const beside =
    <Rest extends unknown[]>(find: (box: Box, page: Page, ...rest: Rest) => string | undefined) =>
    (widget: Widget, ...rest: Rest): string | undefined => {
      const page = pageWith(widget)
      const box = page?.boxOf(widget)
      return (
        page &&
        box &&
        find(box, page, ...rest)
          ?.replace(/\s+/g, ' ')
          .trim()
      )
    }
  return {
    ofWidget,
    left: beside((box, page, farthest = FARTHEST_LEFT) => leftOf(box, page, farthest)),
    right: beside(rightOf),
    above: beside(above),
    before: beside(allLeft),
    ofField(field) {
      const [first] = field.widgets
      const page = first && pageWith(first)
      const box = first && page?.boxOf(first)
      if (!page || !box) return undefined
      const states = new Set(field.widgets.flatMap(({ onStates }) => onStates))
      if (field.type === 'checkbox' && states.size < 2) return ofWidget(first)
      return clean(isGroup(field) ? overGroup(field, page) : besideBox(box, page))
    },
  }
}

function pageOf(content: PageContent, fields: readonly PdfField[]): Page {
  const own = content.glyphs.slice(0, content.own.glyphs).filter(({ angle }) => angle === 0)
  const boxOf = ({ page, rect }: Widget): Box | undefined =>
    page === content.page && rect ? transformRect(content.matrix, rect) : undefined
  return {
    runs: textsOf(own).map(({ text, x, y, width, glyphs: [{ size }] }) => ({
      text,
      x,
      y,
      size,
      end: x + width,
    })),
    boxes: fields.flatMap(({ widgets }) => widgets.map(boxOf).filter(isThere)),
    boxOf,
  }
}

function isThere(box: Box | undefined): box is Box {
  return box !== undefined
}

function isGroup({ type, widgets }: PdfField): boolean {
  return (type === 'radio' || type === 'checkbox') && widgets.length > 1
}

function besideBox(box: Box, page: Page): string | undefined {
  return (
    leftOf(box, page, NEAR_LEFT) ??
    above(box, page, FARTHEST_ABOVE) ??
    leftOf(box, page, FARTHEST_LEFT) ??
    below(box, page) ??
    inGrid(box, page)
  )
}

/** The words that stand before or over all buttons of a group. */
function overGroup({ widgets }: PdfField, page: Page): string | undefined {
  const boxes = widgets.map(page.boxOf).filter(isThere)
  const whole: Box = [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, bottom]) => bottom)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , top]) => top)),
  ]
  const first = boxes.toSorted((one, other) => other[3] - one[3] || one[0] - other[0])[0] ?? whole
  return leftOf(first, page, FARTHEST_LEFT) ?? above(whole, page, FARTHEST_ABOVE)
}

/** Whether the middle of small letters is at the height of a box. */
function isBeside({ y, size }: Run, [, bottom, , top]: Box): boolean {
  const middle = y + MIDDLE * size
  return middle >= bottom - OVERLAP && middle <= top + OVERLAP
}

/** The nearest words on the left, with no other box between. */
function leftOf(box: Box, { runs, boxes }: Page, farthest: number): string | undefined {
  const [left] = box
  const found = runs
    .filter((run) => isBeside(run, box) && run.end <= left + OVERLAP && left - run.end <= farthest)
    .toSorted((one, other) => other.end - one.end)[0]
  if (!found) return undefined
  const isBetween = boxes.some(
    ([otherLeft, otherBottom, otherRight, otherTop]) =>
      otherLeft >= found.end - OVERLAP &&
      otherRight <= left + OVERLAP &&
      otherBottom < box[3] &&
      otherTop > box[1],
  )
  return isBetween ? undefined : found.text
}

/** All words on the left in their order, up to the next box. */
function allLeft(box: Box, { runs, boxes }: Page): string | undefined {
  const [left, bottom, , top] = box
  const from = Math.max(
    left - FARTHEST_LEFT,
    ...boxes
      .filter(([, b, right, t]) => right <= left + OVERLAP && b < top && t > bottom)
      .map(([, , right]) => right),
  )
  const words = runs
    .filter((run) => isBeside(run, box) && run.x >= from - OVERLAP && run.end <= left + OVERLAP)
    .toSorted((one, other) => one.x - other.x)
  return words.length > 0 ? words.map(({ text }) => text.trim()).join(' ') : undefined
}

/** The words on the right up to the next box. */
function rightOf(box: Box, { runs, boxes }: Page): string | undefined {
  const [, bottom, right, top] = box
  const next = Math.min(
    ...boxes
      .filter(([left, b, , t]) => left >= right - OVERLAP && b < top && t > bottom)
      .map(([left]) => left),
  )
  const line = runs
    .filter((run) => isBeside(run, box) && run.x >= right - OVERLAP && run.x < next)
    .toSorted((one, other) => one.x - other.x)
  const words: Run[] = []
  for (const run of line) {
    const end = words.at(-1)?.end ?? right
    if (run.x - end > FARTHEST_RIGHT) break
    words.push(run)
  }
  return words.length > 0 ? words.map(({ text }) => text).join(' ') : undefined
}

function above(
  [left, , right, top]: Box,
  { runs }: Page,
  farthest: number,
  except?: string,
): string | undefined {
  return runs
    .filter(
      ({ text, x, y, end }) =>
        text.trim() !== except &&
        y >= top - OVERLAP &&
        y - top <= farthest &&
        x < right &&
        end > left - OVERLAP &&
        x >= left - NEAR_LEFT,
    )
    .toSorted((one, other) => one.y - other.y || one.x - other.x)[0]?.text
}

function below([left, bottom, right]: Box, { runs }: Page): string | undefined {
  return runs
    .filter(
      ({ x, y, end }) =>
        y < bottom &&
        bottom - y <= FARTHEST_BELOW &&
        x < right &&
        end > left &&
        x >= left - NEAR_LEFT,
    )
    .toSorted((one, other) => other.y - one.y)[0]?.text
}

/** In a table the question stands at the top of the column, over other boxes. */
function inGrid(box: Box, page: Page): string | undefined {
  const column = above(box, page, Number.POSITIVE_INFINITY)
  const sides = page.runs.filter((run) => isBeside(run, box) && run.end <= box[0])
  const side = sides.toSorted((one, other) => one.x - other.x)[0]?.text
  return [side, column].filter(Boolean).join(': ') || undefined
}

function clean(text: string | undefined): string | undefined {
  const words = text
    ?.replace(/[_.…]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:*]+$/, '')
  return words && /\p{L}/u.test(words) ? words.slice(0, LONGEST) : undefined
}
