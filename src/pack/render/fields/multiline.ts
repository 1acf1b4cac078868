import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { type FieldView, only } from './view.ts'

/** Several lines of text; on paper each has the height of handwriting. */
export const multiline: FieldView<FieldOf<'multiline'>> = {
  frame: 'label',
  penHint: ({ maxLength }, { say }) =>
    maxLength === undefined ? undefined : say('At most {count} characters', { count: maxLength }),
  screen: ({ lines, maxLength }, slots, context) => [
    control('textarea', only(slots), context, { rows: lines, maxLength }),
  ],
  print: ({ lines }, slots) => [marker(only(slots), 'area', lines)],
}
