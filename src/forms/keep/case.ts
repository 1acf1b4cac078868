import { canonicalJson, sha256Hex } from '../../contracts/hash.ts'
import { valueAt } from '../../contracts/nested-values.ts'
import { foldEarlierRecordKey, foldRecordKey } from '../../language/fold.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { DraftRecord, RecordValue } from '../../model/record.ts'

type Form = Pick<FormDefinition, 'id' | 'recordKey'>
type Content = Pick<DraftRecord, 'organisation' | 'values'>

/**
 * What all records of one case have in common: a hash over the organisation, the form and the values that the form's
 * `recordKey` names, in the form that `foldRecordKey` gives. Gives `undefined` when the form has no key or one of the values
 * is blank, because then nobody can say that two records are of one case.
 */
export function caseOf(form: Form, content: Content): string | undefined {
  return hashOf(form, content, foldRecordKey)
}

/** The same as records of old have it, which knows fewer spellings. */
export function earlierCaseOf(form: Form, content: Content): string | undefined {
  return hashOf(form, content, foldEarlierRecordKey)
}

function hashOf(
  { id, recordKey }: Form,
  { organisation, values }: Content,
  folded: (text: string) => string,
): string | undefined {
  const key = recordKey.map((name) => [name, folded(textOf(valueAt(values, name)))] as const)
  if (key.length === 0 || key.some(([, value]) => value === '')) return undefined
  return sha256Hex(canonicalJson({ organisation, form: id, key }))
}

/** A value as it is compared with that of another record; empty when blank. */
export function comparable(value: RecordValue | undefined): string {
  return foldRecordKey(textOf(value))
}

function textOf(value: RecordValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : canonicalJson(value)
}
