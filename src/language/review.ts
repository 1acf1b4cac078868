const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

/** An interval such as `every 12 months`, `every two years` or `every year`, in months; undefined for other texts. */
export function intervalMonths(text: string): number | undefined {
  const match = /^every\s+(?:(\d{1,3}|[a-z]+)\s+)?(month|quarter|year)s?$/i.exec(text.trim())
  if (!match?.[2]) return undefined
  const count =
    match[1] === undefined ? 1 : Number(match[1]) || words.indexOf(match[1].toLowerCase()) + 1
  return count > 0 ? count * monthsIn[match[2].toLowerCase()]! : undefined
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
function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10)
}
