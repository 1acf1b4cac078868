import { report } from '../model/message.ts'
import { placeholderOpening } from '../model/placeholder.ts'
import { intervalMonths, isIsoDate } from '../model/review.ts'
import type { Check } from './check.ts'

/** Days of the front matter can be reckoned with once the placeholders in them are answered. */
export const frontMatter: Check = ({ meta, file, locate }) => {
  const days = [
    { path: ['effective'], text: meta.effective, interval: false },
    { path: ['review'], text: meta.review, interval: true },
    ...meta.changes.map(({ date }, index) => ({
      path: ['changes', index, 'date'],
      text: date,
      interval: false,
    })),
  ]
  for (const { path, text, interval } of days) {
    if (text === undefined || isIsoDate(text) || text.search(placeholderOpening) >= 0) continue
    if (interval && intervalMonths(text) !== undefined) continue
    const expected = `a date such as \`2026-12-01\`${interval ? ' or an interval such as `every 12 months`' : ''}`
    report(file, 'front-matter', `Unexpected value \`${text}\`, expected ${expected}`, locate(path))
  }
}
