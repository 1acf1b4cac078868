import { report } from '../../messages/message.ts'
import { isForm } from '../../model/document.ts'
import type { Check } from './check.ts'

/** A form has something to fill in. */
export const formEmpty: Check = ({ kind, fields, file, locate }) => {
  if (!isForm(kind) || fields.length > 0) return
  const reason = `Missing fields in a document of the kind \`${kind}\``
  report(file, 'form-empty', reason, locate(['kind']))
}
