import type { FieldOf } from '../../../model/field.ts'
import { optionsInPrint, optionsOnScreen } from './options.ts'
import type { FieldView } from './view.ts'

/** One of a few options, all of them visible. */
export const choice: FieldView<FieldOf<'choice'>> = {
  frame: 'group',
  screen: (field, slots, context) => [optionsOnScreen(field, slots, context)],
  print: (field, slots, context) => [optionsInPrint(field, slots, context)],
}
