import type { Element } from 'hast'
import { h } from 'hastscript'
import { fieldAddress } from '../../../contracts/field-address.ts'
import type { Slot } from '../../../contracts/slot.ts'

/** Size and place of a marked box, by the class of the style sheet. */
export type MarkerShape = 'line' | 'area' | 'tick' | 'round' | 'signature'

/**
 * The box of a slot on paper: a link to the slot's field address. The box must have a size, because Chromium drops links
 * without one.
 */
export function marker(slot: Slot, shape: MarkerShape, lines?: number): Element {
  return h('a', {
    className: ['field', shape, slot.field.type],
    href: fieldAddress(slot),
    ariaLabel: slot.label,
    ...(lines !== undefined && { style: `--lines: ${lines}` }),
  })
}
