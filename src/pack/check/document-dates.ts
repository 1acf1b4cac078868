import { isIsoDate, reviewDate } from '../../language/review.ts'
import { report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import type { DocumentSettings } from '../../model/organisation.ts'
import type { Check, Pack } from './check.ts'
import { reportSetting } from './report-setting.ts'

/** A document takes effect when it has been issued, is reviewed after that, and its changes stand in their order. */
export const documentDates: Check = (document, pack) => {
  const { title, effective, changes } = document.meta
  const days = changes.map(({ date }) => date).filter(isIsoDate)
  const later = days.find((day, index) => day < (days[index - 1] ?? day))
  if (later) {
    const reason = `Unexpected order of the changes of \`${title}\`, expected the oldest first; \`${later}\` stands after a later day`
    reportSetting('document-dates', reason, 'changes', document, pack)
  }
  if (!effective || !isIsoDate(effective)) return
  const [issued] = days.toSorted()
  if (issued && effective < issued) {
    const reason = `Unexpected day \`${effective}\` on which \`${title}\` takes effect, expected none before its first issue, \`${issued}\``
    reportDay(reason, 'effective', effective, document, pack)
  }
  const review = reviewDate(document.meta)
  if (review && isIsoDate(review) && review <= effective) {
    const reason = `Unexpected review of \`${title}\` on \`${review}\`, expected one after it takes effect, \`${effective}\``
    reportDay(reason, 'review', document.meta.review ?? review, document, pack)
  }
}

/** Reports a day where it was written; an answer that holds for many documents once. */
function reportDay(
  reason: string,
  key: keyof DocumentSettings & ('effective' | 'review'),
  day: string,
  document: Document,
  pack: Pack,
): void {
  const { config, configFile, documents, locate } = pack
  const [phrase] = Object.entries(config.answers).find(([, answer]) => answer === day) ?? []
  if (phrase === undefined || config.documents[document.id]?.[key] !== undefined) {
    reportSetting('document-dates', reason, key, document, pack)
  } else if (documents.find(({ meta }) => meta[key] === day) === document) {
    report(configFile, 'document-dates', reason, locate(['answers', phrase]))
  }
}
