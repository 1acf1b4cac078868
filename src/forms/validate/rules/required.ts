import { valueAt } from '../../../contracts/nested-values.ts'
import { readAmount } from '../../../language/period.ts'
import type { Field } from '../../../model/field.ts'
import type { Condition, RuleWith } from '../../../model/form-rule.ts'
import { isBlank } from '../answer.ts'
import { subject } from '../wording.ts'
import { type Answered, type Broken, labelOf, operand, saidOf } from './answered.ts'

/** Whether something has no answer that another answer asks for. */
export function requiredBroken(
  { field: name, requiredWhen, warn }: RuleWith<'requiredWhen'>,
  answered: Answered,
): Broken | undefined {
  const { fields, values, signed } = answered
  const because = reason(requiredWhen, answered)
  if (because === undefined || signed.has(name) || !isBlank(valueAt(values, name))) return undefined
  const field = fields.find((candidate) => candidate.name === name)
  const { needs, lacks } = wordsFor(field)
  return {
    field: name,
    rule: 'value-required',
    says: warn
      ? `${subject(labelOf(name, fields))} ${lacks}, though ${because}; make sure that this is right`
      : `${subject(labelOf(name, fields))} ${needs}, because ${because}`,
  }
}

function wordsFor(field: Field | undefined): { readonly needs: string; readonly lacks: string } {
  switch (field?.type) {
    case 'checkbox':
      return { needs: 'must be ticked', lacks: 'is not ticked' }
    case 'signature':
      return { needs: 'is missing and is needed', lacks: 'is missing' }
    case 'rows':
      return { needs: 'has no entry and needs one', lacks: 'has no entry' }
    default:
      return { needs: 'has no answer and needs one', lacks: 'has no answer' }
  }
}

/** Why a condition holds; undefined where it does not. */
function reason(condition: Condition, answered: Answered): string | undefined {
  const { fields, values } = answered
  const value = valueAt(values, condition.field)
  if ('above' in condition) return reasonAbove(condition, answered)
  const field = fields.find(({ name }) => name === condition.field)
  const label = subject(field?.label ?? condition.field)
  const has = (wanted: string | number | boolean): boolean =>
    value === wanted || (Array.isArray(value) && value.includes(wanted))
  if ('is' in condition)
    return has(condition.is) ? `${label} is ${saidOf(condition.is, field)}` : undefined
  const isAnswered = value === false || !isBlank(value)
  return isAnswered && !has(condition.isNot) ? `${label} is ${saidOf(value, field)}` : undefined
}

function reasonAbove(
  { field, above }: Extract<Condition, { above: unknown }>,
  answered: Answered,
): string | undefined {
  const { value, called } = operand(field, answered)
  const limit = answered.fields.some(({ name }) => name === above)
    ? operand(String(above), answered)
    : {
        value: readAmount(String(above)),
        called: String(above),
      }
  if (typeof value !== 'number' || typeof limit.value !== 'number' || value <= limit.value)
    return undefined
  return `${called} is above ${limit.called}`
}
