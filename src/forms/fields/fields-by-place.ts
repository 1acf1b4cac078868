import { type Slot, slotsByName } from '../../contracts/slot.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { asShown, isAt, isSameRect, type Looks } from '../pages/index.ts'
import { canHold } from './can-hold.ts'

type Widget = FormDefinition['widgets'][number]

/** The fields of a file, sorted into those of the form and others. */
export interface AssignedFields {
  /** By the name that the form has for them. */
  readonly own: ReadonlyMap<string, PdfField>
  readonly others: readonly PdfField[]
}

/**
 * Finds for each question of the form the field that holds its answer: by name, and otherwise by place. Programs that
 * join or split files rename fields, part the buttons of a group, and leave copies of fields behind on no page.
 *
 * @param form with its boxes where they are in this file
 */
export function assignFields(form: FormDefinition, fields: readonly PdfField[]): AssignedFields {
  const slots = slotsByName(form.fields)
  const own = new Map<string, PdfField>()
  const strange = new Set<PdfField>()
  for (const field of fields) {
    if (slots.has(field.name)) own.set(field.name, field)
    else strange.add(field)
  }
  if (strange.size === 0) return { own, others: [] }
  const printed = Map.groupBy(form.widgets, ({ name }) => name)
  for (const [name, slot] of slots) {
    const found = standIn(slot, printed.get(name) ?? [], strange)
    if (!found) continue
    const named = own.get(name)
    own.set(name, named ? withCopy(named, found.field) : found.field)
    for (const part of found.parts) strange.delete(part)
  }
  return { own, others: [...strange].filter((field) => !isGhost(field, own)) }
}

/** The same with the values that the pages show, where the file has several. */
export function fieldsAsShown({ own, others }: AssignedFields, looks: Looks): AssignedFields {
  return { own: new Map([...own].map(([name, field]) => [name, asShown(field, looks)])), others }
}

interface StandIn {
  readonly field: PdfField
  readonly parts: readonly PdfField[]
}

/** The one strange field, or the strange buttons, that stand at all the places of a question and nowhere else. */
function standIn(
  slot: Slot,
  places: readonly Widget[],
  strange: ReadonlySet<PdfField>,
): StandIn | undefined {
  const parts = [...strange].filter(
    (field) =>
      canHold(field, slot) &&
      field.widgets.length > 0 &&
      field.widgets.every((widget) => places.some((place) => isAt(widget, place))),
  )
  const widgets = parts.flatMap((part) => part.widgets)
  const [only] = parts
  if (!only || widgets.length !== places.length) return undefined
  if (!places.every((place) => widgets.some((widget) => isAt(widget, place)))) return undefined
  if (parts.length === 1) return { field: only, parts }
  return slot.control === 'radio' ? { field: joined(parts, places), parts } : undefined
}

/** The buttons of a group that lost the field above them. One that is named as in the form says all that is needed. */
function joined(parts: readonly PdfField[], places: readonly Widget[]): PdfField {
  const [first] = parts as [PdfField, ...PdfField[]]
  const isNamed = ({ widgets }: PdfField): boolean =>
    widgets.every(({ onStates }) => places.some(({ state = '' }) => onStates.includes(state)))
  return {
    ...first,
    type: 'radio',
    values: [...new Set(parts.flatMap(({ values }) => values))],
    isBlank: parts.every(({ isBlank }) => isBlank),
    widgets: parts.flatMap(({ widgets }) => widgets),
    problems: parts.flatMap((part) =>
      part.problems.filter(({ kind }) => kind !== 'type-missing' || !isNamed(part)),
    ),
  }
}

/** Of a field and its copy at the same place, the one that a page shows is what was filled in. */
function withCopy(named: PdfField, copy: PdfField): PdfField {
  if (!isShown(named)) return { ...copy, name: named.name }
  if (copy.isBlank || isSame(named, copy)) return named
  const readings = [
    { from: 'field', values: named.values },
    { from: 'widget', values: copy.values },
  ] as const
  return { ...named, problems: [...named.problems, { kind: 'contradictory', readings }] }
}

/** A copy that no page shows says nothing new. */
function isGhost(field: PdfField, own: ReadonlyMap<string, PdfField>): boolean {
  if (field.signature || isShown(field)) return false
  return [...own.values()].some(
    (other) =>
      isSame(other, field) &&
      other.widgets.some(({ rect }) =>
        field.widgets.some((widget) => rect && widget.rect && isSameRect(widget.rect, rect)),
      ),
  )
}

function isSame({ values }: PdfField, other: PdfField): boolean {
  return (
    values.length === other.values.length &&
    values.every((value, index) => value === other.values[index])
  )
}

function isShown({ widgets }: PdfField): boolean {
  return widgets.some(({ page }) => page !== undefined)
}
