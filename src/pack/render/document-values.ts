import { visit } from 'unist-util-visit'
import { hasLines, slotsOf } from '../../contracts/slot.ts'
import { isOverdue } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import { type Document, isForm } from '../../model/document.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Templates } from '../../model/project.ts'
import { bodyHtml } from './body.ts'
import type { Brand } from './brand.ts'
import { contentsList } from './contents.ts'
import { controlBox } from './document-control.ts'
import { linkedWithGaps, withGaps } from './gaps.ts'
import { kindName } from './groups.ts'
import { toHtml } from './html.ts'
import type { FillLayout } from './layouts.ts'
import { overdueBadge } from './next-review.ts'
import type { Presentation } from './presentation.ts'
import { privacyNotice, recipientsInWords, sentenceHtml } from './privacy-notice.ts'

/** What all pages of a pack have in common. */
export interface PackContext {
  readonly organisation: Organisation
  readonly brand: Brand
  readonly draft: boolean
  /** ISO 8601. */
  readonly today: string
  readonly styles: Templates['styles']
  readonly fillLayout: FillLayout
  readonly documents: readonly Document[]
  /** The related documents of each, by its id. */
  readonly relations: ReadonlyMap<string, readonly Document[]>
}

/** What a layout can show of a document. */
export function documentValues(
  document: Document,
  presentation: Presentation,
  pack: PackContext,
): object {
  const { id, kind, meta, tree } = document
  const { draft, organisation, brand } = pack
  const { locale } = organisation
  const say = wordsFor(locale)
  const print = presentation.medium === 'print'
  const related = pack.relations.get(id) ?? []
  // Paper does not know when it is read.
  const notation = { locale, draft, ...(!print && { today: pack.today }) }
  const hasControlTable = controlTableIn(document)
  const notice = privacyNotice(meta, { controller: organisation.name, draft, locale })
  const recipients = recipientsInWords(meta.recipients)
  return {
    print,
    // The running head names the organisation on the screen.
    named: print,
    brand,
    draft,
    id,
    kind: kindName(kind, locale),
    form: isForm(kind),
    large: organisation.textSize === 'large',
    title: meta.title,
    titleHtml: toHtml(...withGaps(meta.title, draft)),
    summary: summaryHtml(meta, { draft, locale }),
    version: meta.version,
    overdue: !print && isOverdue(meta, pack.today) && toHtml(overdueBadge(locale)),
    control: toHtml(controlBox(document, notation, hasControlTable)),
    contents: meta.contents ? toHtml(contentsList(tree, presentation)) : undefined,
    body: bodyHtml(document, { presentation, related, ...notation }),
    longAnswers: print && slotsOf(document.fields).some(hasLines),
    send: meta.send && sentenceHtml(say('Send this form {where}', { where: meta.send }), draft),
    // The notice says both.
    ...(notice
      ? { notice }
      : {
          recipients: recipients && sentenceHtml(recipients, draft),
          retention: meta.retention && toHtml(...linkedWithGaps(meta.retention, draft)),
        }),
    showRelated: related.length > 0 && !hasControlTable && !(print && isForm(kind)),
    related: related.map((other) => ({
      title: other.meta.title,
      href: presentation.addressOf(other.id),
    })),
  }
}

/** What the document is for, and how long a form takes; undefined where neither is said. */
function summaryHtml(
  { summary, minutes }: Document['meta'],
  { draft, locale }: { readonly draft: boolean; readonly locale: string },
): string | undefined {
  const say = wordsFor(locale)
  const takes = minutes && say('Filling it in takes about {count} minutes.', { count: minutes })
  return summary || takes
    ? [summary && toHtml(...linkedWithGaps(summary, draft)), takes].filter(Boolean).join(' ')
    : undefined
}

function controlTableIn({ tree }: Document): boolean {
  let found = false
  visit(tree, 'metaTable', ({ table }) => {
    found ||= table === 'document-control'
  })
  return found
}
