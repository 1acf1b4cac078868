import { privateQuestions } from '../../contracts/definition.ts'
import { report } from '../../messages/message.ts'
import type { FieldType } from '../../model/field.ts'
import type { Private } from '../../model/form.ts'
import { type FormRule, namesIn } from '../../model/form-rule.ts'
import type { Check } from './check.ts'
import { faultsOfCondition } from './form-rule/condition.ts'
import {
  type Fault,
  type Form,
  faults,
  mismatch,
  missing,
  type Path,
  reasons,
} from './form-rule/faults.ts'
import { faultsOfKeep } from './form-rule/keep.ts'
import { faultsOfOrder } from './form-rule/order.ts'
import { faultsOfPrivate } from './form-rule/private.ts'
import { faultsOfRows } from './form-rule/rows.ts'

/** Types of fields that people can be told apart by. */
const identifying: readonly FieldType[] = ['text', 'number', 'date', 'email', 'choice', 'select']

/** The record key, the rules, what is private and how long a form is kept name fields of the form that are there and can be compared. */
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
  for (const fault of faultsOfKeep(meta, form)) tell(['keep'], fault)
  for (const fault of faultsOfPrivate(meta.private, form)) tell(['private'], fault)
}

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
