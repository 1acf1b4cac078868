import type { RawValue } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import { type Slot, slotsOf } from '../model/slot.ts'
import type { PdfField } from '../pdf/index.ts'
import { type Finding, finding } from './finding.ts'
import { problemFindings } from './problem-findings.ts'

/** What the fields of a file hold, sorted into those of the form and others. */
export interface HeldValues {
  readonly values: ReadonlyMap<string, RawValue>
  readonly extra: ReadonlyMap<string, readonly string[]>
  readonly findings: readonly Finding[]
}

/** Reads the values of a form's fields, and names what may not be as it was filled in. */
export function readValues(form: FormDefinition, fields: readonly PdfField[]): HeldValues {
  const slots = new Map(slotsOf(form.fields).map((slot) => [slot.name, slot]))
  const values = new Map<string, RawValue>()
  const extra = new Map<string, readonly string[]>()
  const findings: Finding[] = []
  for (const field of fields) {
    const slot = slots.get(field.name)
    if (slot) {
      values.set(field.name, { texts: field.values, confidence: 1 })
      findings.push(...problemFindings(slot, field), ...alterations(form, slot, field))
    } else if (field.type !== 'pushbutton' && !field.isBlank) {
      extra.set(field.name, field.values)
      findings.push(
        finding(
          'field-extra',
          `The file has a field “${field.name}” that is not of the form; what it holds is kept with the record`,
          field.name,
        ),
      )
    }
  }
  return { values, extra, findings }
}

/** Points by which a program may shift a box when it writes the file anew. */
const SHIFT = 3

/** Names questions and boxes that somebody changed, so that an answer may not be to the question that was asked. */
function alterations(form: FormDefinition, slot: Slot, field: PdfField): Finding[] {
  if (slot.control === 'radio' || field.widgets.length !== 1) return []
  const findings: Finding[] = []
  if (field.tooltip !== undefined && field.tooltip !== slot.tooltip)
    findings.push(
      finding(
        'form-altered',
        `The question “${slot.tooltip}” reads “${field.tooltip}” in this file; check what the answer refers to`,
        slot.name,
      ),
    )
  const [widget] = field.widgets
  const printed = form.widgets.find(({ name }) => name === slot.name)
  const isMoved =
    widget?.page !== undefined &&
    widget.rect !== undefined &&
    printed !== undefined &&
    (widget.page !== printed.page ||
      widget.rect.some((edge, index) => Math.abs(edge - (printed.rect[index] ?? edge)) > SHIFT))
  if (isMoved)
    findings.push(
      finding(
        'form-altered',
        `The box for “${slot.tooltip}” was moved in this file; check what the answer refers to`,
        slot.name,
      ),
    )
  return findings
}
