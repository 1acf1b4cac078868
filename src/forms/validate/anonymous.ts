import type { Finding } from '../../messages/finding.ts'
import { rules } from '../../messages/rules.ts'
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
  const isAdded =
    extraction.signatures.length > 0 ||
    extraction.extra.size > 0 ||
    extraction.messages.some(({ rule }) => rule === 'remark-found')
  return {
    extraction: {
      ...rest,
      signatures: [],
      extra: new Map(),
      messages: extraction.messages.filter(({ rule }) => !ADDED.has(rule)),
    },
    findings: isAdded ? [LEFT_OUT] : [],
  }
}

/** What is told of things that somebody added, in their own words. */
const ADDED: ReadonlySet<string> = new Set(['field-extra', 'remark-found'])

const LEFT_OUT: Finding = {
  rule: 'value-identifying',
  severity: rules['value-identifying'].severity,
  message:
    'This form is anonymous, and something was added to it that could say who filled it in; it was left out of the record',
}
