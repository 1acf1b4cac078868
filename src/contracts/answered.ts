import type { ColumnField, Field, FieldOf } from '../model/field.ts'
import type { AskedForm } from '../model/form.ts'
import type { RecordValue } from '../model/record.ts'
import { rowsIn, type Values, valueAt } from './nested-values.ts'
import { OTHER } from './slot.ts'

/** One answer as a person reads it: with its question, and labels in the place of codes. */
export interface Answered {
  /** The dotted name, with the number of the row where it is in a table: `actions.1.due`. */
  readonly name: string
  /** The question. In a table it begins with the title of the table and the number of the row. */
  readonly label: string
  readonly kind: 'text' | 'number' | 'date' | 'tick'
  /** A date in ISO 8601; `null` when it is blank. */
  readonly value: string | number | boolean | null
}

type Question = Exclude<Field, FieldOf<'signature' | 'rows'>> | ColumnField

/** All answers on a form in its order, blank ones as well; signatures are none. Of a table, the rows that were filled in. */
export function answersIn({ fields }: Pick<AskedForm, 'fields'>, values: Values): Answered[] {
  return fields.flatMap((field): Answered[] => {
    if (field.type === 'signature') return []
    if (field.type !== 'rows')
      return [answered(field, valueAt(values, field.name), (name) => valueAt(values, name))]
    return rowsIn(valueAt(values, field.name)).flatMap((row, index) =>
      field.columns.map((column) => {
        const one = answered(column, valueAt(row, column.name), (name) => valueAt(row, name))
        return {
          ...one,
          name: `${field.name}.${index + 1}.${one.name}`,
          label: `${field.label} ${index + 1}: ${one.label}`,
        }
      }),
    )
  })
}

function answered(
  field: Question,
  value: RecordValue | undefined,
  at: (name: string) => RecordValue | undefined,
): Answered {
  const { name, label } = field
  const unit = 'unit' in field && field.unit !== undefined ? ` (${field.unit})` : ''
  return { name, label: label + unit, kind: kindOf(field), value: shown(field, value, at) }
}

function kindOf({ type }: Question): Answered['kind'] {
  if (type === 'number' || type === 'rating') return 'number'
  if (type === 'date') return 'date'
  return type === 'checkbox' ? 'tick' : 'text'
}

function shown(
  field: Question,
  value: RecordValue | undefined,
  at: (name: string) => RecordValue | undefined,
): Answered['value'] {
  if (value === undefined || value === null) return null
  if (!('options' in field)) return typeof value === 'object' ? JSON.stringify(value) : value
  const chosen = Array.isArray(value) ? value : [value]
  const labels = chosen.map((one) => {
    const other = 'other' in field && field.other !== undefined && one === OTHER.value
    if (other) return [OTHER.label, at(field.other!)].filter(Boolean).join(': ')
    return field.options.find((option) => option.value === one)?.label ?? String(one)
  })
  return labels.join('; ') || null
}
