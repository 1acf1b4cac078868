import type { FormDefinition } from '../model/form.ts'
import type { PdfField } from '../pdf/index.ts'
import { canHold, isAt, slotsByName } from './printed-place.ts'

/**
 * Fields with a name that the form does not have, which stand just where one of the form's fields should be and is not:
 * by each of them, the name that it should have.
 */
export function findRenamed(
  form: FormDefinition,
  fields: readonly PdfField[],
): ReadonlyMap<PdfField, string> {
  const slots = slotsByName(form)
  const present = new Set(fields.map(({ name }) => name))
  const missing = [...slots.values()].filter(({ name }) => !present.has(name))
  const strange = missing.length > 0 ? fields.filter(({ name }) => !slots.has(name)) : []
  const renamed = new Map<PdfField, string>()
  for (const slot of missing) {
    const places = form.widgets.filter(({ name }) => name === slot.name)
    const found = strange.filter(
      (field) =>
        canHold(field, slot) &&
        field.widgets.length === places.length &&
        places.every((place) => field.widgets.some((widget) => isAt(widget, place))),
    )
    const [only] = found
    if (only && found.length === 1) renamed.set(only, slot.name)
  }
  return renamed
}
