import { TODAY } from '../../../contracts/slot.ts'
import { readAmount, readPeriod, readWorkingDays } from '../../../language/period.ts'
import type { FieldType } from '../../../model/field.ts'
import type { RuleWith } from '../../../model/form-rule.ts'
import { type Fault, type Form, faults, figureFault, mismatch } from './faults.ts'

type Order = RuleWith<'after' | 'notBefore' | 'notAfter'>

const comparable: readonly FieldType[] = ['date', 'number']

/** What is wrong with a rule that compares two answers. */
export function faultsOfOrder(rule: Order, form: Form): Fault[] {
  const [key, other] = orderIn(rule)
  const isToday = other === TODAY && !form.has(TODAY)
  const types = 'workingDays' in rule || isToday ? (['date'] as const) : comparable
  const first = mismatch(rule.field, types, form)
  if (first) return faults(['field'], first)
  const type = form.get(rule.field)?.type
  return [
    ...(isToday ? [] : faults([key], mismatch(other, type ? [type] : [], form))),
    ...faultsOfDistance(rule, type === 'date'),
  ]
}

function orderIn(rule: Order): [key: string, name: string] {
  if ('after' in rule) return ['after', rule.after]
  return 'notBefore' in rule ? ['notBefore', rule.notBefore] : ['notAfter', rule.notAfter]
}

function faultsOfDistance(rule: Order, isDate: boolean): Fault[] {
  if ('workingDays' in rule) {
    const isRead = readWorkingDays(String(rule.workingDays)) !== undefined
    return figureFault('workingDays', rule.workingDays, isRead, 'a number of days such as `4`')
  }
  return (['least', 'most'] as const).flatMap((key) => {
    const figure = rule[key]
    if (figure === undefined) return []
    return isDate
      ? figureFault(
          key,
          figure,
          readPeriod(String(figure)) !== undefined,
          'a length of time such as `6 months`, `2 weeks` or `10 days`',
        )
      : figureFault(key, figure, readAmount(String(figure)) !== undefined, 'a number such as `5`')
  })
}
