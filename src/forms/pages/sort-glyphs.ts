import { type Glyph, isWithin, type PageContent } from '../../pdf/page/index.ts'
import type { Box } from './boxes.ts'

/** Points by which a clipping path may be larger than its box. */
const SLACK = 1

/** The characters of a page that are not printed on the form, by the box that each is in. */
export interface SortedGlyphs {
  readonly inBoxes: ReadonlyMap<Box, readonly Glyph[]>
  /** Those in no box. */
  readonly others: readonly Glyph[]
}

/** Gives each character that was filled in to the box that it is in. */
export function sortGlyphs(
  content: PageContent,
  printed: ReadonlySet<Glyph>,
  boxes: readonly Box[],
): SortedGlyphs {
  const inBoxes = new Map(boxes.map((box) => [box, [] as Glyph[]]))
  const others: Glyph[] = []
  for (const glyph of content.glyphs) {
    if (printed.has(glyph)) continue
    // A character that only shows inside a box was put there with it, even if it runs over.
    const box =
      boxes.find(({ rect }) => isWithin(glyph.clip, rect, SLACK)) ??
      boxes.find((one) => holds(one, glyph))
    const home = box ? inBoxes.get(box) : others
    home?.push(glyph)
  }
  return { inBoxes, others }
}

/** By the middle of a character, so that what stands close beside a box is not taken for its content. */
export function holds(
  { rect: [left, bottom, right, top] }: Box,
  { x, y, width, size }: Glyph,
): boolean {
  const [middle, height] = [x + width / 2, y + 0.3 * size]
  return middle > left && middle < right && height > bottom && height < top
}
