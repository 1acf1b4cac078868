import { type Finding, finding } from '../../messages/finding.ts'
import type { PdfField } from '../../pdf/index.ts'
import { few, named } from './few.ts'

/** Names the fields that somebody added to a form and filled in. */
export function extraFindings(fields: readonly PdfField[]): Finding[] {
  if (fields.length <= few)
    return fields.map(({ name }) =>
      finding(
        'field-extra',
        `The file has a field “${name}” that is not of the form; what it holds is kept with the record`,
        name,
      ),
    )
  const names = fields.map(({ name }) => `“${name}”`)
  return [
    finding(
      'field-extra',
      `The file has ${fields.length} fields that are not of the form, ${named(names)}; what they hold is kept with the record`,
    ),
  ]
}
