import { readAmount } from '../../../language/period.ts'
import type { Condition } from '../../../model/form-rule.ts'
import { type Fault, type Form, faults, figureFault, mismatch, missing } from './faults.ts'
import { otherValue } from './values.ts'

/** What is wrong with the answer that something depends on. */
export function faultsOfCondition(condition: Condition, form: Form): Fault[] {
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
