import { addDays, laterBy, type Period, readAmount, readPeriod } from '../../../language/period.ts'
import type { Word } from '../../../language/words/english.ts'
import type { Figure, RuleWith } from '../../../model/form-rule.ts'
import type { RecordValue } from '../../../model/record.ts'
import type { Voice } from '../voice.ts'
import { type Answered, type Broken, type Operand, operand, remedy } from './answered.ts'

type OrderRule = Exclude<RuleWith<'after' | 'notBefore' | 'notAfter'>, { workingDays: unknown }>

/** How each kind of order is told of dates and of numbers; `way` is where `field` lies from the other. */
const orders = {
  after: { way: 1, mayBeEqual: false, dates: 'after {other}', numbers: 'more than {other}' },
  notBefore: {
    way: 1,
    mayBeEqual: true,
    dates: 'on or after {other}',
    numbers: 'at least {other}',
  },
  notAfter: {
    way: -1,
    mayBeEqual: true,
    dates: 'on or before {other}',
    numbers: 'at most {other}',
  },
} as const

/** How a distance that must be kept is told. */
const distances = {
  'at least': {
    more: 'at least {figure} more than {other}',
    less: 'at least {figure} less than {other}',
    after: 'at least {figure} after {other}, which is {day} or later',
    before: 'at least {figure} before {other}, which is {day} or earlier',
  },
  'at most': {
    more: 'at most {figure} more than {other}',
    less: 'at most {figure} less than {other}',
    after: 'at most {figure} after {other}, which is {day} or earlier',
    before: 'at most {figure} before {other}, which is {day} or later',
  },
} as const satisfies Record<string, Record<string, Word>>

/** Whether two dates or numbers stand in another order than they must, or too near or too far from each other. */
export function orderBroken(rule: OrderRule, answered: Answered): Broken | undefined {
  const [kind, other] = orderOf(rule)
  const [first, second] = [operand(rule.field, answered), operand(other, answered)]
  const difference = compare(first.value, second.value)
  if (difference === undefined) return undefined
  const { way, mayBeEqual, ...words } = orders[kind]
  const isInOrder = difference * way > 0 || (difference === 0 && mayBeEqual)
  const { voice } = answered
  const wanted = isInOrder
    ? distanceWanted(rule, first, second, way, voice)
    : voice.say(typeof first.value === 'number' ? words.numbers : words.dates, {
        other: second.called,
      })
  if (wanted === undefined) return undefined
  return {
    field: rule.field,
    rule: 'value-rule',
    says: voice.say(
      rule.warn ? '{first} should be {wanted}; {remedy}' : '{first} must be {wanted}; {remedy}',
      { first: first.called, wanted, remedy: remedy(voice, rule.warn, second.isGiven) },
    ),
  }
}

function orderOf(rule: OrderRule): [kind: keyof typeof orders, other: string] {
  if ('after' in rule) return ['after', rule.after]
  return 'notBefore' in rule ? ['notBefore', rule.notBefore] : ['notAfter', rule.notAfter]
}

/** What the distance must be; undefined where it is so. */
function distanceWanted(
  { least, most }: OrderRule,
  first: Operand,
  second: Operand,
  way: 1 | -1,
  voice: Voice,
): string | undefined {
  return (
    tooFar('at least', least, first, second, way, voice) ??
    tooFar('at most', most, first, second, way, voice)
  )
}

function tooFar(
  limit: 'at least' | 'at most',
  figure: Figure | undefined,
  { value: first }: Operand,
  { value: second, called }: Operand,
  way: 1 | -1,
  { say, day }: Voice,
): string | undefined {
  if (figure === undefined) return undefined
  const isLeast = limit === 'at least'
  if (typeof first === 'number' && typeof second === 'number') {
    const wanted = readAmount(String(figure)) ?? Number.NaN
    const distance = (first - second) * way
    const isBroken = isLeast ? distance < wanted : distance > wanted
    return isBroken
      ? say(distances[limit][way > 0 ? 'more' : 'less'], { figure, other: called })
      : undefined
  }
  const period = readPeriod(String(figure))
  if (typeof first !== 'string' || typeof second !== 'string' || !period) return undefined
  const bound = boundOf(second, period, isLeast, way)
  const isBroken = isLeast === way > 0 ? first < bound : first > bound
  return isBroken
    ? say(distances[limit][way > 0 ? 'after' : 'before'], {
        figure,
        other: called,
        day: day(bound),
      })
    : undefined
}

/** From 1 January to 30 June are six whole months, since people count the last day as well; days are counted as they are. */
function boundOf(day: string, period: Period, isLeast: boolean, way: 1 | -1): string {
  const far = 'months' in period ? { months: period.months * way } : { days: period.days * way }
  const bound = laterBy(day, far)
  return isLeast && 'months' in period ? addDays(bound, -way) : bound
}

/** Below 0, 0 or above 0 as two numbers or two ISO dates stand to each other. */
function compare(a: RecordValue | undefined, b: RecordValue | undefined): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return undefined
}
