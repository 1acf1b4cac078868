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
  print: (_, slots) => [marker(only(slots), 'line')],
}
