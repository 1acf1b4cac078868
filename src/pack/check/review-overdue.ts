import { isOverdue, reviewDate } from '../../language/review.ts'
import type { Check } from './check.ts'
import { reportSetting } from './report-setting.ts'

/** A document is reviewed by the day that it names. */
export const reviewOverdue: Check = (document, pack) => {
  const { meta } = document
  if (!isOverdue(meta, pack.today)) return
  const reason = `Review of \`${meta.title}\` was due on ${reviewDate(meta)}; review it, then set \`review\` or \`effective\` anew`
  reportSetting('review-overdue', reason, 'review', document, pack)
}
