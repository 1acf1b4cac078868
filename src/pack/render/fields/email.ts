import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, only } from './view.ts'

/** An e-mail address. */
export const email: FieldView<FieldOf<'email'>> = {
  frame: 'label',
  screen: (_, slots, context) => [control('input', only(slots), context, { type: 'email' })],
  print: (_, slots) => [marker(only(slots), 'line')],
}
