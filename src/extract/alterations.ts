import type { FormDefinition } from '../model/form.ts'
import type { Slot } from '../model/slot.ts'
import type { PdfField } from '../pdf/index.ts'
import { type Finding, finding } from './finding.ts'
import { canHold, isAt, questionOf } from './printed-place.ts'

/** Names what somebody changed about a question or its box, so that an answer may not be to what was asked. */
export function alterations(form: FormDefinition, slot: Slot, field: PdfField): Finding[] {
  const asked = `“${questionOf(slot)}”`
  const findings: Finding[] = []
  if (field.name !== slot.name)
    findings.push(
      finding(
        'field-renamed',
        `The box for ${asked} is called “${field.name}” in this file; its answer was taken by its place on the page`,
        slot.name,
      ),
    )
  if (slot.control !== 'radio' && field.tooltip !== undefined && field.tooltip !== slot.tooltip)
    findings.push(
      finding(
        'form-altered',
        `The question ${asked} reads “${field.tooltip}” in this file; check what the answer refers to`,
        slot.name,
      ),
    )
  if (isOfOtherKind(slot, field))
    findings.push(
      finding(
        field.isBlank ? 'form-altered' : 'value-uncertain',
        `The box for ${asked} is of another kind in this file (${field.type} instead of ${slot.control}); check its answer against the page`,
        slot.name,
      ),
    )
  if (isMoved(form, field, slot.name))
    findings.push(
      finding(
        'form-altered',
        `The box for ${asked} was moved in this file; check what the answer refers to`,
        slot.name,
      ),
    )
  return findings
}

/** A field without a type is told as damaged. */
function isOfOtherKind(slot: Slot, field: PdfField): boolean {
  return field.type !== 'unknown' && !canHold(field, slot)
}

/** Whether a box is on a page, but not where the form has it; a button is known by its on-state where the form has that. */
function isMoved({ widgets }: FormDefinition, field: PdfField, name: string): boolean {
  const printed = widgets.filter((widget) => widget.name === name)
  return field.widgets.some((widget) => {
    if (widget.page === undefined || widget.rect === undefined) return false
    const named = printed.filter(
      ({ state }) => state !== undefined && widget.onStates.includes(state),
    )
    const meant = printed.length > 1 && named.length > 0 ? named : printed
    return meant.length > 0 && !meant.some((place) => isAt(widget, place))
  })
}
