import { longDate } from '../../language/date.ts'
import { wordsFor } from '../../language/words.ts'
import { type Document, isForm } from '../../model/document.ts'
import type { PackContext } from './document-values.ts'
import { linkedWithGaps, withGaps } from './gaps.ts'
import { groupsOf, kindName } from './groups.ts'
import { toHtml } from './html.ts'
import { nextReview } from './next-review.ts'
import { siteValues } from './site.ts'

/** The register: all documents of the pack with who answers for them and until when they hold. */
export function registerPage(pack: PackContext): string {
  const { organisation, documents, fillLayout } = pack
  const { locale, name } = organisation
  const groups = groupsOf(documents, locale)
  const say = wordsFor(locale)
  const description = say('Who answers for each document of {name}, and when it is reviewed.', {
    name,
  })
  return fillLayout('register', {
    ...siteValues(
      { path: 'register.html', title: say('Register of documents'), description },
      pack,
    ),
    documents: groups.flatMap((group) => group.documents.map((one) => rowOf(one, pack))),
    changes: changesIn(documents, pack),
  })
}

/** What was changed in all documents, newest first. */
function changesIn(documents: readonly Document[], { organisation, draft }: PackContext): object[] {
  const { locale } = organisation
  const html = (text: string) => toHtml(...linkedWithGaps(longDate(text, locale), draft))
  return documents
    .flatMap(({ id, meta }) => meta.changes.map((change) => ({ ...change, id, title: meta.title })))
    .sort((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : a.title.localeCompare(b.title, locale),
    )
    .map(({ id, title, date, reason, author }) => ({
      id,
      title: toHtml(...withGaps(title, draft)),
      date: html(date),
      reason: html(reason),
      author: html(author),
    }))
}

function rowOf({ id, kind, meta }: Document, { organisation, draft, today }: PackContext) {
  const { locale } = organisation
  const html = (text = '') => toHtml(...linkedWithGaps(longDate(text, locale), draft))
  return {
    id,
    kind: kindName(kind, locale),
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
