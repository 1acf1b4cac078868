import type { ObjectStore } from './object-store.ts'
import type { PdfObject } from './objects.ts'

/** A rectangle in PDF points (1/72 in), origin bottom left of the page. */
export interface Rect {
  left: number
  bottom: number
  right: number
  top: number
}

/** Reads a rectangle (ISO 32000-1, 7.9.5), whichever corners it names. */
export function readRect(objects: ObjectStore, object: PdfObject | undefined): Rect | undefined {
  const corners = objects
    .array(object)
    ?.slice(0, 4)
    .map((corner) => objects.number(corner))
  const [x1, y1, x2, y2] = corners ?? []
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  }
}
