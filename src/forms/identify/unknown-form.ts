import { type Finding, finding } from '../../messages/finding.ts'
import type { Claims } from './claims.ts'

/** Says that a file with fields is none of the forms that are known here. */
export function unknownForm({ embedded }: Pick<Claims, 'embedded'>): Finding {
  return embedded.state === 'altered'
    ? finding(
        'form-unknown',
        'The definition inside the file was altered, and no form that is known here fits; ask for the form again on the original',
      )
    : finding(
        'form-unknown',
        'The PDF is not one of your forms; if it is, name the folder with its definition by --forms. If others made it, `policypack read` shows its fields, and after `policypack adopt` of the blank form copies of it import',
      )
}
