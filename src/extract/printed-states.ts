import type { FormDefinition } from '../model/form.ts'
import type { Slot } from '../model/slot.ts'
import type { PdfField } from '../pdf/index.ts'
import { isAt } from './printed-place.ts'

/**
 * What a field holds, in the on-states of the form. Some programs name the buttons of a group anew, `0` to `4` for `r1` to
 * `r5`; such a name is taken by the place of its button, before it can pass for an option that reads the same.
 */
export function printedStates(
  form: FormDefinition,
  slot: Slot,
  field: PdfField,
): readonly string[] {
  if (slot.control !== 'radio') return field.values
  const printed = form.widgets.filter(({ name }) => name === slot.name)
  const known = new Set(printed.map(({ state }) => state))
  return field.values.map((value) => {
    if (known.has(value)) return value
    const chosen = field.widgets.find(({ onStates }) => onStates.includes(value))
    return (chosen && printed.find((place) => isAt(chosen, place))?.state) ?? value
  })
}
