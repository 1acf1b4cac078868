import { type Rect, readRect } from '../geometry.ts'
import type { ObjectStore } from '../object-store.ts'
import { isDict, type PdfDict, PdfStream } from '../objects.ts'
import type { ContentRun } from './content-run.ts'
import { identity, type Matrix, multiply, readMatrix, transformRect } from './matrix.ts'

/** Annotation flags (table 165). */
const HIDDEN = 1 << 1
const NO_VIEW = 1 << 5

/** Paints the appearance of an annotation that viewers show (ISO 32000-1, 12.5.5); false where there is none. */
export function paintAppearance(run: ContentRun, annotation: PdfDict): boolean {
  const { objects } = run.source
  const rect = readRect(objects, annotation.get('Rect'))
  const appearance = shownAppearance(objects, annotation)
  if (!rect || !appearance || isHidden(objects, annotation)) return false
  const before = run.state
  run.state = { ...before, ctm: multiply(intoRect(objects, appearance, rect), before.ctm) }
  run.paintForm(appearance)
  run.state = before
  return true
}

/** The normal appearance, of several the one that the state names. */
function shownAppearance(objects: ObjectStore, annotation: PdfDict): PdfStream | undefined {
  const normal = objects.resolve(objects.dict(annotation.get('AP'))?.get('N'))
  const shown = isDict(normal)
    ? objects.resolve(normal.get(objects.name(annotation.get('AS')) ?? ''))
    : normal
  return shown instanceof PdfStream ? shown : undefined
}

/** Moves and scales the appearance's box into the annotation's rectangle. */
function intoRect(objects: ObjectStore, appearance: PdfStream, rect: Rect): Matrix {
  const box = readRect(objects, appearance.dict.get('BBox')) ?? rect
  const own = readMatrix(objects, appearance.dict.get('Matrix')) ?? identity
  const [left, bottom, right, top] = transformRect(own, box)
  const across = right > left ? (rect[2] - rect[0]) / (right - left) : 1
  const up = top > bottom ? (rect[3] - rect[1]) / (top - bottom) : 1
  return [across, 0, 0, up, rect[0] - left * across, rect[1] - bottom * up]
}

/** Whether viewers show nothing of an annotation. */
export function isHidden(objects: ObjectStore, annotation: PdfDict): boolean {
  return ((objects.number(annotation.get('F')) ?? 0) & (HIDDEN | NO_VIEW)) !== 0
}
