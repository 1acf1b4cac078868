import { valueAt } from '../../../contracts/nested-values.ts'
import { foldRecordKey } from '../../../language/fold.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import { isBlank } from '../answer.ts'
import { type Answered, type Broken, labelOf, remedy, saidOf } from './answered.ts'

const BOTH = [
  '{questions} are both {value} and must differ; {remedy}',
  '{questions} are both {value} and should differ; {remedy}',
] as const
const ALL = [
  '{questions} are all {value} and must differ; {remedy}',
  '{questions} are all {value} and should differ; {remedy}',
] as const

/** Whether answers that must differ are the same, as record keys are compared. */
export function distinctBroken(
  { distinct, warn }: RuleWith<'distinct'>,
  { fields, values, voice }: Answered,
): Broken | undefined {
  const answered = distinct.filter((name) => !isBlank(valueAt(values, name)))
  const alike = Map.groupBy(answered, (name) => foldRecordKey(String(valueAt(values, name))))
  const same = [...alike.values()].find(({ length }) => length > 1)
  const last = same?.at(-1)
  if (!same || last === undefined) return undefined
  const said = {
    questions: voice.all(same.map((name) => voice.subject(labelOf(name, fields)))),
    value: saidOf(
      valueAt(values, last),
      voice,
      fields.find(({ name }) => name === last),
    ),
    remedy: remedy(voice, warn),
  }
  const [must, should] = same.length > 2 ? ALL : BOTH
  return {
    field: last,
    rule: 'value-rule',
    says: voice.say(warn ? should : must, said),
  }
}
