import { rowsIn, valueAt } from '../../../contracts/nested-values.ts'
import { wholeNumber } from '../../../language/period.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import type { RecordValue } from '../../../model/record.ts'
import { type Answered, type Broken, labelOf, remedy, saidOf } from './answered.ts'

/** Whether a table has too few rows, or rows with something in a column that none may have. */
export function rowsBroken(rule: RuleWith<'rows'>, answered: Answered): Broken | undefined {
  return 'atLeast' in rule ? tooFew(rule, answered) : otherInRows(rule, answered)
}

function tooFew(
  { rows, atLeast, warn }: RuleWith<'atLeast'>,
  { fields, values, voice: { say, subject } }: Answered,
): Broken | undefined {
  const count = rowsIn(valueAt(values, rows)).length
  const least = wholeNumber(String(atLeast))
  if (least === undefined || count >= least) return undefined
  return {
    field: rows,
    rule: 'value-rule',
    says: say(
      warn
        ? '{question} should have at least {rows}, and {filled} filled in'
        : '{question} needs at least {rows}, and {filled} filled in',
      {
        question: subject(labelOf(rows, fields)),
        rows: say('{count} rows', { count: least }),
        filled: count === 0 ? say('none is') : say('{count} are', { count }),
      },
    ),
  }
}

function otherInRows(
  rule: RuleWith<'every'>,
  { fields, values, voice }: Answered,
): Broken | undefined {
  const { rows, every, warn } = rule
  const field = fields.find(({ name }) => name === rows)
  const column =
    field?.type === 'rows' ? field.columns.find(({ name }) => name === every) : undefined
  const cells = rowsIn(valueAt(values, rows)).map((row) => valueAt(row, every))
  const { is, isNot } = { is: undefined, isNot: undefined, ...rule }
  const isOther = (cell: RecordValue | undefined): boolean =>
    isNot === undefined ? (cell ?? is) !== is : cell === isNot
  const others = cells.filter(isOther)
  if (others.length === 0) return undefined
  const { say, subject } = voice
  const wanted =
    'is' in rule
      ? say('{value} in each row', { value: saidOf(rule.is, voice, column) })
      : say('{value} in no row', { value: saidOf(rule.isNot, voice, column) })
  return {
    field: rows,
    rule: 'value-rule',
    says: say(
      warn
        ? '{table}: {column} should be {wanted}, and {others} otherwise; {remedy}'
        : '{table}: {column} must be {wanted}, and {others} otherwise; {remedy}',
      {
        table: subject(labelOf(rows, fields)),
        column: subject(column?.label ?? every),
        wanted,
        others: say('{count} of {all} are', { count: others.length, all: cells.length }),
        remedy: remedy(voice, warn),
      },
    ),
  }
}
