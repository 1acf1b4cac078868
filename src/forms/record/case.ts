import { canonicalJson, sha256Hex } from '../../contracts/hash.ts'
import { valueAt } from '../../contracts/nested-values.ts'
import { foldEarlierRecordKey, foldRecordKey } from '../../language/fold.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { DraftRecord, RecordValue } from '../../model/record.ts'

/** The names that make the key of these answers: of alternatives the first that is answered, or else the first. */
function answeredNames(
  recordKey: FormDefinition['recordKey'],
  values: DraftRecord['values'],
): string[] {
  return recordKey.flatMap((part) => {
    if (typeof part === 'string') return [part]
    return part.find((name) => comparable(valueAt(values, name)) !== '') ?? part.slice(0, 1)
  })
}

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
  const key = answeredNames(recordKey, values).map(
    (name) => [name, folded(textOf(valueAt(values, name)))] as const,
  )
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
