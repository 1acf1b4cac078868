import { LINE_HEIGHT, PADDING, SMALLEST_TYPE } from '../../../contracts/room.ts'
import { type Slot, visibleOptions } from '../../../contracts/slot.ts'
import { tooltipOf } from '../../../contracts/tooltip.ts'
import type { Organisation } from '../../../model/organisation.ts'
import type { PlacedSlot } from '../place-slots.ts'

/** The size at which programs choose one with which all of a text fits into its box (ISO 32000-1, 12.7.3.3). */
export const AUTOMATIC = 0

/** Sizes of type on one line, in points, by the edition; the cells of a table are narrow. */
const usual = { normal: { line: 11, cell: 10 }, large: { line: 16, cell: 13.5 } } as const
/** Width of a character that no option of ours exceeds in the mean, as a part of the type size. */
const WIDEST = 0.57

/**
 * The size of type in a box of one line: the usual one, or what the box has room for, in points and halves of points. All
 * options of a list have room, since nobody can shorten them.
 */
export function typeSize(
  { slot, rect }: Pick<PlacedSlot, 'slot' | 'rect'>,
  { textSize = 'normal' }: Organisation,
): number {
  const [left, bottom, right, top] = rect
  const fitting = Math.min(
    usual[textSize][slot.cell ? 'cell' : 'line'],
    (top - bottom - PADDING) / LINE_HEIGHT,
    (right - left - PADDING) / (WIDEST * longestOption(slot)),
  )
  return Math.max(SMALLEST_TYPE, Math.floor(fitting * 2) / 2)
}

/** What a screen reader says of a place, which tells how much there is room for. */
export function tooltipAt(placed: PlacedSlot, organisation: Organisation): string {
  const [left, bottom, right, top] = placed.rect
  const box = {
    width: right - left,
    height: top - bottom,
    typeSize: typeSize(placed, organisation),
  }
  return tooltipOf(placed.slot, { locale: organisation.locale, box })
}

/** Characters of the longest option of a list; hardly any for other boxes. */
function longestOption({ field, control }: Slot): number {
  const options = control === 'dropdown' && field.type === 'select' ? visibleOptions(field) : []
  return Math.max(1, ...options.map(({ label }) => label.length))
}
