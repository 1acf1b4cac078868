import { type Finding, finding } from '../../messages/finding.ts'

/** Names pages of a form without fields that have nothing in their boxes; they are counted from 0. */
export function blankPages(pages: readonly number[]): Finding[] {
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
