import type { RuleId } from '../../messages/rules.ts'
import type { Document } from '../../model/document.ts'
import type { Project } from '../../model/project.ts'
import { anonymousForm } from './anonymous-form.ts'
import type { Check } from './check.ts'
import { clauseReference } from './clause-reference.ts'
import { colourContrast } from './colour-contrast.ts'
import { documentDates } from './document-dates.ts'
import { duplicateDocument } from './duplicate-document.ts'
import { dutyWithoutActor } from './duty-without-actor.ts'
import { fieldDuplicate } from './field-duplicate.ts'
import { formEmpty } from './form-empty.ts'
import { formRule } from './form-rule.ts'
import { frontMatter } from './front-matter.ts'
import { headingLevel } from './heading-level.ts'
import { linkBroken } from './link-broken.ts'
import { linkProtocol } from './link-protocol.ts'
import { picture } from './picture.ts'
import { placeholderLeft } from './placeholder-left.ts'
import { privacyMissing } from './privacy-missing.ts'
import { relatedMissing } from './related-missing.ts'
import { reviewOverdue } from './review-overdue.ts'
import { switchOff } from './switch-off.ts'
import { termDefinedTwice } from './term-defined-twice.ts'

const checks = {
  'duplicate-document': duplicateDocument,
  'front-matter': frontMatter,
  'heading-level': headingLevel,
  'term-defined-twice': termDefinedTwice,
  'clause-reference': clauseReference,
  'duty-without-actor': dutyWithoutActor,
  'placeholder-left': placeholderLeft,
  'link-broken': linkBroken,
  'link-protocol': linkProtocol,
  picture,
  'related-missing': relatedMissing,
  'review-overdue': reviewOverdue,
  'document-dates': documentDates,
  'field-duplicate': fieldDuplicate,
  'form-empty': formEmpty,
  'form-rule': formRule,
  'anonymous-form': anonymousForm,
  'privacy-missing': privacyMissing,
} satisfies Partial<Record<RuleId, Check>>

/**
 * Looks at filled documents by each rule; what it finds are messages on their files. Rules that the organisation has
 * switched off are silent, those of the earlier stages too. `today` is a day in ISO 8601, by which reviews are overdue.
 */
export function check(
  documents: readonly Document[],
  project: Pick<Project, 'config' | 'configFile' | 'locate' | 'unread'>,
  { today }: { readonly today: string },
): void {
  const pack = { ...project, documents, today }
  for (const document of documents) {
    for (const look of Object.values(checks)) look(document, pack)
  }
  colourContrast(project)
  switchOff(documents, project)
}
