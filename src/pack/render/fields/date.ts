import { h } from 'hastscript'
import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, only } from './view.ts'

/** A day; on paper in the figures that are usual in the locale. */
export const date: FieldView<FieldOf<'date'>> = {
  frame: 'label',
  penHint: (_, { dateHint }) => dateHint,
  screen: ({ min, max }, slots, context) => [
    control('input', only(slots), context, { type: 'date', min, max }),
  ],
  print(_, slots, { place, dateHint }) {
    const box = marker(only(slots), 'line')
    return place === 'sentence' ? [h('span.captioned', box, h('span.format', dateHint))] : [box]
  },
}
