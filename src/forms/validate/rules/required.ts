import { valueAt } from '../../../contracts/nested-values.ts'
import { readAmount } from '../../../language/period.ts'
import type { Word } from '../../../language/words/english.ts'
import type { Field } from '../../../model/field.ts'
import type { Condition, RuleWith } from '../../../model/form-rule.ts'
import { isBlank } from '../answer.ts'
import { type Answered, type Broken, labelOf, operand, saidOf } from './answered.ts'

/** Whether something has no answer that another answer asks for. */
export function requiredBroken(
  { field: name, requiredWhen, warn }: RuleWith<'requiredWhen'>,
  answered: Answered,
): Broken | undefined {
  const { fields, values, signed, voice } = answered
  const because = reason(requiredWhen, answered)
  if (because === undefined || signed.has(name) || !isBlank(valueAt(values, name))) return undefined
  const field = fields.find((candidate) => candidate.name === name)
  const { needs, lacks } = sentencesFor(field)
  return {
    field: name,
    rule: 'value-required',
    says: voice.say(warn ? lacks : needs, {
      question: voice.subject(labelOf(name, fields)),
      reason: because,
    }),
  }
}

/** What is said of a question that needs an answer, and of one that should have one. */
function sentencesFor(field: Field | undefined): { readonly needs: Word; readonly lacks: Word } {
  switch (field?.type) {
    case 'checkbox':
      return {
        needs: '{question} must be ticked, because {reason}',
        lacks: '{question} is not ticked, though {reason}; make sure that this is right',
      }
    case 'signature':
      return {
        needs: '{question} is missing and is needed, because {reason}',
        lacks: '{question} is missing, though {reason}; make sure that this is right',
      }
    case 'rows':
      return {
        needs: '{question} has no entry and needs one, because {reason}',
        lacks: '{question} has no entry, though {reason}; make sure that this is right',
      }
    default:
      return {
        needs: '{question} has no answer and needs one, because {reason}',
        lacks: '{question} has no answer, though {reason}; make sure that this is right',
      }
  }
}

/** Why a condition holds; undefined where it does not. */
function reason(condition: Condition, answered: Answered): string | undefined {
  const { fields, values, voice } = answered
  const value = valueAt(values, condition.field)
  if ('above' in condition) return reasonAbove(condition, answered)
  const field = fields.find(({ name }) => name === condition.field)
  const isAs = (said: string): string =>
    voice.say('{question} is {value}', {
      question: voice.subject(field?.label ?? condition.field),
      value: said,
    })
  const has = (wanted: string | number | boolean): boolean =>
    value === wanted || (Array.isArray(value) && value.includes(wanted))
  if ('is' in condition)
    return has(condition.is) ? isAs(saidOf(condition.is, voice, field)) : undefined
  const isAnswered = value === false || !isBlank(value)
  return isAnswered && !has(condition.isNot) ? isAs(saidOf(value, voice, field)) : undefined
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
  return answered.voice.say('{first} is above {limit}', { first: called, limit: limit.called })
}
