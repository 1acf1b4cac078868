import { type Finding, finding } from '../../messages/finding.ts'
import type { Extraction } from '../../model/extraction.ts'

/**
 * Leaves out of an anonymous form what could say who filled it in: signatures, fields and remarks that somebody added, and
 * the name of the program. Other forms are returned as they are.
 */
export function withoutIdentity(extraction: Extraction): {
  extraction: Extraction
  findings: Finding[]
} {
  if (extraction.form.sensitive !== 'anonymous') return { extraction, findings: [] }
  const { software: _, ...rest } = extraction
  const { signatures, extra, remarks } = extraction
  const isAdded = signatures.length + extra.size + remarks.length > 0
  return {
    extraction: { ...rest, signatures: [], extra: new Map(), remarks: [] },
    findings: isAdded ? [LEFT_OUT] : [],
  }
}

const LEFT_OUT = finding(
  'value-identifying',
  'This form is anonymous, and something was added to it that could say who filled it in; it was left out of the record',
)
