import { type Slot, slotsOf } from '../../contracts/slot.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField, Rect } from '../../pdf/index.ts'

type PdfWidget = PdfField['widgets'][number]
type Widget = FormDefinition['widgets'][number]

/** Points by which a program may shift a box when it writes the file anew. */
const SHIFT = 3

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

const fieldTypes: Record<Slot['control'], ReadonlySet<PdfField['type']>> = {
  text: new Set(['text', 'choice']),
  dropdown: new Set(['choice', 'text']),
  checkbox: new Set(['checkbox']),
  radio: new Set(['radio', 'checkbox']),
  signature: new Set(['signature']),
}

/** Whether a field of the file can hold what is to be filled in there. */
export function canHold(field: PdfField, { control }: Slot): boolean {
  return fieldTypes[control].has(field.type)
}

/** The first slot of each name, in the order of the form. */
export function slotsByName(form: FormDefinition): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  for (const slot of slotsOf(form.fields)) if (!slots.has(slot.name)) slots.set(slot.name, slot)
  return slots
}

/** What a field asks; a group of buttons is asked about as a whole, not by its first option. */
export function questionOf({ control, cell, field, tooltip }: Slot): string {
  return control === 'radio' && cell === undefined ? field.label : tooltip
}
