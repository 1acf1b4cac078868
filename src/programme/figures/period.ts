import { addDays } from '../../language/period.ts'
import { addMonths } from '../../language/review.ts'
import type { Situation } from '../situation/index.ts'

/** A quarter of a year that is over. */
export interface Quarter {
  /** `January to March 2027`. */
  readonly name: string
  /** First and last day, ISO 8601. */
  readonly from: string
  readonly to: string
}

const NAMES = ['January to March', 'April to June', 'July to September', 'October to December']

/** The last four quarters that were over on a day, the earliest first: no figure is of a time that still goes on. */
export function quartersBefore(on: string): Quarter[] {
  const month = Number(on.slice(5, 7))
  const begun = `${on.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  return [4, 3, 2, 1].map((back) => {
    const from = addMonths(begun, -3 * back)
    return {
      name: `${NAMES[Math.floor(Number(from.slice(5, 7)) / 3)]} ${from.slice(0, 4)}`,
      from,
      to: addDays(addMonths(from, 3), -1),
    }
  })
}

/** The four quarters together. */
export function yearBefore({ on }: Situation): Pick<Quarter, 'from' | 'to'> {
  const quarters = quartersBefore(on)
  return { from: quarters[0]!.from, to: quarters.at(-1)!.to }
}

/** The last day of the last quarter, on which people are counted. */
export function countingDay(situation: Situation): string {
  return yearBefore(situation).to
}

/** Whether a day, or a month such as `2027-03`, is in a quarter. */
export function isIn({ from, to }: Pick<Quarter, 'from' | 'to'>, day: string): boolean {
  return from.slice(0, day.length) <= day && day <= to.slice(0, day.length)
}
