import type { Slot } from '../../contracts/slot.ts'
import type { RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { isAt } from '../pages/index.ts'
import { valueInForm } from './offered-options.ts'

/** How far the name of a button can be trusted that is not the only one of its name, or neither named nor placed as in the form. */
const UNPLACED = 0.3

/**
 * What a field holds, in the on-states of the form. Some programs name the buttons of a group anew, `0` to `4` for `r1` to
 * `r5`; such a name is taken by the place of its button, before it can pass for an option that reads the same. Where several
 * buttons have the name, the one that is shown as chosen counts. Where none or several are, or the button was moved as well,
 * the value is not certain.
 */
export function printedValue(form: FormDefinition, slot: Slot, field: PdfField): RawValue {
  if (slot.control !== 'radio')
    return { texts: field.values.map((value) => valueInForm(slot, field, value)), confidence: 1 }
  const printed = form.widgets.filter(({ name }) => name === slot.name)
  const known = new Set(printed.map(({ state }) => state))
  let confidence = 1
  const texts = field.values.map((value) => {
    const named = field.widgets.filter(({ onStates }) => onStates.includes(value))
    if (named.length === 0 || (known.has(value) && named.length === 1)) return value
    const shown = named.length === 1 ? named : named.filter(({ state }) => state === value)
    const places = printed.filter((one) => shown.some((widget) => isAt(widget, one)))
    if (places.length !== 1) confidence = UNPLACED
    return places[0]?.state ?? value
  })
  return { texts, confidence }
}
