import { longDate } from '../../language/date.ts'
import { isOverdue } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import { isForm } from '../../model/document.ts'
import type { PackContext } from './document-values.ts'
import { withGaps } from './gaps.ts'
import { groupsOf } from './groups.ts'
import { toHtml } from './html.ts'
import { overdueBadge } from './next-review.ts'
import { packTitle } from './pack-page.ts'
import { siteValues } from './site.ts'

/** The page from which all documents of the pack can be reached. */
export function indexPage(
  pack: PackContext,
  { combined, archive }: { readonly combined: boolean; readonly archive: string | undefined },
): string {
  const { organisation, draft, today, documents, fillLayout } = pack
  const { locale, name } = organisation
  const description = wordsFor(locale)('The policies, guides and forms of {name}.', { name })
  return fillLayout('index', {
    ...siteValues({ path: 'index.html', title: packTitle(locale), description }, pack),
    combined,
    archive,
    title: packTitle(locale),
    groups: groupsOf(documents, locale).map(({ title, anchor, documents }) => ({
      title,
      anchor,
      documents: documents.map(({ id, kind, meta }) => ({
        id,
        title: toHtml(...withGaps(meta.title, draft)),
        summary: meta.summary && toHtml(...withGaps(meta.summary, draft)),
        version: meta.version,
        effective: meta.effective && toHtml(...withGaps(longDate(meta.effective, locale), draft)),
        overdue: isOverdue(meta, today) && toHtml(overdueBadge(locale)),
        form: isForm(kind),
      })),
    })),
  })
}
