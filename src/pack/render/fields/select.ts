import { h } from 'hastscript'
import { visibleOptions } from '../../../contracts/slot.ts'
import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import type { FieldView } from './view.ts'

/** One of several options in a drop-down list; on paper they are written out, because nothing drops down there. */
export const select: FieldView<FieldOf<'select'>> = {
  frame: 'label',
  penHint: (field) =>
    visibleOptions(field)
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
  print: (_, [list, other]) => [
    ...(list ? [marker(list, 'line')] : []),
    ...(other ? [h('p.other', 'Other, please say:'), marker(other, 'line')] : []),
  ],
}
