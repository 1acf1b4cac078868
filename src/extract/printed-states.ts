import type { RawValue } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { Slot } from '../model/slot.ts'
import type { PdfField } from '../pdf/index.ts'
import { isAt } from './printed-place.ts'

/**
 * What a field holds, in the on-states of the form. Some programs name the buttons of a group anew, `0` to `4` for `r1` to
 * `r5`; such a name is taken by the place of its button, before it can pass for an option that reads the same. Where the
 * button was moved as well, the value is not certain.
 */
export function printedValue(form: FormDefinition, slot: Slot, field: PdfField): RawValue {
  if (slot.control !== 'radio') return { texts: field.values, confidence: 1 }
  const printed = form.widgets.filter(({ name }) => name === slot.name)
  const known = new Set(printed.map(({ state }) => state))
  let confidence = 1
  const texts = field.values.map((value) => {
    const chosen = field.widgets.find(({ onStates }) => onStates.includes(value))
    if (known.has(value) || !chosen) return value
    const place = printed.find((one) => isAt(chosen, one))
    if (!place) confidence = unplaced
    return place?.state ?? value
  })
  return { texts, confidence }
}

/** How far the name of a button can be trusted that is neither named nor placed as in the form. */
const unplaced = 0.3
