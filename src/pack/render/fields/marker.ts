import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Slot } from '../../../contracts/slot.ts'

/** Size and place of a marked box, by the class of the style sheet. */
export type MarkerShape = 'line' | 'area' | 'tick' | 'round' | 'signature'

/**
 * The box of a slot on paper: a link whose address is the slot's key. Chromium keeps the place of links in the PDF, and
 * the stamp stage puts a form field there. The box must have a size, because Chromium drops links without one.
 */
export function marker(slot: Slot, shape: MarkerShape, lines?: number): Element {
  return h('a', {
    className: ['field', shape, slot.field.type],
    href: address(slot),
    ariaLabel: slot.tooltip,
    ...(lines !== undefined && { style: `--lines: ${lines}` }),
  })
}

function address(slot: Slot): string {
  const name = encodeURIComponent(slot.name)
  return slot.control === 'radio' && slot.state !== undefined
    ? `field:${name}#${encodeURIComponent(slot.state)}`
    : `field:${name}`
}
