import { FEWEST, nearestFive, safeCount, safeShare } from './told.ts'

/** Counts of one question with their sum; `null` stands for one that is hidden. */
export interface ShownList {
  readonly total: number | null
  readonly counts: readonly (number | null)[]
}

/** How many of each group something is true of, all of them last; everybody knows how many there are. */
export interface ShownGroups {
  readonly wholes: readonly (number | null)[]
  readonly parts: readonly (number | null)[]
  readonly shares: readonly (string | null)[]
}

/** A number in a table of which the sum is told, and between what everybody knows it to be by whether it is small. */
interface Cell {
  readonly value: number
  readonly least: number
  readonly most: number
  /** It is of fewer than five people, or of all but fewer than five. */
  readonly isSmall: boolean
}

/** Tells the counts of one question, each person in one of them. */
export function safeList(values: readonly number[]): ShownList {
  const cells = values.map((value): Cell => {
    const isSmall = value < FEWEST
    return isSmall
      ? { value, least: 0, most: FEWEST - 1, isSmall }
      : { value, least: FEWEST, most: Number.POSITIVE_INFINITY, isSmall }
  })
  const { hidden, isNarrow } = hiddenIn(cells)
  return {
    total: isNarrow ? null : safeCount(sumOf(values)),
    counts: cells.map((cell) => (hidden.has(cell) ? null : nearestFive(cell.value))),
  }
}

/** Tells of groups of people, such as teams, how many something is true of. */
export function safeGroups(
  groups: readonly { readonly part: number; readonly whole: number }[],
): ShownGroups {
  const all = {
    part: sumOf(groups.map(({ part }) => part)),
    whole: sumOf(groups.map(({ whole }) => whole)),
  }
  const cells = groups.map(({ part, whole }): Cell => {
    const isFew = part < FEWEST
    const isNearlyAll = whole - part < FEWEST
    if (isFew) return { value: part, least: 0, most: Math.min(FEWEST - 1, whole), isSmall: true }
    return isNearlyAll
      ? { value: part, least: whole - FEWEST + 1, most: whole, isSmall: true }
      : { value: part, least: FEWEST, most: whole - FEWEST, isSmall: false }
  })
  const { hidden, isNarrow } = hiddenIn(cells)
  // Of a small part it is told as well that it is, unless that together with the sum would tell more.
  const isShown = [...cells.map((cell) => !hidden.has(cell) || (cell.isSmall && !isNarrow)), true]
  const shares = [...groups, all].map(({ part, whole }, index) =>
    isShown[index] ? safeShare(part, whole, { wholeIsKnown: true }) : undefined,
  )
  return {
    wholes: [...groups, all].map(({ whole }) => (whole < FEWEST ? null : whole)),
    parts: [...groups, all].map(({ part }, index) =>
      shares[index]?.counts ? nearestFive(part) : null,
    ),
    shares: shares.map((share) => share?.text ?? null),
  }
}

/**
 * What is hidden: small numbers, and with them the smallest of the others where the sum, although it is told to the nearest five
 * only, would say more of a small number than that it is small (complementary suppression). `isNarrow` where the sum does even so.
 */
function hiddenIn(cells: readonly Cell[]): { hidden: ReadonlySet<Cell>; isNarrow: boolean } {
  const hidden = new Set(cells.filter(({ isSmall }) => isSmall))
  const others = cells.filter(({ isSmall }) => !isSmall).sort((a, b) => b.value - a.value)
  while (others.length > 0 && isNarrowed(hidden, others)) hidden.add(others.pop()!)
  return { hidden, isNarrow: isNarrowed(hidden, others) }
}

/** Whether what is told leaves less open of one of the small numbers. */
function isNarrowed(hidden: ReadonlySet<Cell>, told: readonly Cell[]): boolean {
  const total = rangeOf(sumOf([...hidden, ...told].map(({ value }) => value)))
  const known = told.map(({ value, least, most }) => {
    const range = rangeOf(value)
    return { least: Math.max(range.least, least), most: Math.min(range.most, most) }
  })
  const rest = {
    least: total.least - sumOf(known.map(({ most }) => most)),
    most: total.most - sumOf(known.map(({ least }) => least)),
  }
  return [...hidden].some((cell) => {
    if (!cell.isSmall) return false
    const others = [...hidden].filter((one) => one !== cell)
    return (
      rest.least - sumOf(others.map(({ most }) => most)) > cell.least ||
      rest.most - sumOf(others.map(({ least }) => least)) < cell.most
    )
  })
}

function rangeOf(count: number): { readonly least: number; readonly most: number } {
  if (count < FEWEST) return { least: 0, most: FEWEST - 1 }
  const told = nearestFive(count)
  return { least: Math.max(FEWEST, told - 2), most: told + 2 }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
