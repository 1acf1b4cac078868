import { type Rect, readRect } from '../geometry.ts'
import type { ObjectStore } from '../object-store.ts'
import type { PdfDict } from '../objects.ts'
import type { PdfPage } from '../pages.ts'
import { hasArea, intersect, type Matrix } from './matrix.ts'

const DEEPEST = 50

/** How a page lies before its reader: the visible part of it, upright, its bottom left corner at the origin. */
export interface PageSpace {
  /** From the page's own coordinates. */
  readonly matrix: Matrix
  readonly width: number
  readonly height: number
}

/** The space of a page as viewers show it, turned on by so many degrees clockwise. */
export function pageSpace(objects: ObjectStore, page: PdfPage, turn = 0): PageSpace {
  const [left, bottom, right, top] = visibleBox(objects, page)
  const [width, height] = [right - left, top - bottom]
  switch ((page.rotate + turn) % 360) {
    case 90:
      return { matrix: [0, -1, 1, 0, -bottom, right], width: height, height: width }
    case 180:
      return { matrix: [-1, 0, 0, -1, right, top], width, height }
    case 270:
      return { matrix: [0, 1, -1, 0, top, -left], width: height, height: width }
    default:
      return { matrix: [1, 0, 0, 1, -left, -bottom], width, height }
  }
}

/** The crop box, which is never larger than the media box (ISO 32000-1, 14.11.2). */
export function visibleBox(objects: ObjectStore, { dict, mediaBox }: PdfPage): Rect {
  const crop = inherited(objects, dict, 'CropBox')
  const box = crop ? intersect(crop, mediaBox) : mediaBox
  return hasArea(box) ? box : mediaBox
}

function inherited(objects: ObjectStore, dict: PdfDict, key: string): Rect | undefined {
  let node: PdfDict | undefined = dict
  for (let depth = 0; node && depth < DEEPEST; depth++) {
    const rect = readRect(objects, node.get(key))
    if (rect) return rect
    node = objects.dict(node.get('Parent'))
  }
  return undefined
}
