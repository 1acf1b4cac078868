import type { Place } from '../../model/paper.ts'
import { type Ink, measure, PER_POINT } from './ink.ts'

/** Side of the squares by which what is written elsewhere is found, 2.5 mm; mm² of ink that count in one and in all. */
const SQUARE = 20
const [LEAST_IN_SQUARE, LEAST_WRITTEN] = [0.3, 1.5]
/** Pixels at the rim of the paper where feeders leave shadows, 8 mm. */
const RIM = 63
const MOST_PLACES = 20

/** Where something is written that is in no box, nor beside one. */
export function besideAll(ink: Ink, taken: Uint8Array): Place[] {
  const columns = Math.floor(ink.width / SQUARE)
  const rows = Math.floor(ink.height / SQUARE)
  const amounts = new Map<number, number>()
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * SQUARE, row * SQUARE]
      if (Math.min(left, top, ink.width - left, ink.height - top) < RIM) continue
      const area = { left, top, right: left + SQUARE, bottom: top + SQUARE }
      const { strong } = measure(ink, area, (at) => taken[at] === 0)
      if (strong >= LEAST_IN_SQUARE) amounts.set(row * columns + column, strong)
    }
  const places: Place[] = []
  for (const group of groupsOf(amounts, columns)) {
    const written = group.reduce((sum, square) => sum + (amounts.get(square) ?? 0), 0)
    if (written < LEAST_WRITTEN || places.length === MOST_PLACES) continue
    const xs = group.map((square) => square % columns)
    const ys = group.map((square) => Math.floor(square / columns))
    const point = (pixels: number): number => Math.round((pixels / PER_POINT) * 10) / 10
    places.push([
      point(Math.min(...xs) * SQUARE),
      point(ink.height - (Math.max(...ys) + 1) * SQUARE),
      point((Math.max(...xs) + 1) * SQUARE),
      point(ink.height - Math.min(...ys) * SQUARE),
    ])
  }
  return places
}

/** Squares that touch each other, or have one between them. */
function groupsOf(squares: ReadonlyMap<number, number>, columns: number): number[][] {
  const left = new Set(squares.keys())
  const groups: number[][] = []
  for (const first of squares.keys()) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const square of group)
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const near = square + dy * columns + dx
          if (left.delete(near)) group.push(near)
        }
    groups.push(group)
  }
  return groups
}
