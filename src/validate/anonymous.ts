import type { Extraction } from '../model/extraction.ts'
import { type Finding, finding } from './finding.ts'

/**
 * Leaves out of an anonymous form what could say who filled it in: signatures, fields that somebody added, and the name
 * of the program. Other forms are returned as they are.
 */
export function withoutIdentity(extraction: Extraction): {
  extraction: Extraction
  findings: Finding[]
} {
  if (extraction.form.sensitive !== 'anonymous') return { extraction, findings: [] }
  const { software: _, ...rest } = extraction
  const left = [...extraction.signatures.map(({ field }) => field), ...extraction.extra.keys()]
  return {
    extraction: { ...rest, signatures: [], extra: new Map() },
    findings: left.map((name) =>
      finding(
        'value-identifying',
        name,
        'This form is anonymous, and something was added to it that could say who filled it in; it was left out of the record',
      ),
    ),
  }
}
