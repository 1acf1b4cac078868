import { type Homography, project } from './homography.ts'
import { type Ink, PER_MM } from './ink.ts'

/** Part of a line across the page that is ink on a streak; of what is free of print, and of each margin, which nobody writes on. */
const STREAK = 0.7
/** Part of what is next to it where a streak fades. */
const FADING = 0.35
/** Pixels by which a streak may lie beside its line, and across that none has, 1.5 mm: less than a third of a box. */
const [BESIDE, BROAD] = [2, 12]
/** Where margins are looked at: pixels from the rim of the paper, 4 to 14 mm. */
const [RIM, MARGIN] = [4 * PER_MM, 14 * PER_MM].map(Math.round) as [number, number]

/** By pixel of one row or column: how far the line through it is seen there. */
interface Seen {
  readonly hits: Uint16Array
  readonly free: Uint16Array
}

/**
 * Takes away the lines that dirt on the glass of a scanner draws along a whole page: what is on them is told as little as what is under print.
 * They run as the rows or columns of the picture do.
 */
export function withoutStreaks(ink: Ink, homography: Homography): Ink {
  const { right, down } = axesOf(homography, ink)
  const lines = [right, down].map(({ x, y }): Line => {
    const isUpright = Math.abs(y) > Math.abs(x)
    return { isUpright, slope: isUpright ? x / y : y / x }
  })
  return lines.reduce(withoutLines, ink)
}

/** A direction across the page: pixels to the side for one along it. */
interface Line {
  readonly isUpright: boolean
  readonly slope: number
}

function withoutLines(ink: Ink, line: Line): Ink {
  const { width, height } = ink
  const [along, across] = line.isUpright ? [height, width] : [width, height]
  const margins = [
    [RIM, MARGIN],
    [along - MARGIN, along - RIM],
  ] as const
  const whole = seenAlong(ink, line, [RIM, along - RIM])
  const ends = margins.map((part) => seenAlong(ink, line, part))
  const isOver = ({ hits, free }: Seen, at: number, part: number): boolean =>
    hits[at]! > 0 && hits[at]! >= part * free[at]!
  const streaks = new Uint8Array(across)
  for (let at = 0; at < across; at++) {
    if (!isOver(whole, at, STREAK) || !ends.every((end) => isOver(end, at, STREAK))) continue
    let [from, to] = [at, at]
    while (from > 0 && isOver(whole, from - 1, FADING)) from--
    while (to < across - 1 && isOver(whole, to + 1, FADING)) to++
    // What is broader is the shadow of a fold, which would hide a mark.
    if (to - from < BROAD) streaks.fill(1, from, to + 1)
  }
  if (!streaks.includes(1)) return ink
  const [level, mask, dark] = [ink.level.slice(), ink.mask.slice(), ink.dark.slice()]
  forEachOn(ink, line, [0, along], (at, place) => {
    if (!streaks[place]) return
    level[at] = 0
    mask[at] = 1
    dark[at] = Math.min(dark[at]!, ink.tone.of[255 - ink.soft[at]!]!)
  })
  return { ...ink, level, mask, dark }
}

function seenAlong(ink: Ink, line: Line, part: readonly [from: number, to: number]): Seen {
  const { width, height, level, mask } = ink
  const across = line.isUpright ? width : height
  const side = line.isUpright ? 1 : width
  const [hits, free] = [new Uint16Array(across), new Uint16Array(across)]
  forEachOn(ink, line, part, (at, place) => {
    if (mask[at]) return
    free[place]!++
    for (let near = -BESIDE; near <= BESIDE; near++)
      if (level[at + near * side]! > 0) {
        hits[place]!++
        return
      }
  })
  return { hits, free }
}

/** Goes over the pixels of a part of the page, with the place at which the line through each of them crosses its middle. */
function forEachOn(
  { width, height }: Ink,
  { isUpright, slope }: Line,
  [from, to]: readonly [from: number, to: number],
  visit: (at: number, place: number) => void,
): void {
  const [along, across] = isUpright ? [height, width] : [width, height]
  const [step, side] = isUpright ? [width, 1] : [1, width]
  for (let one = from; one < to; one++) {
    const shift = Math.round(slope * (one - along / 2))
    const last = Math.min(across, across - shift)
    for (let place = Math.max(0, -shift); place < last; place++)
      visit(one * step + (place + shift) * side, place)
  }
}

/** Where the rows and columns of the picture run on the form, in its middle. */
function axesOf(homography: Homography, { width, height }: Ink) {
  const [x, y] = [width / 2, height / 2]
  const [o, a, b] = [
    project(homography, x, y),
    project(homography, x + 1, y),
    project(homography, x, y + 1),
  ]
  const [ax, ay, bx, by] = [a.x - o.x, a.y - o.y, b.x - o.x, b.y - o.y]
  return { right: { x: by, y: -ay }, down: { x: -bx, y: ax } }
}
