import type { Finding } from '../../messages/finding.ts'
import type { RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type Alteration, alterationFindings, alterations } from './alterations.ts'
import { extraFindings } from './extra-fields.ts'
import type { AssignedFields } from './fields-by-place.ts'
import { slotsByName } from './printed-place.ts'
import { printedValue } from './printed-states.ts'
import { problemFindings } from './problem-findings.ts'

/** What the fields of a file hold, sorted into those of the form and others. */
export interface HeldValues {
  readonly values: ReadonlyMap<string, RawValue>
  readonly extra: ReadonlyMap<string, readonly string[]>
  readonly findings: readonly Finding[]
}

/**
 * Reads the values of a form's fields, and names what may not be as it was filled in.
 *
 * @param form with its boxes where they are in this file
 */
export function readValues(form: FormDefinition, { own, others }: AssignedFields): HeldValues {
  const slots = slotsByName(form)
  const values = new Map<string, RawValue>()
  const findings: Finding[] = []
  const altered: Alteration[] = []
  for (const [name, field] of own) {
    const slot = slots.get(name)
    if (!slot) continue
    values.set(name, printedValue(form, slot, field))
    findings.push(...problemFindings(slot, field))
    altered.push(...alterations(form, slot, field))
  }
  const added = others.filter(
    ({ type, isBlank }) => type !== 'pushbutton' && type !== 'signature' && !isBlank,
  )
  return {
    values,
    extra: new Map(added.map((field) => [field.name, field.values])),
    findings: [...findings, ...alterationFindings(altered), ...extraFindings(added)],
  }
}
