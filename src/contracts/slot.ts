import type { ColumnField, Field, FieldOf, Option } from '../model/field.ts'

/** The value and on-state of the option that opens a text field of its own. */
export const OTHER: Option = { value: 'other', label: 'Other', state: 'other' }

/** In a rule in place of a field, the day on which the form is imported. */
export const TODAY = 'today'

/** What a PDF program shows at a place: a text box, a tick box, one button of a group, a drop-down or a signature. */
export type Control = 'text' | 'checkbox' | 'radio' | 'dropdown' | 'signature'

/**
 * One place on the form that can be filled in. A field has one or more: a rating has one for each number, a table one
 * for each cell. Rendering, stamping and reading all go by this list, so that they cannot disagree.
 */
export interface Slot {
  /** Fully qualified name of the PDF field, for example `actions.1.due`, `flags.conflict`. Buttons of a group share it. */
  readonly name: string
  readonly control: Control
  /** On-state of a checkbox or radio button. */
  readonly state?: string
  /**
   * The question, with the row, option and hint where that tells it apart: so messages name it, and so read the tooltips of
   * forms whose definitions have none.
   */
  readonly label: string
  /** The field that this place belongs to; in a table, the column. */
  readonly field: Field | ColumnField
  /** The table and the row, counted from 1, when the place is a cell. */
  readonly cell?: { readonly rows: FieldOf<'rows'>; readonly row: number }
  /** The option of a choice, checks or select field that a button stands for. */
  readonly option?: Option
}

/** The key under which a slot is marked on the page: its name, and its on-state where it is one button of a group. */
export function slotKey(slot: {
  readonly name: string
  readonly state?: string | undefined
  readonly control?: Control
}): string {
  return slot.control === 'radio' && slot.state !== undefined
    ? `${slot.name}#${slot.state}`
    : slot.name
}

/** Whether a box takes several lines; in the cell of a table a short text does, which would not fit beside others else. */
export function hasLines({ field, cell, control }: Slot): boolean {
  return control === 'text' && (field.type === 'multiline' || (field.type === 'text' && !!cell))
}

/** All places of a form, in reading order. */
export function slotsOf(fields: readonly Field[]): Slot[] {
  return fields.flatMap((field) =>
    field.type === 'rows' ? cells(field) : slotsOfField(field, field.name, field.label),
  )
}

/** The first place of each name, in reading order. */
export function slotsByName(fields: readonly Field[]): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  for (const slot of slotsOf(fields)) if (!slots.has(slot.name)) slots.set(slot.name, slot)
  return slots
}

/** What messages call each field, by its name. */
export function labelsByName(fields: readonly Field[]): ReadonlyMap<string, string> {
  return new Map([...slotsByName(fields)].map(([name, slot]) => [name, fieldLabel(slot)]))
}

/** The options that a person sees, "Other" included. */
export function visibleOptions(field: FieldOf<'choice' | 'select' | 'checks'>): Option[] {
  return field.other ? [...field.options, OTHER] : field.options
}

function cells(rows: FieldOf<'rows'>): Slot[] {
  return Array.from({ length: rows.min }, (_, index) => index + 1).flatMap((row) =>
    rows.columns.flatMap((column) =>
      slotsOfField(column, `${rows.name}.${row}.${column.name}`, inRow(rows, row, column)).map(
        (slot) => ({ ...slot, cell: { rows, row } }),
      ),
    ),
  )
}

function slotsOfField(field: Exclude<Field, FieldOf<'rows'>>, name: string, label: string): Slot[] {
  switch (field.type) {
    case 'choice':
      return [...buttons(field, name, label), ...otherSlot(field, label)]
    case 'rating':
      return ratingOptions(field).map((option) =>
        radio(field, name, option, `${label}: ${option.label}`),
      )
    case 'select':
      return field.buttons
        ? [...buttons(field, name, label), ...otherSlot(field, label)]
        : [
            { name, control: 'dropdown', label: withHint(label, field), field },
            ...otherSlot(field, label),
          ]
    case 'checks':
      return [
        ...visibleOptions(field).map(
          (option): Slot => ({
            name: `${name}.${option.state}`,
            control: 'checkbox',
            state: option.state,
            label: `${label}: ${option.label}`,
            field,
            option,
          }),
        ),
        ...otherSlot(field, label),
      ]
    case 'checkbox':
      return [{ name, control: 'checkbox', state: 'yes', label: withHint(label, field), field }]
    case 'signature':
      return [{ name, control: 'signature', label: withHint(label, field), field }]
    default:
      return [{ name, control: 'text', label: withHint(label, field), field }]
  }
}

/** The numbers of a rating as options; on-states are not digits only, which some programs take for an index. */
export function ratingOptions(field: FieldOf<'rating'>): Option[] {
  return Array.from({ length: field.max }, (_, index) => {
    const value = String(index + 1)
    const end = index === 0 ? field.low : index === field.max - 1 ? field.high : undefined
    return { value, label: end ? `${value} (${end})` : value, state: `r${value}` }
  })
}

function buttons(field: FieldOf<'choice' | 'select'>, name: string, label: string): Slot[] {
  return visibleOptions(field).map((option) =>
    radio(field, name, option, `${label}: ${option.label}`),
  )
}

function radio(
  field: FieldOf<'choice' | 'rating' | 'select'>,
  name: string,
  option: Option,
  label: string,
): Slot {
  return { name, control: 'radio', state: option.state, label, field, option }
}

function otherSlot(field: FieldOf<'choice' | 'select' | 'checks'>, label: string): Slot[] {
  if (!field.other) return []
  return [{ name: field.other, control: 'text', label: `${label}: other, please say`, field }]
}

/** What is asked at a place, with the row where it is a cell. */
export function questionOf({ field, cell }: Pick<Slot, 'field' | 'cell'>): string {
  return cell ? inRow(cell.rows, cell.row, field) : field.label
}

/**
 * The name under which places are decided together where a form is on paper: the buttons of a group, and the boxes to tick of one question.
 * Lines beside them stand by themselves.
 */
export function readAs({ name, control, state, field }: Slot): string {
  return control === 'checkbox' && field.type === 'checks' && state !== undefined
    ? name.slice(0, -(state.length + 1))
    : name
}

/** What messages call the field of a place; a group of buttons is asked about as a whole, not by its first option. */
export function fieldLabel(slot: Slot): string {
  return slot.control === 'radio' ? questionOf(slot) : slot.label
}

function inRow({ label }: FieldOf<'rows'>, row: number, column: Pick<Field, 'label'>): string {
  return `${label}, row ${row}, ${lowerFirst(column.label)}`
}

/** A question with its hint, where nothing else says that. */
export function withHint(label: string, field: Field | ColumnField): string {
  return field.hint ? `${label} (${field.hint})` : label
}

/** A text that goes on in a sentence; `HR` stays `HR`. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
