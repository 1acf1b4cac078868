import { type Finding, finding } from '../../messages/finding.ts'

/** Says that the answers were read from the pages alone. */
export const flattenedFinding = finding(
  'form-flattened',
  'The file has no form fields any more, as after printing to PDF; the answers were read from the page, so compare them with it',
)

/** Says which pages of a form a file does not have, counted from 0. */
export function missingPageFindings(pages: readonly number[]): Finding[] {
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

/** Names pages of a form without fields that have nothing in their boxes; they are counted from 0. */
export function blankPageFindings(pages: readonly number[]): Finding[] {
  if (pages.length === 0) return []
  const numbers = pages.map((page) => String(page + 1))
  const where = `${pages.length === 1 ? 'page' : 'pages'} ${new Intl.ListFormat('en-GB').format(numbers)}`
  return [
    finding(
      'page-blank',
      `Nothing is filled in on ${where}; if something should be there, the program that printed the form left it out`,
    ),
  ]
}
