import { type Area, type Ink, PER_MM } from './ink.ts'

/** Ink that hangs together, as a tick or a letter. */
export interface Stroke extends Area {
  /** mm² of it that are seen; what lies over print is not. */
  readonly ink: number
  /** Millimetres from one side of its line to the other, on average. */
  readonly width: number
  readonly middle: { readonly x: number; readonly y: number }
  /** Where it is lowest. */
  readonly foot: number
}

export interface Strokes {
  /** By number, from 1. */
  readonly all: readonly Stroke[]
  /** By pixel: the number of its stroke, 0 where there is none. */
  readonly at: Uint16Array
}

/** Pixels over which ink hangs together where nothing is printed, and where print hides what is between. */
const [CLOSE, BEHIND_PRINT] = [2, 6]
const MOST_STROKES = 65_535

/** Finds the strokes of a page: print parts them for the eye of a program only. */
export function strokesOf(ink: Ink): Strokes {
  const { width, level } = ink
  const left = hangingTogether(ink)
  const numbers = new Uint16Array(left.length)
  const all: Stroke[] = []
  const pixels: number[] = []
  for (let first = left.indexOf(1); first >= 0; first = left.indexOf(1, first)) {
    if (all.length === MOST_STROKES) break
    pixels.length = 0
    pixels.push(first)
    left[first] = 0
    numbers[first] = all.length + 1
    for (const at of pixels)
      for (let row = at - width; row <= at + width; row += width)
        for (let near = row - 1; near <= row + 1; near++)
          if (left[near]) {
            left[near] = 0
            numbers[near] = all.length + 1
            pixels.push(near)
          }
    all.push(strokeOf(pixels, level, width))
  }
  return { all, at: numbers }
}

/** 1 on ink, close to it, and behind print that is near it. */
function hangingTogether({ width, height, level, mask }: Ink): Uint8Array {
  const near = new Uint8Array(level.length)
  let end = 0
  for (let at = level.indexOf(2); at >= 0; at = level.indexOf(2, end)) {
    const y = Math.floor(at / width)
    end = at
    while (level[end] === 2 && end < (y + 1) * width) end++
    const reach = (by: number): readonly [from: number, to: number] => [
      Math.max(0, (at % width) - by),
      Math.min(width, end - y * width + by),
    ]
    const [close, behind] = [reach(CLOSE), reach(BEHIND_PRINT)]
    const [top, bottom] = [Math.max(0, y - BEHIND_PRINT), Math.min(height - 1, y + BEHIND_PRINT)]
    for (let row = top; row <= bottom; row++) {
      const start = row * width
      if (Math.abs(row - y) <= CLOSE) near.fill(1, start + close[0], start + close[1])
      for (let one = start + behind[0]; one < start + behind[1]; one++) if (mask[one]) near[one] = 1
    }
  }
  return near
}

function strokeOf(pixels: readonly number[], level: Uint8Array, width: number): Stroke {
  let [count, rim, sumX, sumY] = [0, 0, 0, 0]
  let [left, top, right, bottom, foot] = [width, Number.POSITIVE_INFINITY, 0, 0, 0]
  const isInk = (at: number): boolean => level[at] === 2
  for (const at of pixels) {
    if (!isInk(at)) continue
    const x = at % width
    const y = (at - x) / width
    count++
    if (!(isInk(at - 1) && isInk(at + 1) && isInk(at - width) && isInk(at + width))) rim++
    sumX += x
    sumY += y
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    if (y >= bottom) [bottom, foot] = [y + 1, x]
  }
  const box = { left, top, right, bottom }
  const middle = { x: sumX / count, y: sumY / count }
  return { ...box, ink: count / PER_MM ** 2, width: (2 * count) / rim / PER_MM, middle, foot }
}

/** How many mm² of which strokes lie in an area. */
export function strokesIn(
  { width, level }: Ink,
  { at: numbers }: Strokes,
  area: Area,
): Map<number, number> {
  const amounts = new Map<number, number>()
  const add = (number: number, pixels: number): void => {
    if (pixels > 0) amounts.set(number, (amounts.get(number) ?? 0) + pixels / PER_MM ** 2)
  }
  let [number, pixels] = [0, 0]
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left, at = y * width + x; x < area.right; x++, at++) {
      if (level[at] !== 2) continue
      if (numbers[at] !== number) {
        add(number, pixels)
        number = numbers[at]!
        pixels = 0
      }
      pixels++
    }
  add(number, pixels)
  return amounts
}
