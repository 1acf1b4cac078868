import type { Element } from 'hast'
import { h } from 'hastscript'
import { OTHER, type Slot } from '../../../contracts/slot.ts'
import type { FieldOf } from '../../../model/field.ts'
import { control, optionControl } from './control.ts'
import { marker } from './marker.ts'
import type { FormContext } from './view.ts'

/** Longest label, in characters, with which options stand beside each other where there is room. */
const SHORT = 28

type OptionsField = FieldOf<'choice' | 'checks' | 'select'>

/** The options of a choice or of checks as controls of a web page. */
export function optionsOnScreen(
  field: OptionsField,
  slots: readonly Slot[],
  context: FormContext,
): Element {
  const type = field.type === 'choice' ? 'radio' : 'checkbox'
  return h(
    'div',
    { className: arrangement(field) },
    slots.map((slot) =>
      slot.option
        ? optionControl(
            slot,
            type,
            slot.option === OTHER ? context.say('Other') : slot.option.label,
          )
        : control(
            'input',
            slot,
            { ...context, place: 'sentence' },
            { type: 'text', required: false },
          ),
    ),
  )
}

/** The same options as marked boxes with their labels. */
export function optionsInPrint(
  field: OptionsField,
  slots: readonly Slot[],
  { say }: Pick<FormContext, 'say'>,
): Element {
  const shape = field.type === 'checks' ? 'tick' : 'round'
  const buttons = slots.filter(({ option }) => option)
  const other = slots.find(({ option }) => !option)
  return h(
    'div',
    { className: arrangement(field) },
    buttons.map((slot, index) =>
      other && index === buttons.length - 1
        ? h(
            'p.option.other',
            marker(slot, shape),
            h('span', say('Other, please say:')),
            marker(other, 'line'),
          )
        : h('p.option', marker(slot, shape), h('span', slot.option?.label ?? '')),
    ),
  )
}

function arrangement(field: OptionsField): string[] {
  const short = field.width !== 'third' && field.options.every(({ label }) => label.length <= SHORT)
  return ['options', short ? 'beside' : 'stacked']
}
