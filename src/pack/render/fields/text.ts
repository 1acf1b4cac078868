import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, only } from './view.ts'

/** One line of text. */
export const text: FieldView<FieldOf<'text'>> = {
  frame: 'label',
  penHint: ({ maxLength }, { say }) =>
    maxLength === undefined ? undefined : say('At most {count} characters', { count: maxLength }),
  screen: ({ maxLength }, slots, context) => [
    control('input', only(slots), context, { type: 'text', maxLength }),
  ],
  print: (_, slots) => [marker(only(slots), 'line')],
}
