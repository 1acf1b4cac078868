/**
 * True when a spreadsheet could take a text for a formula: it starts with `=`, `+`, `-`, `@`, their full-width forms, a
 * tab or a line end (OWASP, CSV Injection).
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text)
}
