import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../language/date.ts'
import { isOverdue, reviewDate } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import type { FrontMatter } from '../../model/document.ts'
import { withGaps } from './gaps.ts'
import type { Notation } from './notation.ts'

/** The day of a document's next review, with the interval that it comes from, and a badge when the day is past. */
export function nextReview(meta: FrontMatter, notation: Notation): ElementContent[] {
  if (meta.review === undefined) return []
  const { locale, draft, today } = notation
  const date = reviewDate(meta)
  const text =
    date === undefined || date === meta.review
      ? longDate(meta.review, locale)
      : `${longDate(date, locale)} (${meta.review})`
  const badge =
    today !== undefined && isOverdue(meta, today)
      ? [{ type: 'text', value: ' ' } as const, overdueBadge(locale)]
      : []
  return [...withGaps(text, draft), ...badge]
}

/** Says that a review is overdue. */
export function overdueBadge(locale: string): ElementContent {
  return h('strong.overdue', wordsFor(locale)('Review overdue'))
}
