import { areaOf, holds } from '../geometry.ts'
import type { Glyph, Mark, PageContent } from './content.ts'
import { intersect, isWithin } from './matrix.ts'

type Rect = Mark['box']

/** From this lightness on nobody sees a character on paper. */
const PALEST = 0.9
/** Points; what is smaller nobody reads. */
const SMALLEST = 1.5
/** The largest marks that are looked at as covers of a page; honest pages have few. */
const MOST_COVERS = 500

/** What people can see of a page. */
export interface Seen {
  readonly glyphs: ReadonlySet<Glyph>
  readonly marks: ReadonlySet<Mark>
}

const known = new WeakMap<PageContent, Seen>()

/** The characters and marks of a page of which none is pale or tiny, cut off, outside the page or covered by a later mark. */
export function seenOf(content: PageContent): Seen {
  const seen = known.get(content) ?? readSeen(content)
  known.set(content, seen)
  return seen
}

function readSeen(content: PageContent): Seen {
  const { width, height } = content
  const sheet: Rect = [0, 0, width, height]
  const order = new Map(content.marks.map((mark, index) => [mark, index]))
  const orderOf = (mark: Mark): number => order.get(mark) ?? -1
  const covers = [...content.marks, ...content.covers]
    .filter(({ opaque }) => opaque)
    .toSorted((one, other) => areaOf(other.box) - areaOf(one.box))
    .slice(0, MOST_COVERS)
  const glyphs = content.glyphs.filter((glyph, index) => {
    const middle = middleOf(glyph)
    return (
      glyph.lightness <= PALEST &&
      glyph.size >= SMALLEST &&
      holds(intersect(glyph.clip, sheet), ...middle) &&
      !covers.some(({ after, box }) => index < after && holds(box, ...middle))
    )
  })
  const marks = content.marks.filter(
    (mark) =>
      !covers.some((cover) => orderOf(cover) > orderOf(mark) && isWithin(mark.box, cover.box)),
  )
  return { glyphs: new Set(glyphs), marks: new Set(marks) }
}

function middleOf({ x, y, width, size }: Glyph): readonly [number, number] {
  return [x + width / 2, y + 0.3 * size]
}
