import { FEWEST } from './hide.ts'

/** A share as it may be told, in words. */
export interface ShownShare {
  /** Such as `64%`, or `at least 84%` where fewer than five people are not in it. */
  readonly text: string
  /** `16 of 25`; absent where one of the two parts is under five. */
  readonly counts?: string
}

/** A share of people, so that nobody learns of fewer than five who are in it, or who are not; undefined where it is of fewer. */
export function safeShare(part: number, whole: number): ShownShare | undefined {
  if (whole < FEWEST) return undefined
  const percent = (count: number): number => (count / whole) * 100
  if (part < FEWEST && whole - part < FEWEST) return undefined
  if (part < FEWEST) return { text: `at most ${Math.ceil(percent(FEWEST - 1))}%` }
  if (whole - part < FEWEST) return { text: `at least ${Math.floor(percent(whole - FEWEST + 1))}%` }
  return { text: `${Math.round(percent(part))}%`, counts: `${part} of ${whole}` }
}

/**
 * Counts over time. Those under five are hidden, and their sum with them: each of the others may stand in an earlier report, so
 * that none of them can be hidden in its place.
 */
export function safeSeries(values: readonly number[]): {
  readonly counts: readonly (number | null)[]
  readonly total: number | null
} {
  const counts = values.map((value) => (value < FEWEST ? null : value))
  const total = values.reduce((sum, value) => sum + value, 0)
  return { counts, total: counts.includes(null) ? null : total }
}
