import { h } from 'hastscript'
import type { FieldOf } from '../../../model/field.ts'
import { controlId } from './control.ts'
import { marker } from './marker.ts'
import { hint, labelText } from './question.ts'
import { type FieldView, only } from './view.ts'

/** A statement with a box to confirm it. */
export const checkbox: FieldView<FieldOf<'checkbox'>> = {
  frame: 'itself',
  screen(field, slots, context) {
    const { place } = context
    const bare = place !== 'question'
    const slot = only(slots)
    const input = h('input', {
      type: 'checkbox',
      id: controlId(slot),
      name: slot.name,
      value: 'yes',
      required: field.required,
      ...(bare && { ariaLabel: slot.label }),
    })
    if (bare) return [input]
    const label = h('label', { htmlFor: controlId(slot) }, labelText(field, context))
    return [h('div.option', input, label), ...hint(field)]
  },
  print(field, slots, context) {
    const { place } = context
    const box = marker(only(slots), 'tick')
    if (place !== 'question') return [box]
    return [h('p.option', box, h('span', labelText(field, context))), ...hint(field)]
  },
}
