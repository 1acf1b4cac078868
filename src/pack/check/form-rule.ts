import { privateQuestions } from '../../contracts/definition.ts'
import { TODAY, visibleOptions } from '../../contracts/slot.ts'
import { readAmount, readPeriod, readWorkingDays, wholeNumber } from '../../language/period.ts'
import { report } from '../../messages/message.ts'
import { didYouMean, listed } from '../../messages/suggest.ts'
import type { ColumnField, Field, FieldOf, FieldType } from '../../model/field.ts'
import type { Private } from '../../model/form.ts'
import {
  type Answered,
  type Condition,
  type Figure,
  type FormRule,
  namesIn,
  type RuleWith,
} from '../../model/form-rule.ts'
import { PLACEHOLDER_OPENING } from '../text/placeholder.ts'
import type { Check } from './check.ts'

type Path = readonly (string | number)[]

/** A fault, and the keys below the rule that lead to it. */
interface Fault {
  readonly at: Path
  readonly reason: string
}

/** The record key, the rules and what is private name fields of the form that are there and can be compared. */
export const formRule: Check = ({ meta, fields, withoutFields, file, locate }) => {
  // Of two fields with one name, which are reported elsewhere, the first counts.
  const form = new Map(fields.toReversed().map((field) => [field.name, field]))
  const isGone = (name: string): boolean => withoutFields?.has(name) ?? false
  const tell = (path: Path, { at, reason }: Fault): void => {
    report(file, 'form-rule', reason, locate([...path, ...at]) ?? locate(path))
  }
  for (const [index, part] of meta.recordKey.entries())
    for (const name of [part].flat().filter((name) => !isGone(name)))
      for (const reason of faultsOfKey(name, meta.private, form))
        tell(['recordKey', index], { at: [], reason })
  for (const [index, rule] of meta.rules.entries()) {
    if (namesIn(rule).some(isGone)) continue
    for (const fault of faultsOf(rule, form)) tell(['rules', index], fault)
  }
  for (const fault of faultsOfPrivate(meta.private, form)) tell(['private'], fault)
}

type Form = ReadonlyMap<string, Field>

const identifying: readonly FieldType[] = ['text', 'number', 'date', 'email', 'choice', 'select']
const comparable: readonly FieldType[] = ['date', 'number']

function faultsOfKey(name: string, hidden: Private | undefined, form: Form): string[] {
  if (privateQuestions({ private: hidden }).includes(name))
    return [`Unexpected field \`${name}\`, which is private, so that records cannot be known by it`]
  return reasons(mismatch(name, identifying, form))
}

function faultsOf(rule: FormRule, form: Form): Fault[] {
  if ('distinct' in rule)
    return rule.distinct.flatMap((name, index) =>
      faults(['distinct', index], mismatch(name, identifying, form)),
    )
  if ('rows' in rule) return faultsOfRows(rule, form)
  if ('requiredWhen' in rule)
    return [
      ...faults(['field'], missing(rule.field, form)),
      ...faultsOfCondition(rule.requiredWhen, form).map(({ at, reason }) => ({
        at: ['requiredWhen', ...at],
        reason,
      })),
    ]
  return faultsOfOrder(rule, form)
}

function faultsOfOrder(rule: RuleWith<'after' | 'notBefore' | 'notAfter'>, form: Form): Fault[] {
  const [key, other] = orderIn(rule)
  const isToday = other === TODAY && !form.has(TODAY)
  const types = 'workingDays' in rule || isToday ? (['date'] as const) : comparable
  const first = mismatch(rule.field, types, form)
  if (first) return faults(['field'], first)
  const type = form.get(rule.field)?.type
  return [
    ...(isToday ? [] : faults([key], mismatch(other, type ? [type] : [], form))),
    ...faultsOfDistance(rule, type === 'date'),
  ]
}

function orderIn(rule: RuleWith<'after' | 'notBefore' | 'notAfter'>): [key: string, name: string] {
  if ('after' in rule) return ['after', rule.after]
  return 'notBefore' in rule ? ['notBefore', rule.notBefore] : ['notAfter', rule.notAfter]
}

function faultsOfDistance(
  rule: RuleWith<'after' | 'notBefore' | 'notAfter'>,
  isDate: boolean,
): Fault[] {
  if ('workingDays' in rule) {
    const isRead = readWorkingDays(String(rule.workingDays)) !== undefined
    return figureFault('workingDays', rule.workingDays, isRead, 'a number of days such as `4`')
  }
  return (['least', 'most'] as const).flatMap((key) => {
    const figure = rule[key]
    if (figure === undefined) return []
    return isDate
      ? figureFault(
          key,
          figure,
          readPeriod(String(figure)) !== undefined,
          'a length of time such as `6 months`, `2 weeks` or `10 days`',
        )
      : figureFault(key, figure, readAmount(String(figure)) !== undefined, 'a number such as `5`')
  })
}

