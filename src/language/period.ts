import { readCount } from './count.ts'
import { readNumber } from './number.ts'
import { addMonths } from './review.ts'
import { frequencyLength, readFrequency, readLength } from './time-span.ts'

/** A length of time in whole months or whole days. */
export type Period = { readonly months: number } | { readonly days: number }

const units: Readonly<Record<string, Period>> = {
  day: { days: 1 },
  week: { days: 7 },
  fortnight: { days: 14 },
  month: { months: 1 },
  quarter: { months: 3 },
  'half-year': { months: 6 },
  year: { months: 12 },
}

/** Reads `6 months`, `one year`, `half a year` or `18 weeks`; undefined when the text is no such length of time. */
export function readPeriod(text: string): Period | undefined {
  const { count = 0, unit = '' } = readLength(text)?.span ?? {}
  const one = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (!one || !Number.isInteger(count)) return undefined
  return 'months' in one ? { months: one.months * count } : { days: one.days * count }
}

/** Reads how often something is, such as `every month` or `twice a year`, as the time from one to the next. */
export function readInterval(text: string): Period | undefined {
  const frequency = readFrequency(text)
  return frequency && readPeriod(frequencyLength(frequency))
}

/** So many working days as a text gives them: `4`, `four working days`, `5 days`. */
export function readWorkingDays(text: string): number | undefined {
  const { count, unit = '' } = readLength(text)?.span ?? {}
  return /^((working|business) )?day$/.test(unit) ? count : wholeNumber(text)
}

/** A number in the way of English, which a percent sign may follow. */
export function readAmount(text: string): number | undefined {
  return readNumber(text, { locale: 'en', unit: '%', label: '' })?.number
}

/** A whole number in digits or in words. */
export function wholeNumber(text: string): number | undefined {
  const count = readCount(text.trim().toLowerCase())
  return Number.isInteger(count) ? count : undefined
}

/** The day a period later, ISO 8601; the last day of the month where the same day is not in it. */
export function laterBy(day: string, period: Period): string {
  return 'months' in period ? addMonths(day, period.months) : addDays(day, period.days)
}

/** The day so many days later, or earlier where they are below 0. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS
  return new Date(time).toISOString().slice(0, 10)
}

const DAY_MS = 86_400_000
