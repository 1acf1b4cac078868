import type { Element } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../language/date.ts'
import type { FrontMatter } from '../../model/document.ts'
import { linkedWithGaps } from './gaps.ts'
import type { Notation } from './notation.ts'

/** What was changed in a document, when, why and by whom. */
export function changesTable({ changes }: FrontMatter, { locale, draft }: Notation): Element {
  return h('table.changes', [
    h('caption', 'Changes to this document'),
    h(
      'thead',
      h(
        'tr',
        ['Date', 'Reason', 'Author'].map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      changes.map(({ date, reason, author }) =>
        h(
          'tr',
          [longDate(date, locale), reason, author].map((text) =>
            h('td', linkedWithGaps(text, draft)),
          ),
        ),
      ),
    ),
  ])
}
