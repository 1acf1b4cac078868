import { usualPrivacy } from '../../model/document.ts'
import { placeholderKey } from '../text/placeholder.ts'
import { type AnswerBook, isEmpty } from './answers.ts'
import type { Draft } from './draft.ts'
import type { FillProject } from './project.ts'

/** Lets a privacy notice do without answers that the organisation has not: what it says then holds anywhere. */
export function settlePrivacy(
  { id, meta, typeset }: Draft,
  answers: AnswerBook,
  { config: { organisation } }: FillProject,
): void {
  const isGiven = (phrase: string): boolean => {
    const entry = answers.find(placeholderKey(phrase), { document: id, headings: [] })
    return entry !== undefined && !isEmpty(entry.answer)
  }
  const law = isGiven('data-protection law') ? undefined : 'the law on data protection'
  const contact = isGiven('human resources contact')
    ? undefined
    : (organisation.contact ?? organisation.name)
  for (const { privacy } of [meta, typeset ?? meta]) {
    if (privacy?.rights === usualPrivacy.rights && law !== undefined)
      privacy.rights = privacy.rights.replace('(insert data-protection law)', law)
    if (privacy?.contact === usualPrivacy.contact && contact !== undefined)
      privacy.contact = `Contact ${contact}.`
  }
}
