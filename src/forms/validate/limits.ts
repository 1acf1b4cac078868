import { dateInWords } from '../../language/date.ts'
import { between, decimalPlaces } from '../../language/limits.ts'
import { withUnit } from '../../language/number.ts'
import { laterBy } from '../../language/period.ts'
import { quoted } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { FieldOf } from '../../model/field.ts'
import { matchesPattern } from './pattern.ts'

/** What is wrong with an answer that could be read. */
export interface Fault {
  readonly rule: RuleId
  /** What follows the question in the sentence. */
  readonly says: string
  /** `doubt`: the answer may be another one. `damage`: the program that filled it in damaged a character. */
  readonly leaves?: 'doubt' | 'damage'
}

/** A fault that leaves it in doubt what the answer is. */
export function doubtful(says: string): Fault {
  return { rule: 'value-uncertain', says, leaves: 'doubt' }
}

/** What the limits of a text field have against a text. */
export function textFaults(text: string, field: FieldOf<'text'> | FieldOf<'multiline'>): Fault[] {
  const faults: Fault[] = []
  const length = [...text].length
  if (field.maxLength !== undefined && length > field.maxLength)
    faults.push(range(`has ${length} characters; shorten it to ${field.maxLength}`))
  if (field.type === 'text' && field.pattern !== undefined)
    faults.push(...patternFaults(text, field.pattern, field.hint))
  return faults
}

/** What the limits of a number field have against a number. */
export function numberFaults(
  number: number,
  { min, max, decimals, unit }: FieldOf<'number'>,
): Fault[] {
  const faults: Fault[] = []
  const bounds = between(min, max, (bound) => (unit ? withUnit(bound, unit) : String(bound)))
  if ((min !== undefined && number < min) || (max !== undefined && number > max))
    faults.push(range(`must be ${bounds}, and it is ${number}`))
  if (decimals !== undefined && decimalsOf(number) > decimals)
    faults.push(range(`must be ${decimalPlaces(decimals)}, and it is ${number}`))
  return faults
}

/** What the limits of a date field have against a date, or else what its distance from today has. */
export function dateFaults(
  date: string,
  { min, max }: FieldOf<'date'>,
  today: string | undefined,
): Fault[] {
  const outside = (min !== undefined && date < min) || (max !== undefined && date > max)
  if (outside)
    return [range(`must be ${between(min, max, dateInWords)}, and it is ${dateInWords(date)}`)]
  if (today === undefined || (date >= LONG_AGO && date <= laterBy(today, FAR_AHEAD))) return []
  const says = `is ${dateInWords(date)}, which is ${date < LONG_AGO ? 'long ago' : 'far ahead'}; make sure that the year is right`
  return [{ rule: 'value-unusual', says }]
}

/** Nothing that is asked on a form of work was earlier. */
const LONG_AGO = '1920-01-01'
const FAR_AHEAD = { months: 240 }

/** What options that stand alone have against the others that are ticked with them. */
export function aloneFaults(
  ticked: readonly string[],
  { options, alone = [] }: FieldOf<'checks'>,
): Fault[] {
  const lonely = alone.find((value) => ticked.includes(value))
  if (lonely === undefined || ticked.length === 1) return []
  const label = options.find(({ value }) => value === lonely)?.label ?? lonely
  return [
    {
      rule: 'value-rule',
      says: `has ${quoted(label)} ticked together with something else; find out which is right`,
    },
  ]
}

function patternFaults(text: string, pattern: string, hint: string | undefined): Fault[] {
  const matches = matchesPattern(text, pattern)
  if (matches === true) return []
  if (matches === false)
    return [
      {
        rule: 'value-pattern',
        says: `does not have the form that is asked for${hint ? `: ${hint}` : '; check it for slips'}`,
      },
    ]
  return [doubtful('could not be compared with the form that is asked for; check it by eye')]
}

function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

function range(says: string): Fault {
  return { rule: 'value-range', says }
}
