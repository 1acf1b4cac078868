import {
  type Calendar,
  calendarOf,
  type DateOrder,
  monthMisspelt,
  monthNamed,
  weekdayNamed,
} from './calendar.ts'
import { withLatinDigits } from './digits.ts'
import { foldWord } from './fold.ts'

/** No date is longer; what is longer is not read at all. */
const LONGEST = 60
const TOKEN =
  /(?<number>\d+)|(?<word>[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?)|(?<mark>[\s.,/'’‐‑–—−-]+)|(?<other>.)/gsu
const ORDINAL = /(?<=\d)(?:st|nd|rd|th|er|re|ere|eme|e|o|a|de|te|ste)(?![\p{L}\p{M}])/giu
const TIME = /(?:T|,?\s+)(?:at\s+)?\d{1,2}:\d\d(?::[\d.]+)?\s*(?:[ap]\.?m\.?|Z|[+-]\d\d:?\d\d)?$/i

/** A date as it was read. */
export interface DateReading {
  /** ISO 8601. */
  readonly date: string
  /** The text can be read as another date as well, other than by the order that the locale has and forms print. */
  readonly ambiguous: boolean
  /** In the locale's own order of day, month and year the text is no date; it was read in another. */
  readonly isOtherOrder: boolean
  /** The text names a day of the week that the date does not fall on. */
  readonly wrongWeekday: boolean
  /** The name of the month is misspelt. */
  readonly isMisspelt: boolean
}

/**
 * Reads a date as people write it: `3/4/26`, `3.4.2026`, `3 April 2026`, `April 3rd, 2026`, `2026-04-03`,
 * `2026年4月3日`, `20260403`, with digits of any script and months in the locale's language or in English, and a time of day
 * behind it, which is left out. Where day and month could
 * change places the locale decides. Two-digit years are 1969 to 2068, as POSIX `strptime` has them; others must be from
 * 1900 to 2199. Where the locale counts years in a calendar of its own, two digits could be of either and are not read;
 * four-digit Buddhist years are. Gives `undefined` when the text is not one real date.
 */
export function readDate(text: string, locale: string): DateReading | undefined {
  const calendar = calendarOf(locale)
  const tokens = tokensOf(text, calendar)
  if (!tokens) return undefined
  const { numbers, month, weekday, isMisspelt } = tokens
  const readings = candidates(numbers, month, text, calendar.order).flatMap((parts) => {
    const date = isoDate(parts, calendar)
    return date === undefined ? [] : [{ date, order: parts.order }]
  })
  const [first, ...others] = readings
  if (!first) return undefined
  const { date, order = calendar.order } = first
  const isOtherOrder = order !== calendar.order
  return {
    date,
    // The form asks for the locale's order, so that day and month do not change places; a year in two digits may.
    ambiguous: others.some(
      (other) => other.date !== date && (isOtherOrder || isYearMoved(order, other.order)),
    ),
    isOtherOrder,
    wrongWeekday: weekday !== undefined && weekday !== new Date(date).getUTCDay(),
    isMisspelt,
  }
}

interface Tokens {
  readonly numbers: readonly string[]
  readonly month: number | undefined
  readonly weekday: number | undefined
  readonly isMisspelt: boolean
}

// Beside the words that `Intl` knows: English ones, articles that other languages begin with, and Polish `2026 r.`
const commonFillers = new Set(['the', 'of', 'on', 'le', 'den', 'am', 'el', 'il', 'r', 'roku'])

function tokensOf(text: string, calendar: Calendar): Tokens | undefined {
  if (text.length > LONGEST) return undefined
  const plain = withLatinDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(TIME, '')
    .replace(/(?<=\d)\s*[年月년월]/g, '-')
    .replace(/(?<=\d)\s*[日号號일]/g, ' ')
    .replace(ORDINAL, '')
  if (!/^[\d\p{L}]/u.test(plain)) return undefined
  const numbers: string[] = []
  const months: number[] = []
  const weekdays: number[] = []
  let isMisspelt = false
  for (const { groups } of plain.matchAll(TOKEN)) {
    if (groups?.other !== undefined) return undefined
    if (groups?.number !== undefined) numbers.push(groups.number)
    if (groups?.word === undefined) continue
    const word = foldWord(groups.word)
    const month = monthNamed(word, calendar)
    const weekday = weekdayNamed(word, calendar)
    if (calendar.fillers.has(word) || commonFillers.has(word)) continue
    if (month !== undefined) months.push(month)
    else if (weekday !== undefined) weekdays.push(weekday)
    else {
      const meant = monthMisspelt(word, calendar)
      if (meant === undefined) return undefined
      months.push(meant)
      isMisspelt = true
    }
  }
  if (months.length > 1 || weekdays.length > 1) return undefined
  return { numbers, month: months[0], weekday: weekdays[0], isMisspelt }
}

function isYearMoved(one: DateOrder, other: DateOrder | undefined): boolean {
  return one !== 'YMD' && other === 'YMD'
}

interface DateParts {
  /** The order in which they were taken; undefined where the text itself tells. */
  readonly order?: DateOrder
  readonly year: string
  readonly month: string
  readonly day: string
}

/** All ways to read the numbers, the locale's own first. */
function candidates(
  numbers: readonly string[],
  month: number | undefined,
  text: string,
  order: DateOrder,
): DateParts[] {
  const [a, b, c] = numbers
  if (a?.length === 8 && b === undefined && month === undefined) return withoutMarks(a, order)
  if (a === undefined || b === undefined) return []
  if (month !== undefined)
    return numbers.length === 2 ? aroundMonth(a, b, String(month), order) : []
  if (c === undefined || numbers.length > 3) return []
  if (a.length === 4) return [{ year: a, month: b, day: c }]
  const byOrder: Record<DateOrder, DateParts> = {
    DMY: { day: a, month: b, year: c },
    MDY: { month: a, day: b, year: c },
    YMD: { year: a, month: b, day: c },
  }
  // No language with the day first puts the month first with points, and only a two-digit year can stand at either end.
  const monthFirst = order === 'MDY' || !/^\s*\d+\.\s*\d+\.\s*\d+\.?\s*$/.test(text)
  const yearFirst = c.length === 2 && (order === 'YMD' || /^\s*\d\d-\d\d-\d\d\s*$/.test(text))
  const orders: DateOrder[] = [
    'DMY',
    ...(monthFirst ? (['MDY'] as const) : []),
    ...(yearFirst ? (['YMD'] as const) : []),
  ]
  return orders
    .sort((one, two) => Number(two === order) - Number(one === order))
    .map((key) => ({ ...byOrder[key], order: key }))
}

/** `20260403` and `03042026`. */
function withoutMarks(digits: string, order: DateOrder): DateParts[] {
  const [first, second, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  const dayFirst = { day: first, month: second, year, order: 'DMY' } as const
  const monthFirst = { month: first, day: second, year, order: 'MDY' } as const
  return [
    { year: digits.slice(0, 4), month: digits.slice(4, 6), day: digits.slice(6) },
    ...(order === 'MDY' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]),
  ]
}

function aroundMonth(a: string, b: string, month: string, order: DateOrder): DateParts[] {
  const dayFirst = { day: a, month, year: b }
  const yearFirst = { year: a, month, day: b }
  if (a.length === 4) return [yearFirst]
  if (b.length === 4 || order !== 'YMD') return [dayFirst]
  return [yearFirst, dayFirst]
}

function isoDate(parts: DateParts, calendar: Calendar): string | undefined {
  if (parts.day.length > 2 || parts.month.length > 2) return undefined
  const year = fullYear(parts.year, calendar)
  const month = Number(parts.month)
  const day = Number(parts.day)
  if (year === undefined || month < 1 || month > 12 || day < 1) return undefined
  const time = new Date(Date.UTC(year, month - 1, day))
  return time.getUTCDate() === day ? time.toISOString().slice(0, 10) : undefined
}

function fullYear(digits: string, { yearsAhead }: Calendar): number | undefined {
  const year = Number(digits)
  if (digits.length === 2 && yearsAhead === 0) return year < 69 ? 2000 + year : 1900 + year
  if (digits.length !== 4) return undefined
  return [year, year - (yearsAhead ?? 0)].find((common) => common >= 1900 && common <= 2199)
}
