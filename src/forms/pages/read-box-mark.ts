import type { Rect } from '../../pdf/index.ts'
import { type Glyph, intersect, isSpace, type Mark } from '../../pdf/page/index.ts'

const PALEST = 0.9
/** Borders are lines; a box that is filled as dark as this may be marked by it. */
const DARKEST = 0.5
/** Sizes as parts of the box: what is smaller is dirt, what is larger and not slanted is a border. */
const LEAST = 0.15
const MOST_OF_BORDER = 0.8
const MOST_OF_CROSS = 1.15
/** Larger strokes are of something else than this box. */
const MOST_OF_STROKE = 4

/**
 * Whether a box is ticked. On the blank form a box has its border only, so that anything else in it is a mark:
 * `doubtful` if what lies there is larger than the box or beside its middle.
 */
export type Ticked = 'yes' | 'no' | 'doubtful'

/** Judges a box by the characters and paths in it; `glyphs` without those that are printed on the form. */
export function readBoxMark(rect: Rect, glyphs: readonly Glyph[], marks: readonly Mark[]): Ticked {
  if (glyphs.some((glyph) => !isSpace(glyph) && isInside(rect, centre(glyph)))) return 'yes'
  const judged = marks.map((mark) => judge(rect, mark))
  return (
    judged.find((ticked) => ticked === 'yes') ?? judged.find((ticked) => ticked !== 'no') ?? 'no'
  )
}

function judge(rect: Rect, { kind, box, slanted, lightness }: Mark): Ticked {
  const seen = intersect(box, rect)
  if (lightness > PALEST || seen[2] <= seen[0] || seen[3] <= seen[1]) return 'no'
  const share = shareOf(box, rect)
  if (share < LEAST) return 'no'
  if (share <= MOST_OF_BORDER || (slanted && share <= MOST_OF_CROSS)) {
    return isInside(slanted ? rect : inner(rect), middle(box)) ? 'yes' : 'no'
  }
  const isBlot = kind === 'fill' && lightness < DARKEST && share <= MOST_OF_CROSS
  const isStroke = slanted && share <= MOST_OF_STROKE
  return (isBlot || isStroke) && covers(seen, rect) ? 'doubtful' : 'no'
}

function shareOf(box: Rect, rect: Rect): number {
  const [width, height] = sizeOf(rect)
  const [across, up] = sizeOf(box)
  return Math.max(across / width, up / height)
}

function covers(seen: Rect, rect: Rect): boolean {
  const [width, height] = sizeOf(rect)
  const [across, up] = sizeOf(seen)
  return across > 0.4 * width && up > 0.4 * height
}

function centre({ x, y, width, size }: Glyph): readonly [number, number] {
  return [x + width / 2, y + 0.35 * size]
}

function middle([left, bottom, right, top]: Rect): readonly [number, number] {
  return [(left + right) / 2, (bottom + top) / 2]
}

function isInside([left, bottom, right, top]: Rect, [x, y]: readonly [number, number]): boolean {
  return x > left && x < right && y > bottom && y < top
}

/** The middle of a box, in which borders do not have their centre unless they go all round. */
function inner([left, bottom, right, top]: Rect): Rect {
  const [aside, up] = [0.2 * (right - left), 0.2 * (top - bottom)]
  return [left + aside, bottom + up, right - aside, top - up]
}

function sizeOf([left, bottom, right, top]: Rect): readonly [number, number] {
  return [right - left, top - bottom]
}
