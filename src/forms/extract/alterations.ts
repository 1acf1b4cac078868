import type { Slot } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { few, named } from './few.ts'
import { hasOtherLabels } from './offered-options.ts'
import { canHold, isAt, questionOf } from './printed-place.ts'

/** Something about a question or its box that is not as in the form, so that an answer may not be to what was asked. */
export interface Alteration {
  readonly kind: Kind
  readonly rule: RuleId
  /** Name that the form has for the field. */
  readonly field: string
  /** The question, in quotes. */
  readonly asked: string
  /** The sentence, where it is told by itself. */
  readonly message: string
}

type Kind = 'renamed' | 'reworded' | 'relabelled' | 'retyped' | 'moved'

/** What somebody changed about a question or its box. */
export function alterations(form: FormDefinition, slot: Slot, field: PdfField): Alteration[] {
  const asked = `“${questionOf(slot)}”`
  const found: Alteration[] = []
  const add = (kind: Kind, rule: RuleId, message: string) =>
    found.push({ kind, rule, field: slot.name, asked, message })
  if (field.name !== slot.name)
    add(
      'renamed',
      'field-renamed',
      `The box for ${asked} is called “${field.name}” in this file; its answer was taken by its place on the page`,
    )
  if (slot.control !== 'radio' && field.tooltip !== undefined && field.tooltip !== slot.tooltip)
    add(
      'reworded',
      'form-altered',
      `The question ${asked} reads “${field.tooltip}” in this file; check what the answer refers to`,
    )
  if (hasOtherLabels(slot, field))
    add(
      'relabelled',
      field.isBlank ? 'form-altered' : 'value-uncertain',
      `The choices for ${asked} read otherwise in this file; check its answer against the page`,
    )
  if (isOfOtherKind(slot, field))
    add(
      'retyped',
      field.isBlank ? 'form-altered' : 'value-uncertain',
      `The box for ${asked} is of another kind in this file (${field.type} instead of ${slot.control}); check its answer against the page`,
    )
  if (isMoved(form, field, slot.name))
    add(
      'moved',
      'form-altered',
      `The box for ${asked} was moved in this file; check what the answer refers to`,
    )
  return found
}

/** Tells of alterations, of many of a kind in one sentence. What puts an answer in doubt is told for each answer. */
export function alterationFindings(altered: readonly Alteration[]): Finding[] {
  return [...Map.groupBy(altered, ({ kind }) => kind)].flatMap(([kind, alike]) => {
    const summary = summaries[kind]
    if (alike.length <= few || !summary)
      return alike.map(({ rule, message, field }) => finding(rule, message, field))
    const [{ rule }] = alike as [Alteration, ...Alteration[]]
    const questions = alike.map(({ asked }) => asked)
    return [finding(rule, summary(alike.length, named(questions)))]
  })
}

const summaries: Partial<Record<Kind, (count: number, examples: string) => string>> = {
  renamed: (count, examples) =>
    `The boxes for ${count} questions have other names in this file, ${examples}; their answers were taken by their places on the page`,
  reworded: (count, examples) =>
    `${count} questions read otherwise in this file, ${examples}; check what the answers refer to`,
  moved: (count, examples) =>
    `The boxes for ${count} questions were moved in this file, ${examples}; check what the answers refer to`,
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
    const states = printed.filter(
      ({ state }) => state !== undefined && widget.onStates.includes(state),
    )
    const meant = printed.length > 1 && states.length > 0 ? states : printed
    return meant.length > 0 && !meant.some((place) => isAt(widget, place))
  })
}
