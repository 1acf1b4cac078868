import { findFormMarks } from '../../contracts/foot-line.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { FilePages } from '../pages/index.ts'
import type { Claims } from './claims.ts'
import type { Identified } from './identify.ts'

/**
 * The forms that a file without fields may be: the one that it names, in its metadata or at the foot of its pages, or else
 * any.
 */
export function candidatesByPages(
  { contents }: FilePages,
  { hash, embedded }: Claims,
  { definitions, publishedHashes }: KnownForms,
): Identified[] {
  const marks = findFormMarks(contents)
  const isNamed = ({ hash: own }: FormDefinition): boolean =>
    own === hash || marks.some(({ shortHash }) => own.startsWith(shortHash))
  const named = definitions.filter(isNamed)
  if (named.length > 0) return named.map((form) => ({ form, trust: 'local', findings: [] }))
  if (embedded.state === 'sound') {
    const { definition: form } = embedded
    const trust = publishedHashes.has(form.hash) ? 'published' : 'embedded'
    return [{ form, trust, findings: trust === 'published' ? [] : [guessed(form)] }]
  }
  // The foot names a form that is not known here: its boxes may be elsewhere than those of any other.
  if (marks.length > 0) return []
  return definitions.map((form) => ({ form, trust: 'local', findings: [guessed(form)] }))
}

function guessed({ title, version }: FormDefinition): Finding {
  return finding(
    'form-guessed',
    `The file does not say for certain which form it is; it looks like “${title}” (version ${version})`,
  )
}
