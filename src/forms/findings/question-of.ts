import type { Slot } from '../../contracts/slot.ts'

/** What a field asks; a group of buttons is asked about as a whole, not by its first option. */
export function questionOf({ control, cell, field, label }: Slot): string {
  return control === 'radio' && cell === undefined ? field.label : label
}
