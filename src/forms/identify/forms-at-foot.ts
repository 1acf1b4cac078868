import { type FormMark, findFormMarks } from '../../contracts/foot-line.ts'
import { namesLayout, namesQuestions } from '../../contracts/form-name.ts'
import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, shortened } from '../../messages/quoted.ts'
import type { KnownForms } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import type { PageContent } from '../../pdf/page/index.ts'
import { type FilePages, matchPages } from '../pages/index.ts'
import { type Identified, listing } from './identify.ts'

/** What the foot of the pages says, where no one form that is known can be meant. */
export interface NotOneForm {
  readonly why: Finding
}

/**
 * Looks at the foot of each page for which form it is of, where a file has not just the pages of the form that it was taken
 * for, or was taken for none by what it says of itself: programs that join, split and reorder files lose that. Of several
 * forms in one file, the only one with answers is meant; where more have some, a finding says so.
 */
export function confirmByFoot(
  pages: FilePages,
  fields: readonly PdfField[],
  found: Identified | undefined,
  known: KnownForms,
): Identified | NotOneForm | undefined {
  if (found && !found.isGuess && pages.count === found.form.pages) return found
  const { contents } = pages
  const marked = markedForms(findFormMarks(contents), found?.form, known)
  const answered = marked.filter((one) => hasAnswers(one, fields))
  const [only, another] = answered.length > 0 ? answered : marked
  if (!only) return found
  if (another || isTwice(only, contents))
    return { why: severalForms(answered.length > 0 ? answered : marked) }
  if (!only.form) return found ?? { why: unknownVersion(only.mark) }
  if (found?.form.hash === only.form.hash && !found.isGuess) return found
  return {
    form: only.form,
    trust: 'local',
    ...(isLaidOutOtherwise(only.form, only.mark) && {
      isLaidOutOtherwise: true,
      ...listing(only.mark, known),
    }),
    findings: [],
  }
}

/** A form that stands in a file, and on which of its pages. */
interface MarkedForm {
  readonly mark: FormMark
  /** Undefined where its definition is not known. */
  readonly form: FormDefinition | undefined
  /** Counted from 0. */
  readonly pages: readonly number[]
}

function markedForms(
  marks: readonly FormMark[],
  found: FormDefinition | undefined,
  { definitions }: KnownForms,
): MarkedForm[] {
  const byHash = Map.groupBy(marks, ({ hash }) => hash)
  return [...byHash.values()].map((alike) => {
    const [mark] = alike as [FormMark, ...FormMark[]]
    const candidates = found ? [...definitions, found] : definitions
    const form =
      candidates.find((one) => namesLayout(mark, one)) ??
      candidates.find((one) => namesQuestions(mark, one)) ??
      (found?.id === mark.id && found.version === mark.version ? found : undefined)
    return { mark, form, pages: alike.map(({ page }) => page) }
  })
}

function isLaidOutOtherwise(form: FormDefinition, mark: FormMark): boolean {
  return namesQuestions(mark, form) && !namesLayout(mark, form)
}

function hasAnswers({ pages }: MarkedForm, fields: readonly PdfField[]): boolean {
  return fields.some(
    ({ isBlank, widgets }) =>
      !isBlank && widgets.some(({ page }) => page !== undefined && pages.includes(page)),
  )
}

/** Whether a form has more pages here than it has, so that it was filled in more than once; not every foot can be read. */
function isTwice({ form, pages }: MarkedForm, contents: readonly PageContent[]): boolean {
  if (!form) return false
  if (pages.length > form.pages) return true
  return (
    contents.length >= 2 * form.pages && matchPages(form, contents).some(({ repeated }) => repeated)
  )
}

function severalForms(forms: readonly MarkedForm[]): Finding {
  const titles = forms.map(({ form, mark }) => quoted(form?.title ?? mark.id))
  const held =
    forms.length === 1
      ? `${titles.join()} more than once`
      : titles.length > FEW
        ? `${titles.length} forms, ${named(titles)}`
        : `several forms: ${new Intl.ListFormat('en-GB').format(titles)}`
  return finding(
    'form-in-pack',
    `The file holds ${held}; ask for each in a file of its own, or save the pages of each as a file of its own`,
  )
}

function unknownVersion({ id, version, hash }: FormMark): Finding {
  return finding(
    'form-unknown',
    `The pages say that this is ${quoted(id)}, version ${shortened(version)} (${hash}), and no definition of it is known here; name the folder that has it by --forms`,
  )
}
