import { foldWord } from './fold.ts'
import { perLocale } from './locale.ts'

/** In shorter words, one letter is too much of it. */
const SHORTEST_SLIP = 4

/** The parts of a date in the order in which a locale writes them with digits. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD'

/** How a locale writes dates. */
export interface Calendar {
  readonly order: DateOrder
  /** How many years the locale's own calendar is ahead of the Gregorian one; `undefined` when that is not constant. */
  readonly yearsAhead: number | undefined
  /** Months from 1 by their folded name, long or short, in the locale's language. */
  readonly months: ReadonlyMap<string, number>
  /** Days of the week from 0, Sunday, by their folded name. */
  readonly weekdays: ReadonlyMap<string, number>
  /** Words that may stand in a date and say nothing, such as the Spanish `de`. */
  readonly fillers: ReadonlySet<string>
  /** A date that can be read in one way only, 27 March 2026, as the locale writes it with digits. */
  readonly example: string
}

/** Calendars with Gregorian months and days. */
const aheadOfGregorian = new Map([
  ['gregory', 0],
  ['buddhist', 543],
])

/** The calendar of a locale, by `Intl`. Years of the example are Gregorian and digits Latin in every locale. */
export const calendarOf = perLocale((locale): Calendar => {
  const gregorian = `${new Intl.Locale(locale).baseName}-u-ca-gregory-nu-latn`
  const { months, words } = monthNames(gregorian)
  const numeric = new Intl.DateTimeFormat(gregorian, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(Date.UTC(2026, 2, 27))
  return {
    order: orderOf(numeric),
    yearsAhead: aheadOfGregorian.get(new Intl.DateTimeFormat(locale).resolvedOptions().calendar),
    months,
    weekdays: weekdayNames(gregorian),
    fillers: new Set([...words, ...wordsBetween(gregorian)]),
    example: numeric
      .map(({ type, value }) => (type === 'literal' ? value : value.replace(/^0/, '')))
      .join('')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  }
})

/** Months and days of the week in English, which people use beside their own language. */
const englishCalendar = calendarOf('en')

/** The month that a folded word names, in full or shortened to no less than three letters. */
export function monthNamed(word: string, calendar: Calendar): number | undefined {
  return (
    calendar.months.get(word) ??
    englishCalendar.months.get(word) ??
    onlyStart(word, [...calendar.months, ...englishCalendar.months])
  )
}

/** The one month whose full name a folded word misspells by a letter left out, added, changed or out of turn. */
export function monthMisspelt(word: string, calendar: Calendar): number | undefined {
  if (word.length < SHORTEST_SLIP) return undefined
  const near = [...calendar.months, ...englishCalendar.months].filter(
    ([name]) => name.length >= SHORTEST_SLIP && isOneSlipFrom(word, name),
  )
  const found = new Set(near.map(([, number]) => number))
  return found.size === 1 ? [...found][0] : undefined
}

function isOneSlipFrom(word: string, name: string): boolean {
  let start = 0
  while (start < word.length && word[start] === name[start]) start += 1
  const [rest, wanted] = [word.slice(start), name.slice(start)]
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    swapped === wanted
  )
}

/** The day of the week that a folded word names. */
export function weekdayNamed(word: string, calendar: Calendar): number | undefined {
  return (
    calendar.weekdays.get(word) ??
    englishCalendar.weekdays.get(word) ??
    onlyStart(word, [...calendar.weekdays, ...englishCalendar.weekdays])
  )
}

function onlyStart(word: string, names: readonly [string, number][]): number | undefined {
  if (word.length < 3) return undefined
  const found = new Set(names.filter(([name]) => name.startsWith(word)).map(([, number]) => number))
  return found.size === 1 ? [...found][0] : undefined
}

function orderOf(parts: readonly Intl.DateTimeFormatPart[]): DateOrder {
  const order = parts
    .map(({ type }) => (type === 'day' ? 'D' : type === 'month' ? 'M' : type === 'year' ? 'Y' : ''))
    .join('')
  return order === 'MDY' || order === 'YMD' ? order : 'DMY'
}

// A language may bend a name in a date (Polish `kwietnia`) and have words in it (Vietnamese `tháng 4`); only the last
// word names the month, and none does where it is a number.
function monthNames(locale: string): { months: Map<string, number>; words: string[] } {
  const months = new Map<string, number>()
  const words: string[] = []
  for (const month of ['long', 'short'] as const)
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, day, timeZone: 'UTC' })
      for (let index = 0; index < 12; index += 1) {
        const name = part(format, Date.UTC(2026, index, 1), 'month')
        const parts = foldWord(name).match(/[\p{L}']+/gu) ?? []
        const joined = foldWord(joinedBefore(format, Date.UTC(2026, index, 1)))
        if (joined !== '') months.set(`${joined}${parts.at(-1) ?? ''}`, index + 1)
        if (/\d/.test(name)) words.push(...parts)
        else if (parts.length > 0) {
          months.set(parts.at(-1) ?? '', index + 1)
          words.push(...parts.slice(0, -1))
        }
      }
    }
  return { months, words }
}

/** Letters that a language writes without a space before the month, as Hebrew does: `27 במרץ 2027`. */
function joinedBefore(format: Intl.DateTimeFormat, time: number): string {
  const parts = format.formatToParts(time)
  const before = parts[parts.findIndex(({ type }) => type === 'month') - 1]
  return (before?.type === 'literal' && /\p{L}+$/u.exec(before.value)?.[0]) || ''
}

function weekdayNames(locale: string): Map<string, number> {
  const names = new Map<string, number>()
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
    for (let day = 0; day < 7; day += 1) {
      // 1 March 2026 is a Sunday.
      const words = foldWord(format.format(Date.UTC(2026, 2, 1 + day))).match(/[\p{L}']+/gu) ?? []
      if (words.length === 1) names.set(words[0] ?? '', day)
    }
  }
  return names
}

function wordsBetween(locale: string): string[] {
  return (['full', 'long', 'medium'] as const).flatMap((dateStyle) =>
    new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' })
      .formatToParts(Date.UTC(2026, 2, 27))
      .filter(({ type }) => type === 'literal')
      .flatMap(({ value }) => foldWord(value).match(/[\p{L}']+/gu) ?? []),
  )
}

function part(format: Intl.DateTimeFormat, time: number, type: 'month'): string {
  return format.formatToParts(time).find((found) => found.type === type)?.value ?? ''
}
