import type { Rect } from '../geometry.ts'
import type { ObjectStore } from '../object-store.ts'
import type { PdfObject } from '../objects.ts'

/** A transformation as PDF writes it: `x' = a·x + c·y + e`, `y' = b·x + d·y + f` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** A place on a page, PDF points. */
export interface Point {
  readonly x: number
  readonly y: number
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that does `first` and then `next`. */
export function multiply(first: Matrix, next: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [p, q, r, s, t, u] = next
  return [
    a * p + b * r,
    a * q + b * s,
    c * p + d * r,
    c * q + d * s,
    e * p + f * r + t,
    e * q + f * s + u,
  ]
}

/** Where a point comes to lie. */
export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** What undoes a matrix that turns and moves. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const area = a * d - b * c
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}

export function transformRect(matrix: Matrix, [left, bottom, right, top]: Rect): Rect {
  return around([
    transform(matrix, left, bottom),
    transform(matrix, right, bottom),
    transform(matrix, right, top),
    transform(matrix, left, top),
  ])
}

export function around(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** The smallest rectangle around two. */
export function union(one: Rect, other: Rect): Rect {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

/** What two rectangles share; turned inside out where they share nothing. */
export function intersect(one: Rect, other: Rect): Rect {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
}

/** False where nothing, or only a line without width, is left of a rectangle. */
export function hasArea([left, bottom, right, top]: Rect): boolean {
  return right > left && top > bottom
}

/** Whether a rectangle lies in another, or stands out of it by no more than the slack. */
export function isWithin(inner: Rect, outer: Rect, slack = 0): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  )
}

/** Reads an array of six numbers. */
export function readMatrix(
  objects: ObjectStore,
  object: PdfObject | undefined,
): Matrix | undefined {
  const numbers = objects
    .array(object)
    ?.slice(0, 6)
    .map((item) => objects.number(item))
  const [a, b, c, d, e, f] = numbers ?? []
  if (a === undefined || b === undefined || c === undefined) return undefined
  if (d === undefined || e === undefined || f === undefined) return undefined
  return [a, b, c, d, e, f]
}
