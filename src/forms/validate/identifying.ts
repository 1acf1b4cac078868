import { groupOf } from '../../contracts/people.ts'
import type { Field } from '../../model/field.ts'
import type { FormDefinition } from '../../model/form.ts'

/** Questions that tell people of the same name apart, by what they are called. */
const TELLING =
  /\be-?mail\b|\b(?:staff|employee|personnel|payroll|worker|member|badge)[ -](?:no|nr|number|id|code)\b|\bdate of birth\b|\bbirth ?(?:date|day)\b|\b(?:tele)?phone\b|\bmobile\b|\b(?:home|postal|street) address\b/i

/**
 * The names of the answers that tell two people of one name apart: e-mail addresses, numbers of staff, telephone numbers
 * and the like. Not those of somebody else on the form: who has a name there that is not part of the form's `recordKey`.
 */
export function identifyingNames({
  fields,
  recordKey,
  sensitive,
}: Pick<FormDefinition, 'fields' | 'recordKey' | 'sensitive'>): string[] {
  if (sensitive === 'anonymous' || recordKey.length === 0) return []
  const named = recordKey.flat()
  const keyed = new Set(named.map(groupOf))
  const others = new Set(
    fields
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.name'))
      .map(groupOf)
      .filter((group) => !keyed.has(group)),
  )
  return fields
    .filter((field) => isTelling(field) && !named.includes(field.name))
    .map(({ name }) => name)
    .filter((name) => !others.has(groupOf(name)))
}

function isTelling({ type, label }: Field): boolean {
  if (type === 'email') return true
  return (type === 'text' || type === 'number' || type === 'date') && TELLING.test(label)
}
