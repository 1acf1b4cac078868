import { bestMatching, type Edge } from './matching.ts'

/** So many neighbours of each vertex are looked at first, on either side. */
const NEIGHBOURS = 6
/** So many edges that the first look has missed are taken up for each vertex at a time. */
const MISSED = 6

/**
 * The matching of most pairs at the least cost, among all pairs that may be: `costOf` gives `undefined` for one that may not. Of
 * thousands only near neighbours are looked at first, in the order in which they are given; then it is proved by the duals that
 * no other pair would be better, or those that would are looked at as well (the pricing of Applegate and Cook). `nobody` is a vertex
 * that stands for having no partner, and is near to all.
 */
export function cheapestMatching(
  count: number,
  costOf: (a: number, b: number) => number | undefined,
  nobody?: number,
): readonly number[] {
  const edges: Edge[] = []
  const known = new Set<number>()
  const keyOf = (a: number, b: number): number => (a < b ? a * count + b : b * count + a)
  const isKnown = (a: number, b: number): boolean => known.has(keyOf(a, b))
  const add = (a: number, b: number, cost: number): void => {
    if (isKnown(a, b)) return
    known.add(keyOf(a, b))
    edges.push({ a, b, cost })
  }
  const look = (
    a: number,
    steps: readonly number[],
    most: number,
    isWanted: (edge: Edge) => boolean,
  ): void => {
    for (const step of steps)
      for (let [b, found] = [a + step, 0]; b >= 0 && b < count && found < most; b += step) {
        const cost = costOf(a, b)
        if (cost === undefined || !isWanted({ a, b, cost })) continue
        add(a, b, cost)
        found += 1
      }
  }
  for (let a = 0; a < count; a += 1) look(a, [1, -1], NEIGHBOURS, () => true)
  if (nobody !== undefined) look(nobody, [1, -1], count, () => true)
  for (;;) {
    const { mates, couldImprove } = bestMatching(count, edges)
    const before = edges.length
    for (let a = 0; a < count; a += 1)
      look(a, [1], MISSED, (edge) => couldImprove(edge) && !isKnown(edge.a, edge.b))
    if (edges.length === before) return mates
  }
}

/**
 * The same between two sides, where nobody is matched within a side: the index on the other side for each of `from`, -1 for none. Only so
 * many of the cheapest edges are needed for each vertex of the smaller side as that side has, since the others of it can take no more.
 */
export function cheapestAssignment(
  from: number,
  to: number,
  costOf: (a: number, b: number) => number | undefined,
): readonly number[] {
  const [few, many] = [Math.min(from, to), Math.max(from, to)]
  const edges: Edge[] = []
  for (let one = 0; one < few; one += 1) {
    const possible: Edge[] = []
    for (let other = 0; other < many; other += 1) {
      const [a, b] = from <= to ? [one, other] : [other, one]
      const cost = costOf(a, b)
      if (cost !== undefined) possible.push({ a, b: from + b, cost })
    }
    edges.push(...possible.sort((x, y) => x.cost - y.cost).slice(0, few))
  }
  const { mates } = bestMatching(from + to, edges)
  return mates.slice(0, from).map((mate) => (mate < 0 ? -1 : mate - from))
}
