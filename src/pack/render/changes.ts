import type { Element } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../language/date.ts'
import { isIsoDate } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import type { FrontMatter } from '../../model/document.ts'
import { linkedWithGaps } from './gaps.ts'
import type { Notation } from './notation.ts'

/**
 * What was changed in a document, when, why and by whom. Changes of before the first issue are those of the pack that an
 * organisation took over, and none of its own.
 */
export function changesTable({ changes }: FrontMatter, { locale, draft }: Notation): Element {
  const say = wordsFor(locale)
  const [first] = changes
  const own = changes.filter(({ date }) => !first || !isBefore(date, first.date))
  return h('table.changes', [
    h('caption', say('Changes to this document')),
    h(
      'thead',
      h(
        'tr',
        (['Date', 'Reason', 'Author'] as const).map((head) => h('th', { scope: 'col' }, say(head))),
      ),
    ),
    h(
      'tbody',
      own.map(({ date, reason, author }) =>
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

function isBefore(one: string, other: string): boolean {
  return isIsoDate(one) && isIsoDate(other) && one < other
}
