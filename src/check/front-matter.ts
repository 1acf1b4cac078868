import { report } from '../model/message.ts'
import { placeholderOpening } from '../model/placeholder.ts'
import { intervalMonths, isIsoDate } from '../model/review.ts'
import type { Check } from './check.ts'
import { reportSetting } from './report-setting.ts'

/** Days of the front matter can be reckoned with once the placeholders in them are answered. */
export const frontMatter: Check = (document, pack) => {
  const { meta, file, locate } = document
  if (isUnread(meta.effective))
    reportSetting('front-matter', reasonFor(meta.effective), 'effective', document, pack)
  if (isUnread(meta.review) && intervalMonths(meta.review) === undefined) {
    const reason = `${reasonFor(meta.review)} or an interval such as \`every 12 months\``
    reportSetting('front-matter', reason, 'review', document, pack)
  }
  for (const [index, { date }] of meta.changes.entries()) {
    if (isUnread(date))
      report(file, 'front-matter', reasonFor(date), locate(['changes', index, 'date']))
  }
}

/** True for a text that is no day, and no placeholder that waits for one. */
function isUnread(text: string | undefined): text is string {
  return text !== undefined && !isIsoDate(text) && text.search(placeholderOpening) < 0
}

function reasonFor(text: string): string {
  return `Unexpected value \`${text}\`, expected a date such as \`2026-12-01\``
}
