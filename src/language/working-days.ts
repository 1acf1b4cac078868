import { perLocale } from './locale.ts'
import { addDays } from './period.ts'

/** Beyond it nobody counts working days, and a list that makes every day a holiday must come to an end. */
const MOST_DAYS = 4000

/** The day so many working days after another, ISO 8601; undefined when it is too far away to be meant. */
export function addWorkingDays(
  day: string,
  count: number,
  { locale, holidays }: { readonly locale: string; readonly holidays: ReadonlySet<string> },
): string | undefined {
  const weekend = weekendOf(locale)
  let found = day
  let left = count
  for (let looked = 0; left > 0; looked += 1) {
    if (looked === MOST_DAYS) return undefined
    found = addDays(found, 1)
    if (!weekend.has(weekdayOf(found)) && !holidays.has(found)) left -= 1
  }
  return found
}

/** From 1, Monday, to 7, as ISO 8601 counts them. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

interface Week {
  readonly weekend: readonly number[]
}

// Some browsers have neither; TypeScript knows of neither.
interface LocaleWithWeek extends Intl.Locale {
  readonly weekInfo?: Week
  getWeekInfo?(): Week
}

/** The days of the weekend where a locale is spoken; Saturday and Sunday where that is not known. */
const weekendOf = perLocale((locale): ReadonlySet<number> => {
  const known: LocaleWithWeek = new Intl.Locale(locale)
  return new Set((known.getWeekInfo?.() ?? known.weekInfo)?.weekend ?? [6, 7])
})
