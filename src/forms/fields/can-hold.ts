import type { Slot } from '../../contracts/slot.ts'
import type { PdfField } from '../../pdf/index.ts'

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
