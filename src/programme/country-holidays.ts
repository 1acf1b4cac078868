import { addDays } from '../language/period.ts'
import { OperatorError } from '../messages/operator-error.ts'

const DAY_MS = 86_400_000
/** On these hardly anybody works. */
const FREE = ['public', 'bank']

/**
 * The public holidays of a country, or of a part of it such as `GB-SCT` or `DE-BY`, in ISO 8601. Throws an `OperatorError` when
 * there is no calendar of it.
 */
export async function countryHolidays(calendar: string, years: readonly number[]) {
  const { default: Holidays } = await import('date-holidays')
  const [country = '', state, ...region] = calendar.split('-')
  const holidays = new Holidays()
  const isKnown =
    Object.hasOwn(holidays.getCountries(), country) &&
    (state === undefined || Object.hasOwn(holidays.getStates(country) ?? {}, state))
  if (!isKnown)
    throw new OperatorError(
      `There is no calendar \`${calendar}\`; in the configuration, \`calendar\` of \`programme\` is a country, or a part of one, such as \`GB-SCT\``,
    )
  holidays.init(country, state ?? '', ...region)
  return years
    .flatMap((year) => holidays.getHolidays(year))
    .filter(({ type }) => FREE.includes(type))
    .flatMap(({ date, start, end }) => {
      const days = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / DAY_MS))
      return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index))
    })
}
