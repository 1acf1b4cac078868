import type { Rect } from '../geometry.ts'
import { type Appearance, round } from './form-fonts.ts'

/** Width of a line in points. */
const PEN = 1.2
/** Points between the drawing and the edge of its box. */
const MARGIN = 2

/** What somebody drew by hand. */
export interface Drawing {
  /** Lines, each of its points: across from the left and down from the top of what was drawn on. */
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[]
}

/** A drawing as large as it fits into a box, on a page. */
export interface Ink {
  /** Around the lines. */
  readonly rect: Rect
  /** Of an Ink annotation (ISO 32000-1, 12.5.6.13). */
  readonly strokes: number[][]
  readonly content: Appearance
}

/** Sets a drawing into a box, in its proportions, at the left. */
export function inkOf({ strokes }: Drawing, [left, bottom, right, top]: Rect): Ink {
  const points = strokes.flat()
  if (points.length === 0) throw new Error('Nothing is drawn')
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - x0, Math.max(...ys) - y0]
  const inset = MARGIN + PEN / 2
  const [width, height] = [right - left - 2 * inset, top - bottom - 2 * inset]
  // A single line across or down has no height or no width.
  const scale = Math.min(width / Math.max(across, 1), height / Math.max(down, 1))
  const x = left + inset
  const y = (top + bottom) / 2 + (down * scale) / 2
  const placed = strokes.map((stroke) =>
    stroke.flatMap(([px, py]) => [round(x + (px - x0) * scale), round(y - (py - y0) * scale)]),
  )
  const rect: Rect = [
    round(x - PEN),
    round(y - down * scale - PEN),
    round(x + across * scale + PEN),
    round(y + PEN),
  ]
  return { rect, strokes: placed, content: { content: lines(placed, rect), resources: new Map() } }
}

function lines(strokes: readonly (readonly number[])[], [left, bottom]: Rect): string {
  const paths = strokes.map((stroke) => {
    const pairs = Array.from({ length: stroke.length / 2 }, (_, at) => [
      round((stroke[2 * at] ?? 0) - left),
      round((stroke[2 * at + 1] ?? 0) - bottom),
    ])
    // A dot is a line without length, which round ends make seen.
    const [first = [0, 0], ...others] = pairs.length === 1 ? [...pairs, ...pairs] : pairs
    return [`${first.join(' ')} m`, ...others.map((pair) => `${pair.join(' ')} l`), 'S'].join('\n')
  })
  return [`q ${PEN} w 1 J 1 j 0 G`, ...paths, 'Q'].join('\n')
}
