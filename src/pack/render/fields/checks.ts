import type { FieldOf } from '../../../model/field.ts'
import { optionsInPrint, optionsOnScreen } from './options.ts'
import type { FieldView } from './view.ts'

/** Any of several options. */
export const checks: FieldView<FieldOf<'checks'>> = {
  frame: 'group',
  penHint: ({ hint }, { say }) => (hint ? undefined : say('Tick all that apply')),
  screen: (field, slots, context) => [optionsOnScreen(field, slots, context)],
  print: (field, slots, context) => [optionsInPrint(field, slots, context)],
}
