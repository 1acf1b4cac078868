import type { Slot } from './slot.ts'
import { visibleOptions } from './slot.ts'

/** One of what can be chosen under a name: as pages have it, as people see it, and as the PDF stores it. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly stored: string
}

/** What can be chosen at the places of one name; nothing where a text is written. */
export function choicesOf(slots: readonly Slot[]): Choice[] {
  const [slot] = slots
  if (!slot || slot.control === 'text' || slot.control === 'signature') return []
  const { control, field } = slot
  if (control === 'dropdown' && field.type === 'select')
    return visibleOptions(field).map(({ value, label }) => ({ value, label, stored: label }))
  return slots.map(({ option, state = '' }) => ({
    value: option?.value ?? state,
    label: option?.label ?? state,
    stored: state,
  }))
}
