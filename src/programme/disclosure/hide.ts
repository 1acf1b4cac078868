/** Counts of fewer people than these are shown to nobody. */
export const FEWEST = 5

/**
 * A count that is to be published, as something that flows: all that comes into a place goes out of it. A row of a table is such a
 * place, where the cells flow in and their sum flows out.
 */
export interface Count {
  readonly from: string
  readonly to: string
  readonly value: number
  /** Everybody knows it whether it is published or not, such as how many people there are in a team. */
  readonly isKnown?: boolean
}

/**
 * Which counts must be hidden so that nobody learns of fewer than five people: those under five, and others, the smallest that
 * will do, so that each could be five more than it is for all that the rest tells (complementary suppression). Where nothing
 * else helps, all are hidden.
 */
export function hiddenAmong(counts: readonly Count[]): ReadonlySet<Count> {
  const free = counts.filter(({ isKnown }) => !isKnown)
  const small = free.filter(({ value }) => value < FEWEST).sort((a, b) => a.value - b.value)
  const hidden = new Set(small)
  for (const one of small) {
    const others = cheapestWayBack(one, free, hidden)
    if (!others) return new Set(free)
    for (const other of others) hidden.add(other)
  }
  return hidden
}

/**
 * If a count were five more, others had to be five more or less all the way round to where it flows from. Of all such ways, the
 * one on which the least is hidden that would else be shown (Bellman and Ford).
 */
function cheapestWayBack(
  one: Count,
  counts: readonly Count[],
  hidden: ReadonlySet<Count>,
): readonly Count[] | undefined {
  const steps = counts.filter((count) => count !== one).flatMap((count) => stepsOn(count, hidden))
  const reached = new Map<string, Way>([[one.to, { cost: 0, counts: [] }]])
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, cost, count } of steps) {
      const way = reached.get(from)
      if (!way || way.cost + cost >= (reached.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue
      reached.set(to, { cost: way.cost + cost, counts: [...way.counts, count] })
      changed = true
    }
  }
  return reached.get(one.from)?.counts
}

interface Way {
  readonly cost: number
  readonly counts: readonly Count[]
}

interface Step {
  readonly from: string
  readonly to: string
  readonly cost: number
  readonly count: Count
}

/** Any count could be five more; five less only what is not under five. */
function stepsOn(count: Count, hidden: ReadonlySet<Count>): Step[] {
  const { from, to, value } = count
  const cost = hidden.has(count) ? 0 : value + 1
  const more = { from, to, cost, count }
  return value < FEWEST ? [more] : [more, { from: to, to: from, cost, count }]
}
