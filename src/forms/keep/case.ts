import { canonicalJson, sha256Hex } from '../../contracts/hash.ts'
import { valueAt } from '../../contracts/nested-values.ts'
import { foldRecordKey } from '../../language/fold.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { DraftRecord, RecordValue } from '../../model/record.ts'

/**
 * What all records of one case have in common: a hash over the organisation, the form and the values that the form's
 * `recordKey` names, in the form that `foldRecordKey` gives. Gives `undefined` when the form has no key or one of the values
 * is blank, because then nobody can say that two records are of one case.
 */
export function caseOf(
  { id, recordKey }: Pick<FormDefinition, 'id' | 'recordKey'>,
  { organisation, values }: Pick<DraftRecord, 'organisation' | 'values'>,
): string | undefined {
  const key = recordKey.map((name) => [name, comparable(valueAt(values, name))] as const)
  if (key.length === 0 || key.some(([, value]) => value === '')) return undefined
  return sha256Hex(canonicalJson({ organisation, form: id, key }))
}

function comparable(value: RecordValue | undefined): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return foldRecordKey(text)
}
