import { visibleOptions } from '../../contracts/slot.ts'
import { report } from '../../messages/message.ts'
import { didYouMean, listed } from '../../messages/suggest.ts'
import type { Field, FieldType } from '../../model/field.ts'
import type { FormRule } from '../../model/form.ts'
import type { Check } from './check.ts'

/** A fault of a rule, and the key of the rule where it is. */
interface Fault {
  readonly key: string
  readonly reason: string
}

/** The record key and the rules of a form name fields that are there and can be compared. */
export const formRule: Check = ({ meta, fields, file, locate }) => {
  // Of two fields with one name, which are reported elsewhere, the first counts.
  const form = new Map(fields.toReversed().map((field) => [field.name, field]))
  for (const [index, name] of meta.recordKey.entries()) {
    const reason = mismatch(name, identifying, form)
    if (reason) report(file, 'form-rule', reason, locate(['recordKey', index]))
  }
  for (const [index, rule] of meta.rules.entries()) {
    for (const { key, reason } of faultsOf(rule, form)) {
      report(file, 'form-rule', reason, locate(['rules', index, key]))
    }
  }
}

type Form = ReadonlyMap<string, Field>

const identifying: readonly FieldType[] = ['text', 'number', 'date', 'email', 'choice', 'select']

function faultsOf(rule: FormRule, form: Form): Fault[] {
  if ('rows' in rule) return faultsOfRows(rule, form)
  if ('requiredWhen' in rule) return faultsOfRequired(rule, form)
  const [key, other] = 'after' in rule ? ['after', rule.after] : ['notBefore', rule.notBefore]
  return faultsOfOrder(rule.field, key, other, form)
}

function faultsOfOrder(name: string, key: string, other: string, form: Form): Fault[] {
  const first = mismatch(name, ['date', 'number'], form)
  if (first) return [{ key: 'field', reason: first }]
  const type = form.get(name)?.type
  const second = mismatch(other, type ? [type] : [], form)
  return second ? [{ key, reason: second }] : []
}

function faultsOfRows(rule: Extract<FormRule, { rows: string }>, form: Form): Fault[] {
  const reason = mismatch(rule.rows, ['rows'], form)
  if (reason) return [{ key: 'rows', reason }]
  const rows = form.get(rule.rows)
  if (rows?.type !== 'rows' || rule.atLeast <= rows.min) return []
  return [
    {
      key: 'atLeast',
      reason: `Unexpected value \`${rule.atLeast}\`, expected no more than the \`${rows.min}\` rows of \`${rule.rows}\``,
    },
  ]
}

function faultsOfRequired(rule: Extract<FormRule, { requiredWhen: object }>, form: Form): Fault[] {
  const { field, is } = rule.requiredWhen
  const first = missing(rule.field, form)
  const second = missing(field, form)
  const found = form.get(field)
  const expected = found && expectedValues(found)
  return [
    ...(first ? [{ key: 'field', reason: first }] : []),
    ...(second ? [{ key: 'requiredWhen', reason: second }] : []),
    ...(expected && !expected.includes(is)
      ? [
          {
            key: 'requiredWhen',
            reason: `Unexpected value \`${is}\` of \`${field}\`, expected one of ${listed(expected.map(String))}`,
          },
        ]
      : []),
  ]
}

/** The values that a field can have, where they can be listed. */
function expectedValues(field: Field): (string | number | boolean)[] | undefined {
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
