import { longDate } from '../../language/date.ts'
import { type Document, isForm } from '../../model/document.ts'
import type { PackContext } from './document-values.ts'
import { linkedWithGaps, withGaps } from './gaps.ts'
import { groupsOf, kindNames } from './groups.ts'
import { toHtml } from './html.ts'
import { nextReview } from './next-review.ts'

/** The register: all documents of the pack with who answers for them and until when they hold. */
export function registerPage(pack: PackContext): string {
  const { organisation, brand, draft, documents, fillLayout } = pack
  const { locale } = organisation
  const groups = groupsOf(documents, locale)
  return fillLayout('register', {
    locale,
    brand,
    draft,
    documents: groups.flatMap((group) => group.documents.map((one) => rowOf(one, pack))),
  })
}

function rowOf({ id, kind, meta }: Document, { organisation, draft, today }: PackContext) {
  const { locale } = organisation
  const html = (text = '') => toHtml(...linkedWithGaps(longDate(text, locale), draft))
  return {
    id,
    kind: kindNames[kind],
    form: isForm(kind),
    title: toHtml(...withGaps(meta.title, draft)),
    number: html(meta.number),
    version: meta.version,
    owner: html(meta.owner),
    approver: html(meta.approver),
    effective: html(meta.effective),
    review: toHtml(...nextReview(meta, { locale, draft, today })),
  }
}
