import { isIsoDate } from '../../language/review.ts'
import type { Document } from '../../model/document.ts'
import { PLACEHOLDER_OPENING } from '../text/placeholder.ts'
import type { Draft } from './draft.ts'

/**
 * Takes out the changes that were made to a text before the organisation issued it for the first time: what it issued had
 * them. Only where the organisation itself says when that was.
 */
export function removeEarlierChanges({ meta, typeset, overridden }: Draft, before: Document): void {
  const [asked] = before.meta.changes
  const [issue] = meta.changes
  if (overridden.has('changes') || !asked || !issue || asked.date.search(PLACEHOLDER_OPENING) < 0)
    return
  const isKept = meta.changes.map(
    ({ date }) => !isIsoDate(date) || !isIsoDate(issue.date) || date >= issue.date,
  )
  for (const one of [meta, typeset])
    if (one) one.changes = one.changes.filter((_, index) => isKept[index])
}
