import type { Extraction } from '../model/extraction.ts'
import { rules } from '../model/rules.ts'
import type { Finding } from './finding.ts'

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
  const isAdded = extraction.signatures.length > 0 || extraction.extra.size > 0
  return {
    extraction: {
      ...rest,
      signatures: [],
      extra: new Map(),
      messages: extraction.messages.filter(({ rule }) => rule !== 'field-extra'),
    },
    findings: isAdded ? [LEFT_OUT] : [],
  }
}

const LEFT_OUT: Finding = {
  rule: 'value-identifying',
  severity: rules['value-identifying'].severity,
  message:
    'This form is anonymous, and something was added to it that could say who filled it in; it was left out of the record',
}
