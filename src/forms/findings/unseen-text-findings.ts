import { named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { UnseenText } from '../pages/index.ts'

/** Tells of a form whose pages do not show what it prints, so that nobody knows what the answers are to. */
export function unseenTextFindings(texts: readonly UnseenText[]): Finding[] {
  return [...Map.groupBy(texts, ({ page }) => page)].map(([page, ofPage]) => {
    const quoted = ofPage.map(({ text }) => `“${text}”`)
    const what =
      quoted.length === 1 ? quoted.join() : `${quoted.length} texts of it, ${named(quoted)}`
    return {
      ...finding(
        'form-altered',
        `Page ${page + 1} of the form does not show ${what}; compare the file with the form that you published, and ask for the answers on that`,
      ),
      severity: 'error',
    }
  })
}
