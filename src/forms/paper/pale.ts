import { type Area, type Ink, PER_MM } from './ink.ts'

/** Pixels over which pale ink hangs together, as the grain of paper lets a pencil leave it. */
const REACH = 2
/** Pixels that a stroke is long at least, 1.5 mm. */
const LONG = 12
/** Part of a stroke that is strong ink where it is no pale one, but what surrounds another. */
const PALE = 0.5

/** mm² of pale strokes in an area: those of a pencil, or a pen that is nearly dry. */
export function paleIn(
  { width, level, mask }: Ink,
  area: Area,
  counts: (at: number) => boolean,
): number {
  const [wide, high] = [area.right - area.left, area.bottom - area.top]
  const left = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++)
    for (let x = 0, at = (area.top + y) * width + area.left; x < wide; x++, at++)
      if (level[at]! > 0 && !mask[at] && counts(at)) left[y * wide + x] = level[at]!
  let sum = 0
  for (let first = 0; first < left.length; first++) {
    if (left[first] === 0) continue
    const pixels = [first]
    let strong = left[first] === 2 ? 1 : 0
    left[first] = 0
    let [from, to] = [first % wide, first % wide]
    for (const at of pixels) {
      const [row, column] = [Math.floor(at / wide), at % wide]
      from = Math.min(from, column)
      to = Math.max(to, column)
      for (let y = Math.max(0, row - REACH); y <= Math.min(high - 1, row + REACH); y++)
        for (let x = Math.max(0, column - REACH); x <= Math.min(wide - 1, column + REACH); x++) {
          const near = y * wide + x
          if (left[near] === 0) continue
          if (left[near] === 2) strong++
          left[near] = 0
          pixels.push(near)
        }
    }
    const bottom = pixels.reduce((most, at) => Math.max(most, Math.floor(at / wide)), 0)
    const length = Math.max(to - from, bottom - Math.floor(first / wide)) + 1
    if (length >= LONG && strong < PALE * pixels.length) sum += pixels.length
  }
  return sum / PER_MM ** 2
}
