import type { FormDefinition } from '../../model/form.ts'
import type { PdfField, Rect } from '../../pdf/index.ts'

/** Points by which a program may shift a box when it writes the file anew. */
const SHIFT = 3

type PdfWidget = PdfField['widgets'][number]
type Widget = FormDefinition['widgets'][number]

/** Whether a box of the file is where the form has it. */
export function isAt(widget: PdfWidget, printed: Widget): boolean {
  return (
    widget.page === printed.page &&
    widget.rect !== undefined &&
    isSameRect(widget.rect, printed.rect)
  )
}

/** Whether two boxes are at the same place, as far as a program may shift one. */
export function isSameRect(one: Rect, other: Rect): boolean {
  return one.every((edge, index) => Math.abs(edge - (other[index] ?? Number.NaN)) <= SHIFT)
}
