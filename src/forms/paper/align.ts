import type { Raster } from '../../model/paper.ts'
import { type Bend, GUARDS, MARK, type Match, smooth, warp } from './bend.ts'
import { fitHomography, type Homography, type Point, project } from './homography.ts'
import { match, type Search } from './pieces.ts'
import { half } from './raster.ts'

/** Correlation from which a piece counts as found. */
const FOUND = 0.5
/**
 * Searches at 50 dpi for ±2 mm; for ±5 mm where too little was found, as on a sheet that curls, and the same again around that where it is
 * bent far; and at 100 dpi for ±1 mm around what was found.
 */
const NEAR_BY = { halvings: 2, radius: 4, tile: 48, pace: 28 } as const
const FAR_OFF = { ...NEAR_BY, radius: 10 } as const
const EXACT = { halvings: 1, radius: 4, tile: 64, pace: 56 } as const
/** Part of the pieces that are found near by on a flat sheet, and pixels by which it may be bent, 1 mm. */
const FLAT = { found: 0.5, bend: 8 } as const
/** Pixels of a bend beyond which a search may have missed what is bent most, 3 mm. */
const FAR = 24

/** Pieces that are enough to fit a homography by. */
const ENOUGH = 12
/** How often a homography is fitted again to what was found by the last, and by how much more must be found then. */
const [ROUNDS, GAIN] = [8, 0.02]

/**
 * Lays the picture over the form by the homography of its marks alone, and then as it is bent. Where too little is found so, as when marks of one
 * edge only could be read, the homography goes on from what was found near them.
 *
 * @param marks the middles of the marks on the form, where the homography is right
 */
export function alignTo(
  blank: Raster,
  picture: Raster,
  homography: Homography,
  marks: readonly Point[],
): { readonly aligned: Raster; readonly found: number; readonly homography: Homography } {
  let [lies, seen] = [homography, settled(blank, picture, homography, marks)]
  for (let round = 0; round < ROUNDS && seen.roughly.share < FLAT.found; round++) {
    const next = refitted(seen.roughly.sound, lies, marks)
    const again = next && settled(blank, picture, next, marks)
    if (!again || again.roughly.share < seen.roughly.share + GAIN) break
    ;[lies, seen] = [next, again]
  }
  const { bend, found } = seen.look(EXACT, seen.roughly.bend)
  return { aligned: warp(picture, lies, blank, bend), found, homography: lies }
}

/** Lays a picture over the form by a homography, and finds roughly how it is bent. */
function settled(
  blank: Raster,
  picture: Raster,
  homography: Homography,
  marks: readonly Point[],
): { readonly roughly: Look; readonly look: (by: How, bend: Bend | undefined) => Look } {
  const straight = warp(half(picture, 1), halved(homography), half(blank, 1))
  const look = ({ halvings, ...search }: How, bend?: Bend): Look => {
    const scale = 2 ** halvings
    const [form, copy] = [half(blank, halvings), half(straight, halvings - 1)]
    const { matches, pieces } = match(form, copy, { ...search, scale, bend })
    const sound = matches.filter(({ score }) => score >= FOUND)
    const found = matches.length === 0 ? 0 : sound.length / matches.length
    return { sound, found, share: sound.length / pieces, bend: smooth(sound, marks, blank) }
  }
  let roughly = look(NEAR_BY)
  if (roughly.share < FLAT.found || bendOf(roughly) > FLAT.bend) roughly = look(FAR_OFF)
  if (bendOf(roughly) > FAR) roughly = look(FAR_OFF, roughly.bend)
  return { roughly, look }
}

/** The homography by which most of what was found lies where it is printed. */
function refitted(
  matches: readonly Match[],
  homography: Homography,
  marks: readonly Point[],
): Homography | undefined {
  const fixed = marks.flatMap((mark) =>
    Array.from({ length: MARK }, () => ({ from: mark, to: project(homography, mark.x, mark.y) })),
  )
  const all = matches.map(({ x, y, dx, dy }) => ({
    from: { x, y },
    to: project(homography, x + dx, y + dy),
  }))
  let kept = all
  let fitted: Homography | undefined
  for (const most of GUARDS) {
    if (kept.length < ENOUGH) return undefined
    fitted = fitHomography([...kept, ...fixed], false)
    if (!fitted) return undefined
    const by = fitted
    const errors = all.map(({ from, to }) => {
      const { x, y } = project(by, from.x, from.y)
      return Math.hypot(x - to.x, y - to.y)
    })
    kept = all.filter((_, index) => errors[index]! <= most)
  }
  return fitted
}

/** What one search over the whole page gives. */
interface Look {
  readonly bend: Bend | undefined
  /** What is like the form where it was found. */
  readonly sound: readonly Match[]
  /** Of the pieces that have a place, and of all, the part that is like the form there. */
  readonly found: number
  readonly share: number
}

/** Pixels by which a page is bent where it is bent most. */
function bendOf({ bend }: Look): number {
  let most = 0
  for (const [index, dy] of bend?.dy.entries() ?? [])
    most = Math.max(most, Math.hypot(dy, bend!.dx[index]!))
  return most
}

/** The same between pictures of half the size. */
function halved(h: Homography): Homography {
  return h.map((value, index) =>
    index === 2 || index === 5 ? value / 2 : index > 5 && index < 8 ? 2 * value : value,
  )
}

type How = Omit<Search, 'scale' | 'bend'> & { readonly halvings: number }
