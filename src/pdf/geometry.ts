import type { ObjectStore } from './object-store.ts'
import type { PdfObject } from './objects.ts'

/** Left, bottom, right and top in PDF points (1/72 in), origin bottom left of the page. */
export type Rect = readonly [left: number, bottom: number, right: number, top: number]

export function areaOf([left, bottom, right, top]: Rect): number {
  return (right - left) * (top - bottom)
}

/** Whether a point lies in a rectangle or on its edge. */
export function holds([left, bottom, right, top]: Rect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

/** Reads a rectangle (ISO 32000-1, 7.9.5), whichever corners it names. */
export function readRect(objects: ObjectStore, object: PdfObject | undefined): Rect | undefined {
  const corners = objects.array(object)?.slice(0, 4) ?? []
  const [x1, y1, x2, y2] = corners.map((corner) => objects.number(corner))
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}
