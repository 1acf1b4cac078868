import { compilePattern } from '../../contracts/pattern.ts'

/** Longest answer that is compared with a pattern, in UTF-16 units. */
const LONGEST = 2000

/** Whether the whole text matches the pattern; `undefined` when the pattern cannot be used. */
export function matchesPattern(text: string, pattern: string): boolean | undefined {
  const expression = compilePattern(pattern)
  if (typeof expression === 'string') return undefined
  return text.length <= LONGEST && expression.matches(text)
}
