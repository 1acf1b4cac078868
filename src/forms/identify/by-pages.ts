import { findFormMarks } from '../../contracts/foot-line.ts'
import { namesLayout, namesQuestions } from '../../contracts/form-name.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type FilePages, isLaidOutAs } from '../pages/index.ts'
import type { Claims } from './claims.ts'
import { byUntrusted, type Identified, listing, trustIn } from './identify.ts'

/**
 * The forms that a file without fields may be: the one that it names, in its metadata or at the foot of its pages, or else
 * any.
 */
export function candidatesByPages(
  { contents }: FilePages,
  claims: Claims,
  known: KnownForms,
): Identified[] {
  return candidates(contents, claims, known).filter(
    ({ form, isLaidOutOtherwise }) => !isLaidOutOtherwise || isLaidOutAs(form, contents),
  )
}

function candidates(
  contents: FilePages['contents'],
  claims: Claims,
  known: KnownForms,
): Identified[] {
  const { embedded } = claims
  const { definitions } = known
  const marks = findFormMarks(contents)
  const names = [...claims.names, ...marks]
  const named = definitions.filter((form) => names.some((name) => namesLayout(name, form)))
  if (named.length > 0) return named.map((form) => ({ form, trust: 'local', findings: [] }))
  if (embedded.state === 'sound') {
    const { definition: form } = embedded
    const trust = trustIn(form, known)
    return [trust ? { form, trust, ...listing(form, known), findings: [] } : byUntrusted(form)]
  }
  const alike = definitions.flatMap((form): Identified[] => {
    const name = names.find((one) => namesQuestions(one, form))
    const unlisted = name && listing(name, known)
    return unlisted
      ? [{ form, trust: 'local', isLaidOutOtherwise: true, ...unlisted, findings: [] }]
      : []
  })
  if (alike.length > 0) return alike
  // The foot names a form that is not known here: its boxes may be elsewhere than those of any other.
  if (marks.length > 0) return []
  return definitions.map((form) => ({ form, trust: 'local', findings: [guessed(form)] }))
}

function guessed({ title, version }: FormDefinition): Finding {
  return finding(
    'form-guessed',
    `The file does not say for certain which form it is; it looks like ${quoted(title)} (version ${version})`,
  )
}
