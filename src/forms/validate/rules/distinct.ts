import { valueAt } from '../../../contracts/nested-values.ts'
import { foldRecordKey } from '../../../language/fold.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import { isBlank } from '../answer.ts'
import { subject } from '../wording.ts'
import { type Answered, type Broken, labelOf, remedy, saidOf } from './answered.ts'

/** Whether answers that must differ are the same, as record keys are compared. */
export function distinctBroken(
  { distinct, warn }: RuleWith<'distinct'>,
  { fields, values }: Answered,
): Broken | undefined {
  const answered = distinct.filter((name) => !isBlank(valueAt(values, name)))
  const alike = Map.groupBy(answered, (name) => foldRecordKey(String(valueAt(values, name))))
  const [same] = [...alike.values()].filter(({ length }) => length > 1)
  const last = same?.at(-1)
  if (!same || last === undefined) return undefined
  const labels = new Intl.ListFormat('en-GB').format(
    same.map((name) => subject(labelOf(name, fields))),
  )
  const said = saidOf(
    valueAt(values, last),
    fields.find(({ name }) => name === last),
  )
  const all = same.length > 2 ? 'all' : 'both'
  return {
    field: last,
    rule: 'value-rule',
    says: `${labels} are ${all} ${said} and ${warn ? 'should' : 'must'} differ; ${remedy(warn)}`,
  }
}
