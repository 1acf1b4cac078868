import type { Slot } from '../../../contracts/slot.ts'
import type { Size } from './appearance.ts'

/** Sizes of typed text in points, where the box has room for it; the cells of a table are narrow. */
const COMFORTABLE = 10
const IN_CELLS = 9
const SMALLEST = 6
/** Height of a line of Noto Sans and what programs leave free at the edges of a box. */
const LINE_HEIGHT = 1.36
const PADDING = 3

/** The size at which the lines that a box is meant for fit into it, in points and halves of points. */
export function fontSize({ field, cell }: Slot, { height }: Size): number {
  const lines = field.type === 'multiline' ? field.lines : 1
  const fitting = (height - PADDING) / (lines * LINE_HEIGHT)
  return Math.max(SMALLEST, Math.min(cell ? IN_CELLS : COMFORTABLE, Math.floor(fitting * 2) / 2))
}
