import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { standsBefore, withUnit } from '../../../language/number.ts'
import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, type FormContext, only } from './view.ts'

/** A number, with its unit beside it; in a table the head of the column tells the unit. */
export const number: FieldView<FieldOf<'number'>> = {
  frame: 'label',
  screen({ min, max, decimals, ...field }, slots, context) {
    const input = control('input', only(slots), context, {
      type: 'number',
      ...range({ min, max }),
      step: decimals === undefined ? 'any' : String(10 ** -decimals),
    })
    return measured(input, field, context)
  },
  print(field, slots, context) {
    return measured(marker(only(slots), 'line'), field, context)
  },
}

function range({ min, max }: Pick<FieldOf<'number'>, 'min' | 'max'>) {
  return { min: min?.toString(), max: max?.toString() }
}

/** A box with its unit, which stands where one says it when it is written with the number: `£12`, `12 minutes`. */
function measured(
  box: Element,
  { unit }: Pick<FieldOf<'number'>, 'unit'>,
  { place }: FormContext,
): ElementContent[] {
  if (!unit || place === 'cell') return [box]
  const both = standsBefore(unit)
    ? [h('span.currency.unit', unit), box]
    : [box, h('span.unit', withUnit('', unit))]
  return place === 'question' ? [h('div.measured', both)] : both
}
