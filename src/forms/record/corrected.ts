import { valueAt } from '../../contracts/nested-values.ts'
import type { FormRecord } from '../../model/record.ts'
import { comparable } from './case.ts'
import type { Reading } from './record.ts'
import { differInIdentity, versionOf } from './relations.ts'

/**
 * The incomplete record, of those without a case, that a record may be the corrected version of: what can be read of its
 * key is the same, and no other answer says that it is of somebody else. The latest, where there are several.
 */
export function corrected(
  record: FormRecord,
  withoutCase: readonly FormRecord[],
  { recordKey }: Reading['form'],
): string | undefined {
  const isAlike = (other: FormRecord): boolean => {
    const readable = recordKey.flat().filter((name) => isReadable(other, name))
    return (
      other.status === 'incomplete' &&
      other.organisation === record.organisation &&
      readable.length > 0 &&
      readable.every((name) => keyPart(other, name) === keyPart(record, name)) &&
      !differInIdentity(versionOf(other), versionOf(record))
    )
  }
  return withoutCase.findLast(isAlike)?.id
}

function isReadable(record: FormRecord, name: string): boolean {
  return record.source.confidence?.[name] === undefined && keyPart(record, name) !== ''
}

function keyPart({ values }: FormRecord, name: string): string {
  return comparable(valueAt(values, name))
}
