import { h } from 'hastscript'
import type { FieldOf } from '../../../model/field.ts'
import { control, controlId } from './control.ts'
import { date } from './date.ts'
import { marker } from './marker.ts'
import { hint, labelText, question } from './question.ts'
import { type FieldView, type FormContext, type Medium, only } from './view.ts'

/** A place to sign, with the date beside it. */
export const signature: FieldView<FieldOf<'signature'>> = {
  frame: 'itself',
  screen(field, slots, context) {
    const slot = only(slots)
    return [
      h('div.sign', [
        h('label.label', { htmlFor: controlId(slot) }, labelText(field, context)),
        ...hint(field),
        control('input', slot, context, { type: 'text', autoComplete: ['name'] }),
      ]),
      ...signedOn(field, 'screen', context),
    ]
  },
  print: (field, slots, context) => [
    h('div.sign', [
      h('p.label', labelText(field, context)),
      ...hint(field),
      marker(only(slots), 'signature'),
    ]),
    ...signedOn(field, 'print', context),
  ],
}

function signedOn(field: FieldOf<'signature'>, medium: Medium, context: FormContext) {
  const day = field.date === undefined ? undefined : context.fields.get(field.date)
  return day?.type === 'date' ? [question(day, date, medium, context)] : []
}
