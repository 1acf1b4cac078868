import { frequencyMonths, readFrequency } from './time-span.ts'

/** An interval such as `every 12 months`, `every two years` or `annually`, in months; undefined for other texts. */
export function intervalMonths(text: string): number | undefined {
  const frequency = readFrequency(text)
  return frequency && frequencyMonths(frequency)
}

/** True for a day that exists, in ISO 8601: `2026-12-01`. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
    ? new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
    : false
}

/**
 * The day of a document's next review, ISO 8601: the review date itself, or the interval counted from the day the
 * document took effect. Undefined when neither gives a day.
 */
export function reviewDate(meta: {
  readonly review?: string | undefined
  readonly effective?: string | undefined
}): string | undefined {
  if (meta.review === undefined || isIsoDate(meta.review)) return meta.review
  const months = intervalMonths(meta.review)
  if (months === undefined || meta.effective === undefined || !isIsoDate(meta.effective))
    return undefined
  const day = addMonths(meta.effective, months)
  return isIsoDate(day) ? day : undefined
}

/** True when the next review should have been before `today`, ISO 8601. */
export function isOverdue(meta: Parameters<typeof reviewDate>[0], today: string): boolean {
  const date = reviewDate(meta)
  return date !== undefined && isIsoDate(date) && date < today
}

/** A day so many months later; the last day of the month where the same day is not in it. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10)
}
