import { type Finding, finding } from '../../../messages/finding.ts'
import type { FormRule } from '../../../model/form-rule.ts'
import { type Answered, type Broken, labelOf } from './answered.ts'
import { distinctBroken } from './distinct.ts'
import { orderBroken } from './order.ts'
import { requiredBroken } from './required.ts'
import { rowsBroken } from './rows.ts'
import { workingDaysBroken } from './working-days.ts'

export type { Answered } from './answered.ts'

/** Checks what the form asks for between its answers. An answer that is blank breaks no comparison. */
export function checkRules(rules: readonly FormRule[], answered: Answered): Finding[] {
  return rules.flatMap((rule) => {
    const broken = brokenBy(rule, answered)
    return broken ? [told(rule, broken, answered)] : []
  })
}

function brokenBy(rule: FormRule, answered: Answered): Broken | undefined {
  if ('distinct' in rule) return distinctBroken(rule, answered)
  if ('rows' in rule) return rowsBroken(rule, answered)
  if ('requiredWhen' in rule) return requiredBroken(rule, answered)
  if ('workingDays' in rule) return workingDaysBroken(rule, answered)
  return orderBroken(rule, answered)
}

function told(
  { warn, message }: FormRule,
  { field, rule, isUncertain, says }: Broken,
  { fields, voice }: Answered,
): Finding {
  const own = message?.replace(/\.$/, '')
  return finding(
    warn || isUncertain ? 'value-unusual' : rule,
    own === undefined ? says : `${voice.subject(labelOf(field, fields))}: ${own}`,
    field,
  )
}
