import { type Finding, finding } from '../../messages/finding.ts'
import { shortened } from '../../messages/quoted.ts'

/** Says that a file is what `policypack archive` made of a record, and no form that somebody sends in. */
export function archivedCopy(record: string): Finding {
  return finding(
    'form-archived',
    `This is an archived copy of record ${shortened(record)}, which was made from a form that was imported; import the file that it was read from instead`,
  )
}
