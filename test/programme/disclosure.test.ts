import { expect, test } from 'vitest'
import { type Constraint, equalTo, greaterEq, solve } from 'yalps'
import { safeGrid, safeList, safeMean } from '../../src/programme/disclosure/index.ts'
import { randomOf } from '../support/random.ts'

/** A sum that the attacker knows to hold: these unknown counts, by how often they go in, make so many. */
interface Sum {
  readonly terms: ReadonlyMap<string, number>
  readonly value: number
}

/** What an attacker can say of a count who reasons from all sums of what is published, and knows of one person in one cell. */
function rangeOf(name: string, sums: readonly Sum[], names: readonly string[], knownIn?: string) {
  const constraints = new Map<string, Constraint>(
    sums.map(({ value }, index) => [`sum ${index}`, equalTo(value)]),
  )
  for (const one of names) constraints.set(`least ${one}`, greaterEq(one === knownIn ? 1 : 0))
  const variables = new Map(
    names.map((one) => [
      one,
      new Map([
        [`least ${one}`, 1],
        ['wanted', one === name ? 1 : 0],
        ...sums.flatMap(({ terms }, index): [string, number][] => {
          const times = terms.get(one)
          return times === undefined ? [] : [[`sum ${index}`, times]]
        }),
      ]),
    ]),
  )
  const end = (direction: 'minimize' | 'maximize'): number => {
    const { status, result } = solve({ direction, objective: 'wanted', constraints, variables })
    if (status === 'unbounded') return Number.POSITIVE_INFINITY
    expect(status).toBe('optimal')
    return result
  }
  return end('maximize') - end('minimize')
}

/** All that is shown and hidden of a grid, as sums over its cells. */
function sumsOf(
  values: readonly (readonly number[])[],
  { rows, totals }: ReturnType<typeof safeGrid>,
  rowsAreKnown: boolean,
): { sums: Sum[]; names: string[] } {
  const places = values.flatMap((row, r) => row.map((_, c) => ({ r, c, name: `${r},${c}` })))
  const over = (chosen: typeof places, value: number): Sum => ({
    terms: new Map(chosen.map(({ name }) => [name, 1])),
    value,
  })
  const add = (row: readonly number[]): number => row.reduce((sum, one) => sum + one, 0)
  const sums = places.flatMap((place) => {
    const shown = rows[place.r]?.counts[place.c] ?? null
    return shown === null ? [] : [over([place], shown)]
  })
  for (const [r, row] of rows.entries()) {
    const value = rowsAreKnown ? add(values[r]!) : row.total
    if (value !== null)
      sums.push(
        over(
          places.filter((place) => place.r === r),
          value,
        ),
      )
  }
  for (const [c, value] of totals.counts.entries())
    if (value !== null)
      sums.push(
        over(
          places.filter((place) => place.c === c),
          value,
        ),
      )
  const total = rowsAreKnown ? add(values.flat()) : totals.total
  if (total !== null) sums.push(over(places, total))
  return { sums, names: places.map(({ name }) => name) }
}

test('of a question, nothing follows about fewer than five people', () => {
  // Hand-made: 3 is small; 6, the smallest other, is hidden with it, so that only their sum is known, 9.
  expect(safeList([20, 3, 6, 11])).toEqual({ total: 40, counts: [20, null, null, 11] })
  // 2 and 2 would be known to be four together, so that 9 is hidden as well.
  expect(safeList([2, 2, 9, 12])).toEqual({ total: 25, counts: [null, null, null, 12] })
  // 1 and 4 are five together, but each could not be five more than it is: only 6 gives way.
  expect(safeList([1, 4, 6])).toEqual({ total: 11, counts: [null, null, null] })
  expect(safeList([8, 9])).toEqual({ total: 17, counts: [8, 9] })
  // Four people answered.
  expect(safeList([1, 3])).toEqual({ total: null, counts: [null, null] })
})

test('of a table, what would give a small count away is hidden as well', () => {
  // 2 is small. 7 hides it in its row, 8 in its column, and 9 in theirs.
  expect(
    safeGrid([
      [2, 7, 30],
      [8, 9, 40],
      [30, 50, 60],
    ]),
  ).toEqual({
    rows: [
      { counts: [null, null, 30], total: 39 },
      { counts: [null, null, 40], total: 57 },
      { counts: [30, 50, 60], total: 140 },
    ],
    totals: { counts: [40, 66, 130], total: 236 },
  })
})

test('an average needs five people', () => {
  expect(safeMean([4, 5, 3, 5])).toBeUndefined()
  expect(safeMean([4, 5, 3, 5, 4])).toEqual({ mean: 4.2, of: 5 })
})

test('no reasoning over 1,000 random tables narrows a small count to fewer than five people', () => {
  const random = randomOf(20261129)
  let small = 0
  let shown = 0
  for (let table = 0; table < 1000; table += 1) {
    const [height, width] = [1 + random(4), 2 + random(3)]
    const rowsAreKnown = random(3) === 0
    const most = [4, 8, 20, 60][random(4)]!
    const values = Array.from({ length: height }, () =>
      Array.from({ length: width }, () => random(most)),
    )
    const published = safeGrid(values, { rowsAreKnown })
    const all = published.rows.flatMap(({ counts }) => counts)
    shown += all.filter((count) => count !== null).length
    if (all.every((count) => count === null)) continue
    const { sums, names } = sumsOf(values, published, rowsAreKnown)
    const knownIn = names.find((_, index) => values.flat()[index]! > 0)
    for (const [index, value] of values.flat().entries()) {
      if (value >= 5) continue
      small += 1
      expect(rangeOf(names[index]!, sums, names)).toBeGreaterThanOrEqual(5)
      // A colleague who knows of one person learns no more than that one.
      expect(rangeOf(names[index]!, sums, names, knownIn)).toBeGreaterThanOrEqual(4)
    }
  }
  expect(small).toBeGreaterThan(500)
  expect(shown).toBeGreaterThan(2000)
})
