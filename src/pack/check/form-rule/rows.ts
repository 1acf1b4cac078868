import { wholeNumber } from '../../../language/period.ts'
import { didYouMean } from '../../../messages/suggest.ts'
import type { FieldOf } from '../../../model/field.ts'
import type { Figure, RuleWith } from '../../../model/form-rule.ts'
import { type Fault, type Form, faults, figureFault, mismatch } from './faults.ts'
import { otherValue } from './values.ts'

/** What is wrong with a rule on the rows of a table. */
export function faultsOfRows(rule: RuleWith<'rows'>, form: Form): Fault[] {
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
