import { findFormMarks } from '../../contracts/foot-line.ts'
import { namesLayout, namesQuestions } from '../../contracts/form-name.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { Extraction, KnownForms, Unreadable } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfFile } from '../../pdf/index.ts'
import { type PageContent, readContents } from '../../pdf/page/index.ts'
import { blankPages } from './blank-pages.ts'
import type { Claims } from './claims.ts'
import { isLaidOutAs, legibility, recover } from './flattened/index.ts'
import { trustIn } from './identify.ts'
import { missingPages } from './missing-pages.ts'
import { remarkFindings } from './remark-findings.ts'

/** What was read from the pages of a form without fields, before it is known whose file it is. */
export type Flattened =
  | (Pick<Extraction, 'form' | 'trust' | 'values' | 'signatures'> & {
      readonly status: 'read'
      readonly findings: readonly Finding[]
    })
  | { readonly status: Unreadable['status']; readonly findings: readonly Finding[] }

/**
 * Reads a form that has no fields any more, as after printing to PDF: by the words at its foot it is known which form it is,
 * and by the places of its boxes what was filled in.
 */
export function readFlattened(pdf: PdfFile, claims: Claims, known: KnownForms): Flattened {
  const contents = readContents(pdf)
  const found = candidates(contents, claims, known)
    .filter(({ form, isLaidOutOtherwise }) => !isLaidOutOtherwise || isLaidOutAs(form, contents))
    .map((candidate) => ({ ...candidate, recovered: recover(candidate.form, contents) }))
    .find(({ recovered }) => recovered !== undefined)
  if (!found?.recovered) return { status: 'unreadable', findings: [notRecognised(contents)] }
  const { form, trust, recovered } = found
  return {
    status: 'read',
    form,
    trust,
    values: recovered.values,
    signatures: recovered.signatures,
    findings: [
      finding(
        'form-flattened',
        'The file has no form fields any more, as after printing to PDF; the answers were read from the page, so compare them with it',
      ),
      ...found.findings,
      ...missingPages(recovered.missingPages),
      ...blankPages(recovered.blankPages),
      ...remarkFindings(recovered.remarks),
    ],
  }
}

interface Candidate {
  readonly form: FormDefinition
  readonly trust: Extraction['trust']
  /** The file names another layout of the form, whose places are not known. */
  readonly isLaidOutOtherwise?: true
  readonly findings: readonly Finding[]
}

/** The forms that the file may be: the one that it names, in its metadata or at the foot of its pages, or else any. */
function candidates(
  contents: readonly PageContent[],
  claims: Claims,
  known: KnownForms,
): Candidate[] {
  const { embedded } = claims
  const { definitions } = known
  const marks = findFormMarks(contents)
  const names = [...claims.names, ...marks]
  const named = definitions.filter((form) => names.some((name) => namesLayout(name, form)))
  if (named.length > 0) return named.map((form) => ({ form, trust: 'local', findings: [] }))
  if (embedded.state === 'sound') {
    const { definition: form } = embedded
    const trust = trustIn(form, known)
    return [{ form, trust: trust ?? 'embedded', findings: trust ? [] : [guessed(form)] }]
  }
  const alike = definitions.filter((form) => names.some((name) => namesQuestions(name, form)))
  if (alike.length > 0)
    return alike.map((form) => ({ form, trust: 'local', isLaidOutOtherwise: true, findings: [] }))
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

const explanations = {
  text: 'The PDF is not one of your forms; if it is, name the folder with its definition by --forms',
  pictures:
    'The pages are pictures, as from a scanner or a telephone; type the answers into the form, or ask for the file itself',
  unmapped:
    'The file was printed in a way that lost its letters; ask for the completed form itself rather than a print of it',
} as const

function notRecognised(contents: readonly PageContent[]): Finding {
  return finding('form-unknown', explanations[legibility(contents)])
}
