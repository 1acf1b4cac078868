import { between, decimalPlaces } from '../../language/limits.ts'
import { withUnit } from '../../language/number.ts'
import { laterBy } from '../../language/period.ts'
import type { Word } from '../../language/words/english.ts'
import type { FieldOf } from '../../model/field.ts'
import { matchesPattern } from './pattern.ts'
import { doubtful, type Fault, type Voice } from './voice.ts'

/** What the limits of a text field have against a text. */
export function textFaults(text: string, field: FieldOf<'text'> | FieldOf<'multiline'>): Fault[] {
  const faults: Fault[] = []
  const length = [...text].length
  if (field.maxLength !== undefined && length > field.maxLength)
    faults.push(
      range('{question} has {length} characters; shorten it to {most}', {
        length,
        most: field.maxLength,
      }),
    )
  if (field.type === 'text' && field.pattern !== undefined)
    faults.push(...patternFaults(text, field.pattern, field.hint))
  return faults
}

/** What the limits of a number field have against a number. */
export function numberFaults(
  number: number,
  { min, max, decimals, unit }: FieldOf<'number'>,
  voice: Voice,
): Fault[] {
  const faults: Fault[] = []
  // `from 15 to 240 minutes` names its unit once; `from £5 to £10` and `from 5% to 10%` do not.
  const isRange = min !== undefined && max !== undefined && min < max && /^\p{L}/u.test(unit ?? '')
  const written = (bound: number): string =>
    unit && !(isRange && bound === min) ? withUnit(voice.number(bound), unit) : voice.number(bound)
  const value = voice.number(number)
  if ((min !== undefined && number < min) || (max !== undefined && number > max))
    faults.push(range(OUTSIDE, { limits: between(min, max, written, voice.say) ?? '', value }))
  if (decimals !== undefined && decimalsOf(number) > decimals)
    faults.push(range(OUTSIDE, { limits: decimalPlaces(decimals, voice.say), value }))
  return faults
}

/** What the limits of a date field have against a date, or else what its distance from today has. */
export function dateFaults(
  date: string,
  { min, max }: FieldOf<'date'>,
  today: string | undefined,
  { day, say }: Voice,
): Fault[] {
  const outside = (min !== undefined && date < min) || (max !== undefined && date > max)
  if (outside)
    return [range(OUTSIDE, { limits: between(min, max, day, say) ?? '', value: day(date) })]
  if (today === undefined || (date >= LONG_AGO && date <= laterBy(today, FAR_AHEAD))) return []
  const says =
    date < LONG_AGO
      ? '{question} is {value}, which is long ago; make sure that the year is right'
      : '{question} is {value}, which is far ahead; make sure that the year is right'
  return [{ rule: 'value-unusual', says, values: { value: day(date) } }]
}

const OUTSIDE: Word = '{question} must be {limits}, and it is {value}'
/** Nothing that is asked on a form of work was earlier. */
const LONG_AGO = '1920-01-01'
const FAR_AHEAD = { months: 240 }

/** What options that stand alone have against the others that are ticked with them. */
export function aloneFaults(
  ticked: readonly string[],
  { options, alone = [] }: FieldOf<'checks'>,
  { quoted }: Voice,
): Fault[] {
  const lonely = alone.find((value) => ticked.includes(value))
  if (lonely === undefined || ticked.length === 1) return []
  const label = options.find(({ value }) => value === lonely)?.label ?? lonely
  return [
    {
      rule: 'value-rule',
      says: '{question} has {option} ticked together with something else; find out which is right',
      values: { option: quoted(label) },
    },
  ]
}

function patternFaults(text: string, pattern: string, hint: string | undefined): Fault[] {
  const matches = matchesPattern(text, pattern)
  if (matches === true) return []
  if (matches === undefined)
    return [
      doubtful('{question} could not be compared with the form that is asked for; check it by eye'),
    ]
  return [
    hint
      ? {
          rule: 'value-pattern',
          says: '{question} does not have the form that is asked for: {hint}',
          values: { hint },
        }
      : {
          rule: 'value-pattern',
          says: '{question} does not have the form that is asked for; check it for slips',
        },
  ]
}

function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

function range(says: Word, values: Fault['values'] = {}): Fault {
  return { rule: 'value-range', says, values }
}
