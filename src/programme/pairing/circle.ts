import { cheapestMatching } from './cheapest.ts'

/** What groups of vertices cost, which are counted from 0 and stand in the order of something of which the difference costs. */
export interface GroupCosts {
  /** Of two; undefined where they may not be in one group. */
  of(a: number, b: number): number | undefined
  /** At the least of these two, whatever else there is; it grows with their distance in the order. */
  atLeast(a: number, b: number): number
  /** That somebody is one of three, or has nobody. */
  odd(a: number): number
}

export interface Grouping {
  readonly pairs: readonly (readonly [number, number])[]
  readonly circle?: readonly [number, number, number]
  readonly left: readonly number[]
}

/** Of many, fewer matchings are tried to prove that no other circle is better: so many times their number, squared. */
const MOST_WORK = 2e8

/**
 * The best groups of an odd number of vertices of which three form a circle, in which each two count; undefined where pairs alone
 * leave fewer of them. A circle costs no less than the pairs of all but its third, and the nearest two of that one: by this bound the thirds are
 * looked at, the cheapest first, until no other can be better. Among thousands, where few cost the same, that may take too long; then the
 * best that was found stands.
 */
export function withCircle(count: number, costs: GroupCosts): Grouping | undefined {
  const solve = (out: readonly number[], third?: (p: number) => number | undefined): Solved => {
    const places = Array.from({ length: count }, (_, v) => v).filter((v) => !out.includes(v))
    const size = places.length + (third ? 1 : 0)
    const mates = cheapestMatching(
      size,
      (a, b) => {
        const one = places[Math.min(a, b)]!
        const other = places[Math.max(a, b)]
        if (other !== undefined) return costs.of(one, other)
        const joined = third?.(one)
        // Of as many groups, those in which one is a third of two hold fewer people.
        return joined === undefined ? undefined : joined + NOBODY
      },
      third && size - 1,
    )
    return solvedBy(mates, places, costs, third)
  }
  const looked = new Set<number>()
  const tried = new Set<string>()
  let best: { readonly grouping: Grouping; readonly cost: number } | undefined
  let work = 0
  const isLess = (cost: number): boolean => best === undefined || cost < best.cost
  for (;;) {
    const bound = solve([], (p) => (looked.has(p) ? undefined : leastOfThird(p, count, costs)))
    const { third: p, cost, grouping } = bound
    // Without a third, pairs alone leave fewer people.
    if (p === undefined) return isLess(cost) ? undefined : best?.grouping
    looked.add(p)
    const around = cost - leastOfThird(p, count, costs)!
    for (const [a, b] of grouping.pairs) {
      const joined = joining(p, a, b, costs)
      if (joined === undefined || !isLess(around + joined)) continue
      const pairs = grouping.pairs.filter((pair) => pair[0] !== a)
      best = { grouping: { pairs, circle: [a, b, p], left: grouping.left }, cost: around + joined }
    }
    const limit = (best?.cost ?? Number.POSITIVE_INFINITY) - around
    for (const [joined, a, b] of circlesAround(p, count, costs, limit)) {
      if (!isLess(around + joined) || work > MOST_WORK) break
      const key = [p, a, b].sort((x, y) => x - y).join()
      if (tried.has(key)) continue
      tried.add(key)
      work += count * count
      const others = solve([p, a, b])
      const total = others.cost + joined + costs.of(a, b)!
      if (isLess(total)) best = { grouping: { ...others.grouping, circle: [a, b, p] }, cost: total }
    }
    work += count * count
    // What is left costs no less than the bound.
    if (!isLess(cost) || work > MOST_WORK) return best?.grouping
  }
}

interface Solved {
  readonly grouping: Grouping
  /** Who stands for the third. */
  readonly third: number | undefined
  readonly cost: number
}

/** Having nobody is worse than anything else. */
const NOBODY = 2 ** 44

function solvedBy(
  mates: readonly number[],
  places: readonly number[],
  costs: GroupCosts,
  third?: (p: number) => number | undefined,
): Solved {
  const pairs: [number, number][] = []
  const left: number[] = []
  let cost = 0
  let alone: number | undefined
  for (const [index, vertex] of places.entries()) {
    const mate = mates[index]!
    if (mate < 0) left.push(vertex)
    else if (mate === places.length) {
      alone = vertex
      cost += third!(vertex)!
    } else if (mate > index) {
      pairs.push([vertex, places[mate]!])
      cost += costs.of(vertex, places[mate]!)!
    }
  }
  return { grouping: { pairs, left }, third: alone, cost: cost + left.length * NOBODY }
}

/** What a third adds to a pair. */
function joining(p: number, a: number, b: number, costs: GroupCosts): number | undefined {
  const [one, other] = [costs.of(p, a), costs.of(p, b)]
  if (one === undefined || other === undefined) return undefined
  return one + other + costs.odd(p) + costs.odd(a) + costs.odd(b)
}

/** The least that somebody can add to any pair; undefined where there are no two whom they may join. */
function leastOfThird(p: number, count: number, costs: GroupCosts): number | undefined {
  const least: number[] = []
  for (const [, cost] of nearest(p, count, costs, () => least[1] ?? Number.POSITIVE_INFINITY)) {
    least.push(cost)
    least.sort((a, b) => a - b)
    least.length = Math.min(least.length, 2)
  }
  return least.length < 2 ? undefined : costs.odd(p) + least[0]! + least[1]!
}

/** The pairs that somebody may join for less than a limit, the cheapest first. */
function circlesAround(
  p: number,
  count: number,
  costs: GroupCosts,
  limit: number,
): [cost: number, a: number, b: number][] {
  const near = [...nearest(p, count, costs, () => limit - costs.odd(p))]
  const circles: [number, number, number][] = []
  for (const [index, [a, one]] of near.entries())
    for (const [b, other] of near.slice(index + 1)) {
      const cost = costs.odd(p) + one + other
      if (cost < limit && costs.of(a, b) !== undefined) circles.push([cost, a, b])
    }
  return circles.sort((x, y) => x[0] - y[0])
}

/** Whom somebody may be in a circle with, and what that costs of both, as long as it may cost less than a limit. */
function* nearest(
  p: number,
  count: number,
  costs: GroupCosts,
  limit: () => number,
): Generator<[a: number, cost: number]> {
  for (const step of [1, -1])
    for (let a = p + step; a >= 0 && a < count && costs.atLeast(p, a) < limit(); a += step) {
      const cost = costs.of(p, a)
      if (cost !== undefined && cost + costs.odd(a) < limit()) yield [a, cost + costs.odd(a)]
    }
}
