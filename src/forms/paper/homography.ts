/** A point, in whatever units. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** From one plane to another: 3 × 3, row by row. */
export type Homography = readonly number[]

/** Two points that are the same on both planes. */
export interface Pair {
  readonly from: Point
  readonly to: Point
}

/** Where a point comes to lie. */
export function project(h: Homography, x: number, y: number): Point {
  const w = h[6]! * x + h[7]! * y + h[8]!
  return { x: (h[0]! * x + h[1]! * y + h[2]!) / w, y: (h[3]! * x + h[4]! * y + h[5]!) / w }
}

/**
 * The homography that fits at least four pairs best; without perspective where `isFlat`, which few points that lie close to each
 * other ask for. Undefined where they do not lie apart.
 */
export function fitHomography(pairs: readonly Pair[], isFlat: boolean): Homography | undefined {
  const from = frameOf(pairs.map((pair) => pair.from))
  const to = frameOf(pairs.map((pair) => pair.to))
  const unknowns = isFlat ? 6 : 8
  const equations = pairs.flatMap((pair) => {
    const a = into(from, pair.from)
    const b = into(to, pair.to)
    return [
      { row: [a.x, a.y, 1, 0, 0, 0, -a.x * b.x, -a.y * b.x].slice(0, unknowns), value: b.x },
      { row: [0, 0, 0, a.x, a.y, 1, -a.x * b.y, -a.y * b.y].slice(0, unknowns), value: b.y },
    ]
  })
  const solved = leastSquares(equations, unknowns)
  if (!solved) return undefined
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved
  const normal = [a, b, c, d, e, f, g, h, 1]
  return product(product(outOf(to), normal), inTo(from))
}

/** Solves equations as well as can be, by the normal equations; undefined where they do not suffice. */
export function leastSquares(
  equations: readonly {
    readonly row: readonly number[]
    readonly value: number
    readonly weight?: number
  }[],
  unknowns: number,
): number[] | undefined {
  const matrix = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1))
  for (const { row, value, weight = 1 } of equations)
    for (let i = 0; i < unknowns; i++) {
      for (let j = 0; j < unknowns; j++) matrix[i]![j]! += weight * row[i]! * row[j]!
      matrix[i]![unknowns]! += weight * row[i]! * value
    }
  return eliminate(matrix)
}

const SINGULAR = 1e-12

function eliminate(matrix: Float64Array[]): number[] | undefined {
  const size = matrix.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row
    if (Math.abs(matrix[pivot]![column]!) < SINGULAR) return undefined
    ;[matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = matrix[row]![column]! / matrix[column]![column]!
      for (let k = column; k <= size; k++) matrix[row]![k]! -= factor * matrix[column]![k]!
    }
  }
  return matrix.map((row, index) => row[size]! / row[index]!)
}

/** Centre and size of some points, by which they are brought near 0 and 1, or the equations would be too steep. */
interface Frame {
  readonly x: number
  readonly y: number
  readonly size: number
}

function frameOf(points: readonly Point[]): Frame {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length
  const far = points.map((point) => Math.hypot(point.x - x, point.y - y))
  return { x, y, size: Math.max(...far, 1e-6) }
}

function into({ x, y, size }: Frame, point: Point): Point {
  return { x: (point.x - x) / size, y: (point.y - y) / size }
}

function inTo({ x, y, size }: Frame): Homography {
  return [1 / size, 0, -x / size, 0, 1 / size, -y / size, 0, 0, 1]
}

function outOf({ x, y, size }: Frame): Homography {
  return [size, 0, x, 0, size, y, 0, 0, 1]
}

/** What comes of one homography after another, `a` after `b`. */
export function product(a: Homography, b: Homography): number[] {
  return Array.from({ length: 9 }, (_, index) => {
    const [row, column] = [3 * Math.floor(index / 3), index % 3]
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!
  })
}