function faultsOfRows(rule: RuleWith<'rows'>, form: Form): Fault[] {
  const reason = mismatch(rule.rows, ['rows'], form)
  const rows = form.get(rule.rows)
  if (reason || rows?.type !== 'rows') return faults(['rows'], reason)
  return 'atLeast' in rule ? faultsOfCount(rule.atLeast, rows) : faultsOfColumn(rule, rows)
}

function faultsOfCount(atLeast: Figure, { name, min }: FieldOf<'rows'>): Fault[] {
  const count = wholeNumber(String(atLeast))
  if (count === undefined)
    return figureFault('atLeast', atLeast, false, 'a whole number such as `1`')
  return faults(
    ['atLeast'],
    count > min || count === 0
      ? `Unexpected value \`${atLeast}\`, expected at least \`1\` and no more than the \`${min}\` rows of \`${name}\``
      : undefined,
  )
}

function faultsOfColumn(rule: RuleWith<'every'>, { name, columns }: FieldOf<'rows'>): Fault[] {
  const { every } = rule
  const column = columns.find((one) => one.name === every)
  if (!column) {
    const names = columns.map((one) => one.name)
    const reason = `Unexpected column \`${every}\`, which \`${name}\` does not have${didYouMean(every, names)}`
    return faults(['every'], reason)
  }
  return 'is' in rule
    ? faults(['is'], otherValue(rule.is, column))
    : faults(['isNot'], otherValue(rule.isNot, column))
}

function faultsOfCondition(condition: Condition, form: Form): Fault[] {
  const field = form.get(condition.field)
  if (!field) return faults(['field'], missing(condition.field, form))
  if ('is' in condition) return faults(['is'], otherValue(condition.is, field))
  if ('isNot' in condition) return faults(['isNot'], otherValue(condition.isNot, field))
  const first = mismatch(condition.field, ['number', 'rating'], form)
  if (first) return faults(['field'], first)
  const { above } = condition
  if (form.has(String(above)))
    return faults(['above'], mismatch(String(above), ['number', 'rating'], form))
  return figureFault(
    'above',
    above,
    readAmount(String(above)) !== undefined,
    'a number or the name of a field for one',
  )
}

function faultsOfPrivate(hidden: Private | undefined, form: Form): Fault[] {
  if (typeof hidden !== 'object') return []
  const named = privateQuestions({ private: hidden })
  const unless: readonly Answered[] = hidden.unless === undefined ? [] : [hidden.unless].flat()
  const deciding = unless.map(({ field }) => field)
  return [
    ...named.flatMap((name, index) =>
      faults(['fields', index], missing(name, form) ?? cannotBePrivate(name, deciding, form)),
    ),
    ...unless.flatMap((condition, index) =>
      faultsOfCondition(condition, form).map(({ reason }) => ({
        at: Array.isArray(hidden.unless) ? ['unless', index] : ['unless'],
        reason,
      })),
    ),
  ]
}

function cannotBePrivate(
  name: string,
  deciding: readonly string[],
  form: Form,
): string | undefined {
  if (form.get(name)?.type === 'signature')
    return `Unexpected field \`${name}\`, a signature, which cannot be left out by itself`
  return deciding.includes(name)
    ? `Unexpected field \`${name}\`, whose own answer decides what is private`
    : undefined
}

/** A figure that waits for its answer, as in a draft, is told of elsewhere. */
function figureFault(key: string, figure: Figure, isRead: boolean, expected: string): Fault[] {
  const waits = String(figure).search(PLACEHOLDER_OPENING) >= 0
  return isRead || waits
    ? []
    : faults([key], `Unexpected value \`${figure}\` for \`${key}\`, expected ${expected}`)
}

function otherValue(
  value: string | number | boolean,
  field: Field | ColumnField,
): string | undefined {
  const expected = expectedValues(field)
  return expected && !expected.includes(value)
    ? `Unexpected value \`${value}\` of \`${field.name}\`, expected one of ${listed(expected.map(String))}`
    : undefined
}

/** The values that a field can have, where they can be listed. */
function expectedValues(field: Field | ColumnField): (string | number | boolean)[] | undefined {
  switch (field.type) {
    case 'choice':
    case 'select':
    case 'checks':
      return visibleOptions(field).map(({ value }) => value)
    case 'checkbox':
      return [true, false]
    case 'rating':
      return Array.from({ length: field.max }, (_, index) => index + 1)
    default:
      return undefined
  }
}

function faults(at: Path, reason: string | undefined): Fault[] {
  return reasons(reason).map((one) => ({ at, reason: one }))
}

function reasons(reason: string | undefined): string[] {
  return reason === undefined ? [] : [reason]
}

function mismatch(name: string, types: readonly FieldType[], form: Form): string | undefined {
  const field = form.get(name)
  if (!field) return missing(name, form)
  return types.includes(field.type)
    ? undefined
    : `Unexpected field \`${name}\` of the type \`${field.type}\`, expected one of the type ${listed(types)}`
}

function missing(name: string, form: Form): string | undefined {
  return form.has(name)
    ? undefined
    : `Unexpected field \`${name}\`, which the form does not have${didYouMean(name, form.keys())}`
}
