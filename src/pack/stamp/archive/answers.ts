import { type Values, valueAt } from '../../../contracts/nested-values.ts'
import { type Slot, visibleOptions } from '../../../contracts/slot.ts'
import { longDate } from '../../../language/date.ts'
import type { FormDefinition } from '../../../model/form.ts'
import type { FormRecord, RecordValue } from '../../../model/record.ts'

/** What stands in a box: a text, a mark, or nothing. */
export type Shown = string | true | undefined

/** What the box of a slot shows of the answers of a record; a text that could not be read, as it was typed. */
export function shownIn(
  slot: Slot,
  { values, source: { raw = {} } }: Pick<FormRecord, 'values' | 'source'>,
  { locale }: Pick<FormDefinition, 'locale'>,
): Shown {
  const { control, field, option, cell } = slot
  if (control === 'signature') return undefined
  const answer = answerTo(slot, values)
  if (control === 'checkbox' || control === 'radio') {
    if (answer === true) return true
    const chosen = Array.isArray(answer) ? answer : [answer]
    return chosen.some((one) => one !== null && String(one) === option?.value) || undefined
  }
  // The rows of a record are those that have something in them, so that they are not counted as the raw texts are.
  const typed = cell ? undefined : raw[slot.name]
  if (answer === null || answer === undefined) return typed
  if (field.type === 'select' && control === 'dropdown')
    return visibleOptions(field).find(({ value }) => value === answer)?.label ?? String(answer)
  if (typed !== undefined) return typed
  return field.type === 'date' ? longDate(String(answer), locale) : String(answer)
}

function answerTo({ name, control, field, cell }: Slot, values: Values): RecordValue | undefined {
  // The boxes of a group have names of their own, and so has the text beside "Other".
  if (!cell) return valueAt(values, control === 'checkbox' ? field.name : name)
  const rows = valueAt(values, cell.rows.name)
  const row = Array.isArray(rows) ? rows[cell.row - 1] : undefined
  const column = name.slice(`${cell.rows.name}.${cell.row}.`.length)
  return typeof row === 'object' && row !== null && !Array.isArray(row)
    ? valueAt(row, column)
    : undefined
}
