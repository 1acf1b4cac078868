/** What begins a formula, with the full-width forms of the signs (OWASP, CSV Injection). */
const SIGNS = '=+\\-@＝＋－＠'
const atStart = new RegExp(`^[${SIGNS}\\t\\r\\n]`)
const anywhere = new RegExp(`${atStart.source}|(?<=[;\\t\\r\\n] *)[${SIGNS}]`, 'g')

/** True when a spreadsheet could take a text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return atStart.test(text)
}

/**
 * A text with an apostrophe before each place where a spreadsheet could begin to read a formula: its start, and what
 * follows a semicolon, tab or line end, where a cell may end for a program that separates cells otherwise.
 */
export function withoutFormulas(text: string): string {
  return text.replace(anywhere, "'$&")
}
