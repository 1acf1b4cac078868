import type { Anchor } from '../../model/form.ts'
import type { Rect } from '../../pdf/index.ts'
import type { Glyph } from '../../pdf/page/index.ts'
import { around } from '../../pdf/page/matrix.ts'
import type { PageText } from './page-text.ts'

/** From fewer texts nobody can tell how a copy lies over the original. */
export const FEWEST_ANCHORS = 3
/** Part of a page's anchors that a copy must show at their places. */
const LEAST_SHARE = 0.4
/** Distance in points from which two anchors tell the scale. */
const FAR_APART = 80
/** Distance in points up to which an anchor is at its place. */
const TOLERANCE = 2

/** How a copy of a page lies over the original: `x' = scale · x + dx`, `y' = scale · y + dy`, PDF points. */
export interface Placement {
  readonly scale: number
  readonly dx: number
  readonly dy: number
}

/** How a copy of a page was found to lie over the original. */
export interface Registration extends Placement {
  /** How many anchors lie where they should. */
  readonly matched: number
  /** How many of the anchors that were found lie elsewhere. */
  readonly astray: number
  /** Largest distance of such an anchor from its place, in points of the copy. */
  readonly error: number
  /** The rectangle around the beginnings of those anchors. */
  readonly area: Rect
  /** The characters of those anchors, which are part of the form and not filled in. */
  readonly printed: ReadonlySet<Glyph>
}

interface Pair {
  readonly anchor: Anchor
  readonly glyphs: readonly Glyph[]
  readonly x: number
  readonly y: number
}

/** Lays the anchors of a page over a text; undefined when it is not a copy of that page. */
export function register(anchors: readonly Anchor[], text: PageText): Registration | undefined {
  const pairs = anchors.flatMap((anchor): Pair[] => {
    const glyphs = text.findOnly(anchor.text)
    const [first] = glyphs ?? []
    return glyphs && first ? [{ anchor, glyphs, x: first.x, y: first.y }] : []
  })
  if (pairs.length < FEWEST_ANCHORS) return undefined
  const rough = roughFit(pairs)
  const inliers = pairs.filter((pair) => distance(pair, rough) <= TOLERANCE)
  if (inliers.length < FEWEST_ANCHORS || inliers.length * 2 < pairs.length) return undefined
  if (inliers.length < LEAST_SHARE * anchors.length) return undefined
  const fit = leastSquares(inliers)
  return {
    ...fit,
    matched: inliers.length,
    astray: pairs.length - inliers.length,
    error: Math.max(...inliers.map((pair) => distance(pair, fit))),
    area: around(inliers),
    printed: new Set(inliers.flatMap(({ glyphs }) => glyphs)),
  }
}

/** The medians, which single texts at wrong places cannot shift. */
function roughFit(pairs: readonly Pair[]): Placement {
  const scales = pairs.flatMap((one, index) =>
    pairs.slice(index + 1).flatMap((other) => {
      const onForm = Math.hypot(one.anchor.x - other.anchor.x, one.anchor.y - other.anchor.y)
      return onForm < FAR_APART ? [] : [Math.hypot(one.x - other.x, one.y - other.y) / onForm]
    }),
  )
  const scale = median(scales) ?? 1
  return {
    scale,
    dx: median(pairs.map(({ anchor, x }) => x - scale * anchor.x)) ?? 0,
    dy: median(pairs.map(({ anchor, y }) => y - scale * anchor.y)) ?? 0,
  }
}

function leastSquares(pairs: readonly Pair[]): Placement {
  const [ax, ay] = [
    mean(pairs.map(({ anchor }) => anchor.x)),
    mean(pairs.map(({ anchor }) => anchor.y)),
  ]
  const [cx, cy] = [mean(pairs.map(({ x }) => x)), mean(pairs.map(({ y }) => y))]
  let [product, square] = [0, 0]
  for (const { anchor, x, y } of pairs) {
    product += (anchor.x - ax) * (x - cx) + (anchor.y - ay) * (y - cy)
    square += (anchor.x - ax) ** 2 + (anchor.y - ay) ** 2
  }
  const scale = square > 0 ? product / square : 1
  return { scale, dx: cx - scale * ax, dy: cy - scale * ay }
}

function distance({ anchor, x, y }: Pair, { scale, dx, dy }: Placement): number {
  return Math.hypot(x - scale * anchor.x - dx, y - scale * anchor.y - dy)
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[values.length >> 1]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
