import { type Count, FEWEST, hiddenAmong } from './hide.ts'

export { safeSeries, safeShare } from './share.ts'

/** A count as it is published; `null` stands for one that is hidden. */
type Shown = number | null

/** Counts of one question with their sum. */
export interface ShownList {
  readonly total: Shown
  readonly counts: readonly Shown[]
}

/** Hides what must not be known of the counts of one question, each person in one of them. */
export function safeList(values: readonly number[]): ShownList {
  const counts = values.map((value): Count => ({ from: 'all', to: 'counted', value }))
  const total: Count = { from: 'counted', to: 'all', value: sum(values) }
  const hidden = hiddenAmong([...counts, total])
  const shown = (count: Count): Shown => (hidden.has(count) ? null : count.value)
  return { total: shown(total), counts: counts.map(shown) }
}

/** Counts in rows and columns with their sums. */
export interface ShownGrid {
  readonly rows: readonly ShownList[]
  readonly totals: ShownList
}

/**
 * Hides what must not be known of a table of counts, each person in one cell. `rowsAreKnown` where everybody knows the sum of each
 * row anyway, as the number of people in a team; it is shown where it is not under five all the same.
 */
export function safeGrid(
  values: readonly (readonly number[])[],
  { rowsAreKnown = false } = {},
): ShownGrid {
  const width = values[0]?.length ?? 0
  const cells = values.map((row, r) =>
    row.map((value, c): Count => ({ from: `row ${r}`, to: `column ${c}`, value })),
  )
  const rowSums = values.map(
    (row, r): Count => ({ from: 'all', to: `row ${r}`, value: sum(row), isKnown: rowsAreKnown }),
  )
  const columnSums = Array.from({ length: width }, (_, c): Count => {
    const value = sum(values.map((row) => row[c] ?? 0))
    return { from: `column ${c}`, to: 'counted', value }
  })
  const total: Count = {
    from: 'counted',
    to: 'all',
    value: sum(values.flat()),
    isKnown: rowsAreKnown,
  }
  const hidden = hiddenAmong([...cells.flat(), ...rowSums, ...columnSums, total])
  const shown = (count: Count): Shown =>
    hidden.has(count) || count.value < FEWEST ? null : count.value
  return {
    rows: cells.map((row, r) => ({ counts: row.map(shown), total: shown(rowSums[r]!) })),
    totals: { counts: columnSums.map(shown), total: shown(total) },
  }
}

/**
 * An average and how many people it is of; `undefined` for fewer than five. Of an average that is as high or low as it can be,
 * nothing is hidden: who answered is not known.
 */
export function safeMean(
  values: readonly number[],
): { readonly mean: number; readonly of: number } | undefined {
  return values.length < FEWEST
    ? undefined
    : { mean: Math.round((sum(values) / values.length) * 10) / 10, of: values.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
