import { encode } from 'fast-png'
import type { FormDefinition } from '../../model/form.ts'
import type { Raster } from '../../model/paper.ts'
import { AROUND } from './boxes.ts'
import { questionsOn } from './decide.ts'
import { type Area, areaOf, PER_MM } from './ink.ts'
import { lightsAlong, TILE } from './light.ts'
import { half } from './raster.ts'

/** Millimetres around the places of a question: where ink beside them counts, with enough of it to see what it is, and the words beside boxes. */
const SHOWN = {
  line: { ...AROUND.line, left: 8 },
  box: { ...AROUND.box, left: 9, right: 55, down: 7 },
} as const

/** Part of the pixels of a tile that are as dark as the paper or darker. */
const PAPER = 0.8
/** Grays that are kept; what is lighter than the first of them is paper. */
const GRAYS = 16

/**
 * What a person has to see of each question of a page: its places on the picture, with a little of what is around them, as PNG by the
 * name of the question.
 *
 * @param even the picture, laid over the form and evenly lit
 */
export function cropsOf(
  form: Pick<FormDefinition, 'fields' | 'widgets'>,
  page: number,
  even: Raster,
): Map<string, Uint8Array> {
  const questions = questionsOn(form, page)
  return new Map(
    questions.map(({ name, widgets }) => {
      const others = questions.filter((one) => one.name !== name).flatMap((one) => one.widgets)
      return [name, asPng(cut(even, around(widgets, others, even)))]
    }),
  )
}

/** A whole page at 100 dots per inch, PNG. */
export function pageAsPng(even: Raster): Uint8Array {
  return asPng(half(even, 1))
}

/** The head of a page, up to its first question, by which a person knows the form again. */
export function headOf(
  { widgets }: Pick<FormDefinition, 'widgets'>,
  page: number,
  even: Raster,
): Uint8Array {
  const tops = widgets
    .filter((widget) => widget.page === page)
    .map(({ rect }) => areaOf(rect, even, BETWEEN).top)
  const bottom = Math.min(...tops, HEAD * PER_MM)
  return asPng(cut(even, { left: 0, top: 0, right: even.width, bottom: Math.round(bottom) }))
}

/** Millimetres of a page of which the head is at most. */
const HEAD = 100

/** A little more than the places of a question, but nothing of the places of others. */
function around(
  widgets: FormDefinition['widgets'],
  others: FormDefinition['widgets'],
  page: Raster,
): Area {
  const own = union(widgets.map(({ rect }) => areaOf(rect, page)))
  const by = SHOWN[widgets.some(({ state }) => state !== undefined) ? 'box' : 'line']
  const wide = {
    left: own.left - by.left * PER_MM,
    top: own.top - by.up * PER_MM,
    right: own.right + by.right * PER_MM,
    bottom: own.bottom + by.down * PER_MM,
  }
  for (const other of others.map(({ rect }) => areaOf(rect, page, BETWEEN))) {
    const isBeside = other.top < own.bottom && other.bottom > own.top
    const isAbove = other.left < wide.right && other.right > wide.left
    if (isBeside && other.left >= own.right) wide.right = Math.min(wide.right, other.left)
    else if (isBeside && other.right <= own.left) wide.left = Math.max(wide.left, other.right)
    else if (isAbove && other.top >= own.bottom) wide.bottom = Math.min(wide.bottom, other.top)
    else if (isAbove && other.bottom <= own.top) wide.top = Math.max(wide.top, other.bottom)
  }
  return {
    left: Math.max(0, Math.round(wide.left)),
    top: Math.max(0, Math.round(wide.top)),
    right: Math.min(page.width, Math.round(wide.right)),
    bottom: Math.min(page.height, Math.round(wide.bottom)),
  }
}

/** Millimetres around the places of other questions that are not shown. */
const BETWEEN = 1

function union(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  }
}

function cut({ width, gray }: Raster, { left, top, right, bottom }: Area): Raster {
  const [wide, high] = [Math.max(1, right - left), Math.max(1, bottom - top)]
  const part = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++) {
    const from = (top + y) * width + left
    part.set(gray.subarray(from, from + wide), y * wide)
  }
  return { width: wide, height: high, gray: part }
}

/** The same as if the light had been even and the paper white. */
export function evened({ width, height, gray }: Raster): Raster {
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)]
  const paper = new Float32Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0)
      let all = 0
      for (let y = row * TILE; y < Math.min(height, (row + 1) * TILE); y++) {
        const end = y * width + Math.min(width, (column + 1) * TILE)
        for (let at = y * width + column * TILE; at < end; at++, all++) counts[gray[at]!]!++
      }
      let value = 0
      for (let seen = counts[0]!; seen < PAPER * all && value < 255; ) seen += counts[++value]!
      // A tile that is dark as a whole is no paper.
      paper[row * columns + column] = Math.max(64, value)
    }
  const even = new Uint8Array(gray.length)
  for (let y = 0; y < height; y++) {
    const lights = lightsAlong({ columns, rows, gray: paper }, y, width)
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = (255 * gray[at]!) / lights[x]!
      even[at] = Math.min(255, value)
    }
  }
  return { width, height, gray: even }
}

/** With four bits a pixel, the noise of paper takes no room. */
function asPng({ width, height, gray }: Raster): Uint8Array {
  const bytes = Math.ceil(width / 2)
  const data = new Uint8Array(bytes * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.min(GRAYS - 1, (gray[y * width + x]! * GRAYS) >> 8)
      data[y * bytes + (x >> 1)]! |= x % 2 === 0 ? level << 4 : level
    }
  return encode({ width, height, data, depth: 4, channels: 1 }, { zlib: { level: 7 } })
}
