import type { RawValue } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { PdfField } from '../pdf/index.ts'
import { alterations } from './alterations.ts'
import { type Finding, finding } from './finding.ts'
import { slotsByName } from './printed-place.ts'
import { printedValue } from './printed-states.ts'
import { problemFindings } from './problem-findings.ts'
import { findRenamed } from './renamed.ts'

/** What the fields of a file hold, sorted into those of the form and others. */
export interface HeldValues {
  readonly values: ReadonlyMap<string, RawValue>
  readonly extra: ReadonlyMap<string, readonly string[]>
  readonly findings: readonly Finding[]
}

/** Reads the values of a form's fields, and names what may not be as it was filled in. */
export function readValues(form: FormDefinition, fields: readonly PdfField[]): HeldValues {
  const slots = slotsByName(form)
  const values = new Map<string, RawValue>()
  const extra = new Map<string, readonly string[]>()
  const findings: Finding[] = []
  const renamed = findRenamed(form, fields)
  for (const field of fields) {
    const slot = slots.get(renamed.get(field) ?? field.name)
    if (slot) {
      values.set(slot.name, printedValue(form, slot, field))
      findings.push(...problemFindings(slot, field), ...alterations(form, slot, field))
    } else if (field.type !== 'pushbutton' && !field.isBlank) {
      extra.set(field.name, field.values)
      findings.push(finding('field-extra', extraSentence(field), field.name))
    }
  }
  return { values, extra, findings }
}

function extraSentence({ name, signature }: PdfField): string {
  return signature
    ? `The file has a digital signature “${name}” that is in none of the form's own boxes; it stays in the original, and nothing about it was verified`
    : `The file has a field “${name}” that is not of the form; what it holds is kept with the record`
}
