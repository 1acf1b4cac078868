const UP = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const DOWN = '₀₁₂₃₄₅₆₇₈₉'

/** Figures that are raised or lowered, in signs that stay so in any text: `H₂O`, `m²`. Words, as in `1st`, stay on the line. */
export function raised(text: string, position: string | undefined): string {
  const signs = { superscript: UP, subscript: DOWN }[position ?? '']
  if (!signs || !/^\d{1,3}$/.test(text)) return text
  return text.replace(/\d/g, (digit) => signs.charAt(Number(digit)))
}
