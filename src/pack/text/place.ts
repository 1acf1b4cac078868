import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { oncePer } from './once.ts'

export function pointIn(file: VFile, offset: number): Point {
  const starts = startsOfLines(file)
  const line = countUpTo(starts, offset, (start) => start)
  return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset }
}

/** How many items of a list that rises lie not beyond a limit. */
export function countUpTo<Item>(
  items: readonly Item[],
  limit: number,
  offsetOf: (item: Item) => number,
): number {
  let [count, beyond] = [0, items.length]
  while (count < beyond) {
    const middle = (count + beyond) >> 1
    if (offsetOf(items[middle]!) <= limit) count = middle + 1
    else beyond = middle
  }
  return count
}

/** Offsets; many places are asked for in one file. */
const startsOfLines = oncePer((file: VFile): readonly number[] => [
  0,
  ...String(file)
    .matchAll(/\r\n|\r|\n/g)
    .map(({ index, 0: end }) => index + end.length),
])
