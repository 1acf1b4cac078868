/** Left, bottom, right, top in PDF points. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number]

/** Nothing that is narrower can be seen or hit, in PDF points: it is the space at the end of a line. */
const SLIVER = 4

/** How far apart two pieces of one line may be, in PDF points. */
const GAP = 1

/** The places of one link on a page, with one rectangle for each line of it. */
export function quadsOf(pieces: readonly Rectangle[]): Rectangle[] {
  const lines: Rectangle[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last && isBeside(last, piece)) lines[lines.length - 1] = union([last, piece])
    else lines.push(piece)
  }
  const wide = lines.filter(([left, , right]) => right - left > SLIVER)
  return wide.length > 0 ? wide : lines.slice(0, 1)
}

/** The smallest rectangle around others, of which there is at least one. */
export function union(rectangles: readonly Rectangle[]): Rectangle {
  return [
    Math.min(...rectangles.map(([left]) => left)),
    Math.min(...rectangles.map(([, bottom]) => bottom)),
    Math.max(...rectangles.map(([, , right]) => right)),
    Math.max(...rectangles.map(([, , , top]) => top)),
  ]
}

/** Raised or smaller pieces of a line overlap the others in half of their height at least. */
function isBeside(one: Rectangle, other: Rectangle): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  const height = Math.min(one[3] - one[1], other[3] - other[1])
  return shared > height / 2 && other[0] <= one[2] + GAP && one[0] <= other[2] + GAP
}
