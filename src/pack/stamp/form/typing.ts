import { LINE_HEIGHT, PADDING, SMALLEST_TYPE } from '../../../contracts/room.ts'
import { tooltipOf } from '../../../contracts/tooltip.ts'
import type { Organisation } from '../../../model/organisation.ts'
import type { PlacedSlot } from '../place-slots.ts'

/** The size at which programs choose one with which all of a text fits into its box (ISO 32000-1, 12.7.3.3). */
export const AUTOMATIC = 0

/** Sizes of type on one line, in points, by the edition. */
const usual = { normal: 11, large: 16 } as const

/** The size of type in a box of one line: the usual one, or what the box has room for, in points and halves of points. */
export function typeSize(height: number, { textSize = 'normal' }: Organisation): number {
  const fitting = (height - PADDING) / LINE_HEIGHT
  return Math.max(SMALLEST_TYPE, Math.min(usual[textSize], Math.floor(fitting * 2) / 2))
}

/** What a screen reader says of a place, which tells how much there is room for. */
export function tooltipAt({ slot, rect }: PlacedSlot, organisation: Organisation): string {
  const [left, bottom, right, top] = rect
  const [width, height] = [right - left, top - bottom]
  const box = { width, height, typeSize: typeSize(height, organisation) }
  return tooltipOf(slot, { locale: organisation.locale, box })
}
