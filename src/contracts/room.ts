import { hasLines, type Slot } from './slot.ts'

/** A box to type into, in PDF points. */
export interface TextBox {
  readonly width: number
  readonly height: number
  /** Size of the type on one line; in several lines programs choose it. */
  readonly typeSize: number
}

/** The smallest type in points that people still read on paper. */
export const SMALLEST_TYPE = 7
/** The smallest above it that all programs choose; Chrome knows 4, 6, 8, 9, 10 and 12 points. */
const SMALLEST_CHOSEN = 8
/** Height of a line of Noto Sans, as a part of the type size. */
export const LINE_HEIGHT = 1.36
/** What programs leave free at the edges of a box, in points: above and below, or left and right together. */
export const PADDING = 3
/** Mean width of a character of running text in Noto Sans, as a part of the type size. */
const CHARACTER = 0.54
/** A line that is wrapped ends so many characters before the edge, in the mean. */
const WRAPPED = 3

/** About how many characters a box shows at once: of several lines, in the smallest type that people read in all programs. */
export function roomFor(slot: Slot, box: TextBox): number {
  if (!hasLines(slot)) return rounded(charactersIn(box, box.typeSize))
  const inLine = Math.max(1, charactersIn(box, SMALLEST_CHOSEN) - WRAPPED)
  return rounded(Math.max(1, linesIn(box, SMALLEST_CHOSEN)) * inLine)
}

/** Whether a box of several lines has room for a text in the smallest type that people read, by the mean width of characters. */
export function hasRoom(text: string, box: Omit<TextBox, 'typeSize'>): boolean {
  const inLine = charactersIn(box, SMALLEST_TYPE)
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil([...line].length / inLine)))
  return lines.reduce((sum, count) => sum + count, 0) <= linesIn(box, SMALLEST_TYPE)
}

function charactersIn({ width }: Pick<TextBox, 'width'>, typeSize: number): number {
  return Math.max(1, Math.floor((width - PADDING) / (CHARACTER * typeSize)))
}

function linesIn({ height }: Pick<TextBox, 'height'>, typeSize: number): number {
  return Math.floor((height - PADDING) / (typeSize * LINE_HEIGHT))
}

/** Down to one or two figures, since it is only about so many. */
function rounded(count: number): number {
  const step = count < 20 ? 1 : count < 100 ? 5 : count < 1000 ? 10 : 100
  return Math.floor(count / step) * step
}
