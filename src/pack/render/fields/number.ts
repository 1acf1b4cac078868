import { h } from 'hastscript'
import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, type FormContext, only } from './view.ts'

/** A number, with its unit behind it; in a table the head of the column tells the unit. */
export const number: FieldView<FieldOf<'number'>> = {
  frame: 'label',
  screen: ({ min, max, decimals, ...field }, slots, context) => [
    control('input', only(slots), context, {
      type: 'number',
      ...range({ min, max }),
      step: decimals === undefined ? 'any' : String(10 ** -decimals),
    }),
    ...unit(field, context),
  ],
  print(field, slots, context) {
    const box = [marker(only(slots), 'line'), ...unit(field, context)]
    return field.unit && context.place === 'question' ? [h('div.measured', box)] : box
  },
}

function range({ min, max }: Pick<FieldOf<'number'>, 'min' | 'max'>) {
  return { min: min?.toString(), max: max?.toString() }
}

function unit(field: Pick<FieldOf<'number'>, 'unit'>, { place }: FormContext) {
  return field.unit && place !== 'cell' ? [h('span.unit', ` ${field.unit}`)] : []
}
