/** Left, bottom, right, top in PDF points. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number]

/**
 * Nothing that is narrower or lower can be seen or hit, in PDF points: it is the space at the end of a line, or what juts out
 * of the top of the next page.
 */
const SLIVER = 4

/** How far apart two pieces of one line may be, in PDF points. */
const GAP = 1

/** The places of one link on a page, with one rectangle for each line of it; none where they are too small to be seen. */
export function quadsOf(pieces: readonly Rectangle[]): Rectangle[] {
  const lines: Rectangle[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last && isBeside(last, piece)) lines[lines.length - 1] = union([last, piece])
    else lines.push(piece)
  }
  return lines.filter(
    ([left, bottom, right, top]) => right - left > SLIVER && top - bottom > SLIVER,
  )
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
