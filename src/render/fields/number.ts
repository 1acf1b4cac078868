import { h } from 'hastscript'
import type { FieldOf } from '../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, only } from './view.ts'

/** A number, with its unit behind it. */
export const number: FieldView<FieldOf<'number'>> = {
  frame: 'label',
  screen: ({ min, max, decimals, unit }, slots, context) => [
    control('input', only(slots), context, {
      type: 'number',
      ...range({ min, max }),
      step: decimals === undefined ? 'any' : String(10 ** -decimals),
    }),
    ...unitText(unit),
  ],
  print({ unit }, slots, { place }) {
    const box = [marker(only(slots), 'line'), ...unitText(unit)]
    return unit && place === 'question' ? [h('div.measured', box)] : box
  },
}

function range({ min, max }: Pick<FieldOf<'number'>, 'min' | 'max'>) {
  return { min: min?.toString(), max: max?.toString() }
}

function unitText(unit: string | undefined) {
  return unit ? [h('span.unit', ` ${unit}`)] : []
}
