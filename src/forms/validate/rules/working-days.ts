import { readWorkingDays } from '../../../language/period.ts'
import type { Word } from '../../../language/words/english.ts'
import { addWorkingDays } from '../../../language/working-days.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import { type Answered, type Broken, operand, remedy } from './answered.ts'

const WHERE_NO_HOLIDAY: Word =
  '{first} should be {days} after {other}, which is {day} where no public holiday lies between; {remedy}'

/**
 * Whether a date lies another number of working days after a date than it must. Where no holiday of its year is known, it
 * may be right all the same.
 */
export function workingDaysBroken(
  { field, after, workingDays, warn }: RuleWith<'workingDays'>,
  answered: Answered,
): Broken | undefined {
  const { locale, holidays, voice } = answered
  const [due, start] = [operand(field, answered), operand(after, answered)]
  const count = readWorkingDays(String(workingDays))
  if (typeof due.value !== 'string' || typeof start.value !== 'string' || count === undefined)
    return undefined
  const wanted = addWorkingDays(start.value, count, { locale, holidays: new Set(holidays) })
  if (wanted === undefined || due.value === wanted) return undefined
  const isUncertain = ![start.value, wanted].every((day) =>
    holidays.some((holiday) => holiday.slice(0, 4) === day.slice(0, 4)),
  )
  const must =
    warn || isUncertain
      ? '{first} should be {days} after {other}, which is {day}; {remedy}'
      : '{first} must be {days} after {other}, which is {day}; {remedy}'
  return {
    field,
    rule: 'value-rule',
    isUncertain,
    says: voice.say(isUncertain ? WHERE_NO_HOLIDAY : must, {
      first: due.called,
      days: voice.say('{count} working days', { count }),
      other: start.called,
      day: voice.day(wanted),
      remedy: remedy(voice, warn || isUncertain),
    }),
  }
}
