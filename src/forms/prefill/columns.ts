import { labelsByName, slotsOf } from '../../contracts/slot.ts'
import { fold } from '../../language/fold.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { didYouMean, listed } from '../../messages/suggest.ts'
import type { FormDefinition } from '../../model/form.ts'

/** Which question each column of a table answers, by its index; undefined for those that are left out. */
export interface Columns {
  readonly names: readonly (string | undefined)[]
  readonly findings: readonly Finding[]
}

/**
 * Columns are called by the names of the fields, as links to the page of the form are, or by the words of the question where only one
 * has these.
 */
export function columnsOf(
  form: FormDefinition,
  heading: readonly (string | number | null)[],
): Columns {
  const known = namesOf(form)
  const seen = new Set<string>()
  const findings: Finding[] = []
  const leftOut = (index: number, why: string): undefined => {
    findings.push({ ...finding('prefill-column', why), line: 1, column: index + 1 })
  }
  const names = heading.map((cell, index) => {
    const title = String(cell ?? '')
    if (title === '') return undefined
    const [name, ...others] = known.get(fold(title)) ?? []
    if (name === undefined)
      return leftOut(
        index,
        `\`${title}\` is no question of this form, so the column is left out${didYouMean(
          title,
          [...known.values()].flatMap((all) => [...all]),
        )}`,
      )
    if (others.length > 0)
      return leftOut(
        index,
        `\`${title}\` may be any of ${listed([name, ...others])}, so the column is left out; call it by one of these names`,
      )
    if (isSignature(form, name))
      return leftOut(
        index,
        `\`${title}\` is to be signed by the person, so the column is left out; take it out of the table`,
      )
    if (seen.has(name))
      return leftOut(
        index,
        `\`${title}\` is there twice, so this column is left out; take one of the two out of the table`,
      )
    seen.add(name)
    return name
  })
  return { names, findings }
}

/** The names of fields by all that a column may be called, folded. */
function namesOf({ fields }: FormDefinition): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>()
  const add = (title: string, name: string): void => {
    const names = known.get(fold(title)) ?? new Set()
    known.set(fold(title), names.add(name))
  }
  const names = [...slotsOf(fields).map(({ name }) => name), ...groupsIn(fields)]
  const labels = labelsByName(fields)
  for (const name of names) if (labels.has(name)) add(labels.get(name)!, name)
  for (const { name, label, type } of fields) if (type === 'checks') add(label, name)
  // The name of a field is that of no other, whatever the words of others are.
  for (const name of names) known.set(fold(name), new Set([name]))
  return known
}

function groupsIn(fields: FormDefinition['fields']): string[] {
  return fields.flatMap(({ type, name }) => (type === 'checks' ? [name] : []))
}

function isSignature({ fields }: FormDefinition, name: string): boolean {
  return fields.some((field) => field.name === name && field.type === 'signature')
}
