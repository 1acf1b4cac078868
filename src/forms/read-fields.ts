import { readBytesMaybe } from '../files/regular-file.ts'
import { shownPath } from '../files/shown-path.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { DescribedField, DescribedForm } from '../model/described-form.ts'
import { describeFile } from './reading/index.ts'
import { csvOf } from './record/index.ts'

export type { DescribedField, DescribedForm }

/** Which PDF, and what opens it. */
export interface ReadFieldsOptions {
  readonly password?: string
}

/**
 * All fields of any PDF, whoever made it, with what is filled in: exact values, labels, places, options. It is read in a worker that is
 * stopped at 20 seconds or 512 MB. Throws an {@link OperatorError} for a file that is no PDF or cannot be opened.
 *
 * @example
 * ```ts
 * import { readFields } from 'policypack'
 *
 * const { kind, fields } = await readFields('out/training-record.pdf')
 * console.log(kind, fields.length > 0)
 * ```
 */
export async function readFields(
  path: string,
  { password }: ReadFieldsOptions = {},
): Promise<DescribedForm> {
  const bytes = await readBytesMaybe(path)
  if (!bytes) throw new OperatorError(`There is no file \`${path}\`; check its name`)
  const described = await describeFile({ bytes: new Uint8Array(bytes), password })
  if ('form' in described) return described.form
  throw new OperatorError(`${shownPath(path)}: ${described.why}`)
}

/** Described forms as one table in CSV, a field a line, as {@link readFields} gives them.
 *
 * @example
 * ```ts
 * import { fieldsAsCsv, readFields } from 'policypack'
 *
 * const file = 'out/training-record.pdf'
 * console.log(fieldsAsCsv([{ file, ...(await readFields(file)) }]).split('\r\n')[0])
 * ```
 */
export function fieldsAsCsv(forms: readonly ({ readonly file: string } & DescribedForm)[]): string {
  const columns = ['file', 'page', 'field', 'label', 'type', 'value', 'required', 'options']
  const rows = forms.flatMap(({ file, fields }) =>
    fields
      .filter(({ type }) => type !== 'button')
      .map(({ page, name, label, type, value, required, options = [] }) => [
        ...[file, page ?? null, name, label, type],
        ...[valueInCell(value), required ? 'yes' : 'no'],
        options.map((option) => option.label).join('; '),
      ]),
  )
  return csvOf({ columns, rows })
}

function valueInCell(value: DescribedField['value']): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || value === null ? value : value.join('; ')
}
