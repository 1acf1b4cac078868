import { type Values, valueAt } from '../../contracts/nested-values.ts'
import { visibleOptions } from '../../contracts/slot.ts'
import { dateInWords } from '../../language/date.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { Field } from '../../model/field.ts'
import type { FormDefinition, FormRule } from '../../model/form.ts'
import type { RecordValue } from '../../model/record.ts'
import { isBlank } from './answer.ts'
import { subject } from './wording.ts'

/** What a rule between the answers is checked against. */
interface Answered {
  readonly fields: readonly Field[]
  readonly values: Values
  /** Names of the signature fields that are signed. */
  readonly signed: ReadonlySet<string>
}

/** Checks what the form asks for between its answers. An answer that is blank breaks no comparison. */
export function checkRules(rules: FormDefinition['rules'], answered: Answered): Finding[] {
  return rules.flatMap((rule) => checkRule(rule, answered) ?? [])
}

function checkRule(rule: FormRule, answered: Answered): Finding | undefined {
  if ('rows' in rule) return checkAtLeast(rule, answered)
  if ('after' in rule) return checkOrder(rule.field, rule.after, 'after', answered)
  if ('notBefore' in rule) return checkOrder(rule.field, rule.notBefore, 'on or after', answered)
  return checkRequiredWhen(rule, answered)
}

function checkAtLeast(
  { rows, atLeast }: Extract<FormRule, { rows: string }>,
  { fields, values }: Answered,
): Finding | undefined {
  const value = valueAt(values, rows)
  const count = Array.isArray(value) ? value.length : 0
  if (count >= atLeast) return undefined
  const wanted = atLeast === 1 ? 'one row' : `${atLeast} rows`
  const label = labelOf(rows, fields)
  return finding(
    'value-rule',
    `${subject(label)} needs at least ${wanted}, and ${count === 0 ? 'none is' : `${count} ${count === 1 ? 'is' : 'are'}`} filled in`,
    rows,
  )
}

function checkOrder(
  later: string,
  earlier: string,
  word: 'after' | 'on or after',
  { fields, values }: Answered,
): Finding | undefined {
  const value = valueAt(values, later)
  const bound = valueAt(values, earlier)
  const order = compare(value, bound)
  if (order === undefined || order > 0 || (order === 0 && word === 'on or after')) return undefined
  const [is, than] = [labelOf(later, fields), labelOf(earlier, fields)].map(subject)
  return finding(
    'value-rule',
    `${is} (${say(value)}) must be ${word} ${than} (${say(bound)})`,
    later,
  )
}

function checkRequiredWhen(
  { field, requiredWhen }: Extract<FormRule, { requiredWhen: unknown }>,
  { fields, values, signed }: Answered,
): Finding | undefined {
  const value = valueAt(values, requiredWhen.field)
  const applies =
    value === requiredWhen.is || (Array.isArray(value) && value.includes(requiredWhen.is))
  if (!applies || signed.has(field) || !isBlank(valueAt(values, field))) return undefined
  const because = `${subject(labelOf(requiredWhen.field, fields))} is ${quoted(optionLabel(requiredWhen, fields))}`
  return finding(
    'value-required',
    `${subject(labelOf(field, fields))} has no answer and needs one, because ${because}`,
    field,
  )
}

/** Below 0, 0 or above 0 as two numbers or two ISO dates stand to each other. */
function compare(a: RecordValue | undefined, b: RecordValue | undefined): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return undefined
}

function say(value: RecordValue | undefined): string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? dateInWords(value)
    : String(value)
}

function labelOf(name: string, fields: readonly Field[]): string {
  return fields.find((field) => field.name === name)?.label ?? name
}

function optionLabel(
  { field: name, is }: { readonly field: string; readonly is: string | number | boolean },
  fields: readonly Field[],
): string {
  if (is === true) return 'ticked'
  const field = fields.find((candidate) => candidate.name === name)
  const options = field && 'options' in field ? visibleOptions(field) : []
  return options.find(({ value }) => value === is)?.label ?? String(is)
}
