import type { Finding } from '../../messages/finding.ts'
import type { Extraction } from '../../model/extraction.ts'
import { extraFindings } from './extra-findings.ts'
import { remarkFindings } from './remark-findings.ts'

/** Tells what somebody added to a form: of an anonymous one nothing, because it may say who filled it in. */
export function addedFindings({
  form,
  extra,
  remarks,
}: Pick<Extraction, 'form' | 'extra' | 'remarks'>): Finding[] {
  if (form.sensitive === 'anonymous') return []
  return [...extraFindings([...extra.keys()]), ...remarkFindings(remarks)]
}
