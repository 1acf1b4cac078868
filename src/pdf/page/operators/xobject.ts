import { nameOf, type PdfObject, PdfStream } from '../../objects.ts'
import type { ContentRun, Operator } from '../content-run.ts'
import { transformRect } from '../matrix.ts'

/** Images, form XObjects and shadings (ISO 32000-1, 8.8 to 8.10). */
export const xobjectOperators: readonly (readonly [string, Operator])[] = [
  ['Do', paintXObject],
  ['EI', paintImage],
  ['sh', (run) => run.paintMark('fill', run.state.clip, 0)],
]

function paintXObject(run: ContentRun, operands: readonly PdfObject[]): void {
  const { objects } = run.source
  const xobject = objects.resolve(run.resource('XObject', nameOf(operands.at(-1))))
  if (!(xobject instanceof PdfStream)) return
  if (objects.name(xobject.dict.get('Subtype')) === 'Image') paintImage(run)
  else run.paintForm(xobject)
}

function paintImage(run: ContentRun): void {
  run.paintMark('image', transformRect(run.state.ctm, [0, 0, 1, 1]), 0)
}
