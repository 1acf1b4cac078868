import { type Finding, finding } from '../../messages/finding.ts'

/** Says which pages of a form a file does not have, counted from 0. */
export function missingPages(pages: readonly number[]): Finding[] {
  if (pages.length === 0) return []
  const numbers = pages.map((page) => page + 1).join(', ')
  return [
    finding(
      'page-missing',
      pages.length === 1
        ? `Page ${numbers} of the form is not in the file; ask for the whole form`
        : `Pages ${numbers} of the form are not in the file; ask for the whole form`,
    ),
  ]
}
