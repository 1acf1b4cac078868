import { valueAt } from '../../../contracts/nested-values.ts'
import { wholeNumber } from '../../../language/period.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import type { RecordValue } from '../../../model/record.ts'
import { subject } from '../wording.ts'
import { type Answered, type Broken, labelOf, remedy, saidOf } from './answered.ts'

/** Whether a table has too few rows, or rows with something in a column that none may have. */
export function rowsBroken(rule: RuleWith<'rows'>, answered: Answered): Broken | undefined {
  return 'atLeast' in rule ? tooFew(rule, answered) : otherInRows(rule, answered)
}

function tooFew(
  { rows, atLeast, warn }: RuleWith<'atLeast'>,
  { fields, values }: Answered,
): Broken | undefined {
  const count = rowsOf(valueAt(values, rows)).length
  const least = wholeNumber(String(atLeast))
  if (least === undefined || count >= least) return undefined
  const wanted = least === 1 ? 'one row' : `${least} rows`
  const filled = count === 0 ? 'none is' : `${count} ${count === 1 ? 'is' : 'are'}`
  return {
    field: rows,
    rule: 'value-rule',
    says: `${subject(labelOf(rows, fields))} ${warn ? 'should have' : 'needs'} at least ${wanted}, and ${filled} filled in`,
  }
}

function otherInRows(rule: RuleWith<'every'>, { fields, values }: Answered): Broken | undefined {
  const { rows, every, warn } = rule
  const field = fields.find(({ name }) => name === rows)
  const column =
    field?.type === 'rows' ? field.columns.find(({ name }) => name === every) : undefined
  const cells = rowsOf(valueAt(values, rows)).map((row) => valueAt(row, every))
  const { is, isNot } = { is: undefined, isNot: undefined, ...rule }
  const isOther = (cell: RecordValue | undefined): boolean =>
    isNot === undefined ? (cell ?? is) !== is : cell === isNot
  const others = cells.filter(isOther)
  if (others.length === 0) return undefined
  const wanted =
    'is' in rule
      ? `${saidOf(rule.is, column)} in each row`
      : `${saidOf(rule.isNot, column)} in no row`
  const label = subject(column?.label ?? every)
  return {
    field: rows,
    rule: 'value-rule',
    says: `${subject(labelOf(rows, fields))}: ${label} ${warn ? 'should' : 'must'} be ${wanted}, and ${others.length} of ${cells.length} ${others.length === 1 ? 'is' : 'are'} otherwise; ${remedy(warn)}`,
  }
}

function rowsOf(value: RecordValue | undefined): Record<string, RecordValue>[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

function isRow(value: RecordValue): value is Record<string, RecordValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
