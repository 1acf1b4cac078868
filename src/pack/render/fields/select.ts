import type { Element } from 'hast'
import { h } from 'hastscript'
import { visibleOptions } from '../../../contracts/slot.ts'
import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import type { FieldView } from './view.ts'

/**
 * One of several options in a drop-down list. On paper nothing drops down, so there they stand beside boxes to tick by
 * hand, and over a column of a table as words to copy.
 */
export const select: FieldView<FieldOf<'select'>> = {
  frame: 'label',
  penHint: (field, { place }) =>
    place === 'question'
      ? 'On paper, tick one'
      : visibleOptions(field)
          .map(({ label }) => label)
          .join('\u00a0· '),
  screen(field, [list, other], context) {
    const options = visibleOptions(field).map(({ value, label }) => h('option', { value }, label))
    return [
      ...(list
        ? [control('select', list, context, {}, [h('option', { value: '' }), ...options])]
        : []),
      ...(other
        ? [
            control(
              'input',
              other,
              { ...context, place: 'sentence' },
              { type: 'text', required: false },
            ),
          ]
        : []),
    ]
  },
  print: (field, [list, other], { place }) => [
    ...(place === 'question' ? [toTick(field)] : []),
    ...(list ? [marker(list, 'line')] : []),
    ...(other ? [h('p.other', 'Other, please say:'), marker(other, 'line')] : []),
  ],
}

/** The options for a pen; no field lies over their boxes. */
function toTick(field: FieldOf<'select'>): Element {
  return h(
    'div.options.beside.by-pen',
    visibleOptions(field).map(({ label }) =>
      // Between boxes in a row no space is printed, so that it stands in them.
      h('p.option', h('span.tick.by-pen'), h('span', `${label} `)),
    ),
  )
}
