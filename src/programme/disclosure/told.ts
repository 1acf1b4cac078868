/** Counts of fewer people than these are shown to nobody. */
export const FEWEST = 5

/** A share as it may be told, in words. */
export interface ShownShare {
  /** Such as `60%`, or `at least 80%` where fewer than five people are not in it. */
  readonly text: string
  /** `about 15 of 25`; absent where one of the two parts is under five. */
  readonly counts?: string
}

/** An average as it may be told. */
interface ShownMean {
  readonly mean: number
  /** The mean, or `4.5 or more` where more would tell what nearly everybody said. */
  readonly text: string
  /** Of about how many people. */
  readonly of: number
}

/**
 * A count as it is told: to the nearest five, so that two reports between which one person came or went do not tell of that
 * person. Not for counts under five, which are hidden.
 */
export function nearestFive(count: number): number {
  return FEWEST * Math.max(1, Math.round(count / FEWEST))
}

export function safeCount(count: number): number | null {
  return count < FEWEST ? null : nearestFive(count)
}

/** Of fewer people, one in a hundred is less than a person. */
const FEW_PERCENT = 100
const PERCENT_STEP = 5

/**
 * A share of people, so that nobody learns of fewer than five who are in it, or who are not; undefined where it is of fewer. Where
 * everybody knows the whole, as how many people a team has, the share is that of the rounded part; else it is told in steps that
 * do not give the whole away.
 */
export function safeShare(
  some: number,
  whole: number,
  { wholeIsKnown = false } = {},
): ShownShare | undefined {
  const part = Math.min(some, whole)
  if (whole < FEWEST) return undefined
  const step = wholeIsKnown || whole >= FEW_PERCENT ? 1 : PERCENT_STEP
  const inSteps = (count: number, round: (one: number) => number): number =>
    round(((count / whole) * 100) / step) * step
  if (part < FEWEST && whole - part < FEWEST) return undefined
  if (part < FEWEST) return { text: `at most ${inSteps(FEWEST - 1, Math.ceil)}%` }
  if (whole - part < FEWEST) return { text: `at least ${inSteps(whole - FEWEST + 1, Math.floor)}%` }
  const about = wholeIsKnown ? Math.min(nearestFive(part), whole) : part
  return {
    text: `${inSteps(about, Math.round)}%`,
    counts: `about ${nearestFive(part)} of ${wholeIsKnown ? whole : nearestFive(whole)}`,
  }
}

/** How finely an average is told, by the number of people: one more or less hardly ever changes it by what that one said. */
const STEPS = [
  { people: 40, step: 0.1 },
  { people: 15, step: 0.25 },
  { people: FEWEST, step: 0.5 },
] as const

/**
 * An average of ratings, which go from `least` to `most`; undefined for fewer than five people. It is so coarse that it
 * leaves open what one person said, also beside one of all but that one, and never so near to an end that it tells what nearly all said.
 */
export function safeMean(
  values: readonly number[],
  { least, most }: { readonly least: number; readonly most: number },
): ShownMean | undefined {
  const step = STEPS.find(({ people }) => values.length >= people)?.step
  if (step === undefined) return undefined
  const exact = values.reduce((sum, value) => sum + value, 0) / values.length
  const open = FEWEST / values.length
  const highest = Math.floor((most - open) / step) * step
  const lowest = Math.ceil((least + open) / step) * step
  const mean = tidy(Math.min(highest, Math.max(lowest, Math.round(exact / step) * step)))
  const text = String(mean)
  return {
    mean,
    text: mean >= highest ? `${text} or more` : mean <= lowest ? `${text} or less` : text,
    of: nearestFive(values.length),
  }
}

/** Without what floating point adds. */
function tidy(number: number): number {
  return Math.round(number * 100) / 100
}
