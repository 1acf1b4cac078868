import { visibleOptions } from '../../../contracts/slot.ts'
import { listed } from '../../../messages/suggest.ts'
import type { ColumnField, Field } from '../../../model/field.ts'

/** Why a field cannot have a value; undefined where it can. */
export function otherValue(
  value: string | number | boolean,
  field: Field | ColumnField,
): string | undefined {
  const expected = expectedValues(field)
  return expected && !expected.includes(value)
    ? `Unexpected value \`${value}\` of \`${field.name}\`, expected one of ${listed(expected.map(String))}`
    : undefined
}

/** The values that a field can have, where they can be listed. */
function expectedValues(field: Field | ColumnField): (string | number | boolean)[] | undefined {
  switch (field.type) {
    case 'choice':
    case 'select':
    case 'checks':
      return visibleOptions(field).map(({ value }) => value)
    case 'checkbox':
      return [true, false]
    case 'rating':
      return Array.from({ length: field.max }, (_, index) => index + 1)
    default:
      return undefined
  }
}
