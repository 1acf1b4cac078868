import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, shortened } from '../../messages/quoted.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { Identified } from './identify.ts'

/** Says that a form is another organisation's. What an organisation published is its own, even if it had another name then. */
export function foreignForm(
  { form, trust }: Pick<Identified, 'form' | 'trust'>,
  { organisation = form.organisation }: KnownForms,
): Finding | undefined {
  if (trust === 'published' || form.organisation === organisation) return undefined
  return finding(
    'form-other-organisation',
    `This is ${quoted(form.title)} of ${shortened(form.organisation)}, not of ${organisation}; to import it all the same, use --any-organisation`,
  )
}
