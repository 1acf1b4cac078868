import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Slot, visibleOptions, withHint } from '../../../contracts/slot.ts'
import { askedIn } from '../../../contracts/tooltip.ts'
import type { Say } from '../../../language/words.ts'
import type { FieldOf } from '../../../model/field.ts'
import { control } from './control.ts'
import { marker } from './marker.ts'
import { optionsInPrint } from './options.ts'
import type { FieldView } from './view.ts'

/**
 * One of several options: in a drop-down list on a web page, as radio buttons in print. Where they are too many for that
 * they stand beside boxes to tick by hand, and over a column of a table as words to copy, since on paper nothing drops down.
 */
export const select: FieldView<FieldOf<'select'>> = {
  frame: 'label',
  penHint(field, { place, say }) {
    if (field.buttons) return undefined
    return place === 'question'
      ? say('On paper, tick one')
      : visibleOptions(field)
          .map(({ label }) => label)
          .join('\u00a0· ')
  },
  screen(field, slots, context) {
    const [list, other] = onScreen(field, slots, context.say)
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
  print(field, slots, { place, say }) {
    if (field.buttons)
      return place === 'sentence' ? inSentence(slots) : [optionsInPrint(field, slots, { say })]
    const [list, other] = slots
    return [
      ...(place === 'question' ? [toTick(field)] : []),
      ...(list ? [marker(list, 'line')] : []),
      ...(other ? [h('p.other', say('Other, please say:')), marker(other, 'line')] : []),
    ]
  },
}

/** One list for what are buttons in print, and the box beside "Other". */
function onScreen(
  field: FieldOf<'select'>,
  slots: readonly Slot[],
  say: Say,
): (Slot | undefined)[] {
  const [first] = slots
  return [
    first && { ...first, control: 'dropdown', label: withHint(askedIn(first, say), field) },
    slots.find(({ control }) => control === 'text'),
  ]
}

/** Each button with its option, which a line break does not part. */
function inSentence(slots: readonly Slot[]): ElementContent[] {
  return slots.flatMap((slot): ElementContent[] =>
    slot.option
      ? [
          h('span.option', marker(slot, 'round'), ` ${slot.option.label}`),
          { type: 'text', value: ' ' },
        ]
      : [marker(slot, 'line')],
  )
}

/** The options for a pen; no field lies over their boxes. */
function toTick(field: FieldOf<'select'>): Element {
  return h(
    'div.options.beside.by-pen',
    visibleOptions(field).map(({ label }) =>
      // Between boxes in a row no space is printed, so that it stands in them.
      h('p.option', h('span.tick.by-pen'), h('span', `${label} `)),
    ),
  )
}
