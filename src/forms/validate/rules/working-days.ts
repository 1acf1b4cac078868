import { dateInWords } from '../../../language/date.ts'
import { readWorkingDays } from '../../../language/period.ts'
import { addWorkingDays } from '../../../language/working-days.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import { type Answered, type Broken, operand, remedy } from './answered.ts'

/**
 * Whether a date lies another number of working days after a date than it must. Where no holiday of its year is known, it
 * may be right all the same.
 */
export function workingDaysBroken(
  { field, after, workingDays, warn }: RuleWith<'workingDays'>,
  answered: Answered,
): Broken | undefined {
  const { locale, holidays } = answered
  const [due, start] = [operand(field, answered), operand(after, answered)]
  const count = readWorkingDays(String(workingDays))
  if (typeof due.value !== 'string' || typeof start.value !== 'string' || count === undefined)
    return undefined
  const wanted = addWorkingDays(start.value, count, { locale, holidays: new Set(holidays) })
  if (wanted === undefined || due.value === wanted) return undefined
  const isUncertain = ![start.value, wanted].every((day) =>
    holidays.some((holiday) => holiday.slice(0, 4) === day.slice(0, 4)),
  )
  const must = warn || isUncertain ? 'should' : 'must'
  const days = `${count} working ${count === 1 ? 'day' : 'days'}`
  const beside = isUncertain ? ' where no public holiday lies between' : ''
  return {
    field,
    rule: 'value-rule',
    isUncertain,
    says: `${due.called} ${must} be ${days} after ${start.called}, which is ${dateInWords(wanted)}${beside}; ${remedy(warn || isUncertain)}`,
  }
}
