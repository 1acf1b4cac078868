import type { Field } from '../../model/field.ts'

const WHO =
  /\b(name|signature|e-?mail|telephone|phone|address|(staff|employee|payroll|personnel) (number|id))\b/i

/** Whether a question asks for something by which a person could be found. */
export function identifies(field: Field): boolean {
  if (field.type === 'signature' || field.type === 'email') return true
  if (field.type === 'rows') {
    return field.columns.some(
      (column) => column.type === 'email' || asksWho(column.name, column.label),
    )
  }
  const isFree = field.type === 'text' || field.type === 'multiline' || field.type === 'number'
  return (isFree && asksWho(field.name, field.label)) || /\bbirth\b/i.test(field.label)
}

function asksWho(name: string, label: string): boolean {
  return /(^|\.)name$/i.test(name) || WHO.test(label)
}
