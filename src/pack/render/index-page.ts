import { longDate } from '../../language/date.ts'
import { isOverdue } from '../../language/review.ts'
import { isForm } from '../../model/document.ts'
import type { PackContext } from './document-values.ts'
import { withGaps } from './gaps.ts'
import { groupsOf } from './groups.ts'
import { toHtml } from './html.ts'
import { overdueBadge } from './next-review.ts'
import { PACK_TITLE } from './pack-page.ts'
import { siteValues } from './site.ts'

/** The page from which all documents of the pack can be reached. */
export function indexPage(
  pack: PackContext,
  { combined, archive }: { readonly combined: boolean; readonly archive: string | undefined },
): string {
  const { organisation, draft, today, documents, fillLayout } = pack
  const { locale, name } = organisation
  const description = `The policies, guides and forms of ${name}.`
  return fillLayout('index', {
    ...siteValues({ path: 'index.html', title: PACK_TITLE, description }, pack),
    combined,
    archive,
    title: PACK_TITLE,
    groups: groupsOf(documents, locale).map(({ title, anchor, documents }) => ({
      title,
      anchor,
      documents: documents.map(({ id, kind, meta }) => ({
        id,
        title: toHtml(...withGaps(meta.title, draft)),
        summary: meta.summary && toHtml(...withGaps(meta.summary, draft)),
        version: meta.version,
        effective: meta.effective && toHtml(...withGaps(longDate(meta.effective, locale), draft)),
        overdue: isOverdue(meta, today) && toHtml(overdueBadge()),
        form: isForm(kind),
      })),
    })),
  })
}
