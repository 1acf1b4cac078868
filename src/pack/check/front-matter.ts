import { intervalMonths, isIsoDate } from '../../language/review.ts'
import { report } from '../../messages/message.ts'
import { PLACEHOLDER_OPENING } from '../text/placeholder.ts'
import type { Check, Pack } from './check.ts'
import { reportSetting } from './report-setting.ts'

/** Days of the front matter can be reckoned with once the placeholders in them are answered. */
export const frontMatter: Check = (document, pack) => {
  const { meta, file, locate } = document
  const isUnread = (text: string | undefined): text is string =>
    isNoDay(text) && !isReportedAnswer(text, pack)
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
function isNoDay(text: string | undefined): text is string {
  return text !== undefined && !isIsoDate(text) && text.search(PLACEHOLDER_OPENING) < 0
}

/** Whether a text is an answer that the fill stage has told the organisation of; each document would tell of it again. */
function isReportedAnswer(text: string, { configFile }: Pick<Pack, 'configFile'>): boolean {
  return configFile.data.misfitAnswers?.includes(text) ?? false
}

function reasonFor(text: string): string {
  return `Unexpected value \`${text}\`, expected a date such as \`2026-12-01\``
}
