import type { Slot } from '../../contracts/slot.ts'
import { withoutRoom } from '../../contracts/tooltip.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { isAt } from '../pages/index.ts'
import { canHold } from './can-hold.ts'
import { hasOtherLabels } from './offered-options.ts'

/** Something about a question or its box that is not as in the form, so that an answer may not be to what was asked. */
export interface Alteration {
  readonly kind: AlterationKind
  readonly slot: Slot
  /** The box as it is in the file. */
  readonly field: PdfField
}

/** What somebody changed: the name of a box, its question, the labels of its choices, its kind or its place. */
export type AlterationKind = 'renamed' | 'reworded' | 'relabelled' | 'retyped' | 'moved'

/** What somebody changed about a question or its box. */
export function alterations(form: FormDefinition, slot: Slot, field: PdfField): Alteration[] {
  const kinds = Object.keys(signs) as AlterationKind[]
  return kinds
    .filter((kind) => signs[kind](slot, field, form))
    .map((kind) => ({ kind, slot, field }))
}

/** Whether nobody knows by the file alone what the answer in an altered box means. */
export function leavesDoubt({ kind, field }: Alteration): boolean {
  return (kind === 'relabelled' || kind === 'retyped') && !field.isBlank
}

const signs: Record<
  AlterationKind,
  (slot: Slot, field: PdfField, form: FormDefinition) => boolean
> = {
  renamed: (slot, field) => field.name !== slot.name,
  reworded: (slot, field, form) =>
    slot.control !== 'radio' &&
    field.tooltip !== undefined &&
    !wordingsOf(form, slot).includes(withoutRoom(field.tooltip)),
  relabelled: hasOtherLabels,
  // A field without a type is told as damaged.
  retyped: (slot, field) => field.type !== 'unknown' && !canHold(field, slot),
  moved: (slot, field, form) => isMoved(form, field, slot.name),
}

/** How a question reads in the form, and how it read in forms of old; how much its box has room for is of a layout only. */
function wordingsOf({ widgets }: FormDefinition, { name, label }: Slot): string[] {
  const tooltip = widgets.find((widget) => widget.name === name)?.tooltip
  return [label, ...(tooltip === undefined ? [] : [withoutRoom(tooltip)])]
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
