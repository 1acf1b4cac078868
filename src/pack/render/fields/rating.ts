import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Slot } from '../../../contracts/slot.ts'
import type { FieldOf } from '../../../model/field.ts'
import { controlId } from './control.ts'
import { marker } from './marker.ts'
import type { FieldView } from './view.ts'

/** A row of numbers from 1 upwards, with words at its ends. */
export const rating: FieldView<FieldOf<'rating'>> = {
  frame: 'group',
  screen: (field, slots) => [
    scale(
      field,
      slots.map((slot) =>
        h('div.step', [
          h('input', {
            type: 'radio',
            id: controlId(slot),
            name: slot.name,
            value: slot.option?.value,
            required: field.required,
          }),
          h('label', { htmlFor: controlId(slot) }, numberOf(slot)),
        ]),
      ),
    ),
  ],
  print: (field, slots) => [
    scale(
      field,
      slots.map((slot) => h('p.step', marker(slot, 'round'), h('span', numberOf(slot)))),
    ),
  ],
}

function scale({ low, high }: FieldOf<'rating'>, steps: Element[]): Element {
  return h('div.scale', [
    ...(low ? [h('p.end', low)] : []),
    ...steps,
    ...(high ? [h('p.end', high)] : []),
  ])
}

function numberOf(slot: Slot): string {
  return slot.option?.value ?? ''
}
