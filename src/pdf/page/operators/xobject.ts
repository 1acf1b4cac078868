import type { Rect } from '../../geometry.ts'
import { nameOf, type PdfObject, PdfStream } from '../../objects.ts'
import { type ContentRun, type Operator, straight } from '../content-run.ts'
import { transformRect } from '../matrix.ts'

/** Opacity of 255 from which a point of an image hides what is behind it. */
const FULL = 200
/** Part of an image that hides what is behind it. */
const MOST = 0.8

/** Part of a picture of letters that is usually below their base line. */
const DESCENT = 0.2

/** Images, form XObjects and shadings (ISO 32000-1, 8.8 to 8.10). */
export const xobjectOperators: readonly (readonly [string, Operator])[] = [
  ['Do', paintXObject],
  ['EI', (run) => paintImage(run, true)],
  ['sh', (run) => run.paintMark('fill', run.state.clip, 0)],
]

function paintXObject(run: ContentRun, operands: readonly PdfObject[]): void {
  const { objects } = run.source
  const xobject = objects.resolve(run.resource('XObject', nameOf(operands.at(-1))))
  if (!(xobject instanceof PdfStream)) return
  if (objects.name(xobject.dict.get('Subtype')) === 'Image') paintImage(run, isOpaque(run, xobject))
  else run.paintForm(xobject)
}

function paintImage(run: ContentRun, opaque: boolean): void {
  const box = transformRect(run.state.ctm, [0, 0, 1, 1])
  const text = run.said.at(-1)
  if (text !== undefined && !opaque) paintLetters(run, text, box)
  else run.paintMark('image', box, 0, { ...straight, opaque })
}

/** Letters that are drawn because no font has them. Nothing tells where in the picture their base line is. */
function paintLetters(run: ContentRun, text: string, [left, bottom, right, top]: Rect): void {
  const { clip, fill } = run.state
  const size = top - bottom
  run.paintGlyph({
    text,
    x: left,
    y: bottom + DESCENT * size,
    width: right - left,
    size,
    angle: 0,
    font: '',
    clip,
    lightness: fill,
  })
}

/** Whether an image has nothing to see through it; a mask that is full for the most part is none. */
function isOpaque({ source: { objects } }: ContentRun, { dict }: PdfStream): boolean {
  if (objects.resolve(dict.get('ImageMask')) === true || dict.has('Mask')) return false
  const mask = objects.resolve(dict.get('SMask'))
  if (!(mask instanceof PdfStream)) return true
  const { bytes } = objects.streamData(mask)
  const full = bytes.reduce((sum, byte) => sum + Number(byte > FULL), 0)
  return full > MOST * bytes.length
}
