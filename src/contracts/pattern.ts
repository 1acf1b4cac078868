import { RE2JS } from 're2js'

/** Most steps of a pattern's program; comparing an answer takes at most so many a letter. */
const MOST_STEPS = 5000

/** A pattern that whole answers can be compared with. */
export interface AnswerPattern {
  matches(answer: string): boolean
}

/**
 * The pattern that a whole answer must match, or why it cannot be used: it is no regular expression of JavaScript (browsers read
 * it as well), or none that can be compared in a time that grows with the length of the answer only (it looks around or back, or repeats
 * too much). Compared by RE2, which knows no other way.
 */
export function compilePattern(pattern: string): AnswerPattern | 'broken' | 'costly' {
  if (!isJavaScript(pattern)) return 'broken'
  // A reference back by name, which the translation would take for a letter.
  if (/(?<!\\)(?:\\\\)*\\k/.test(pattern)) return 'costly'
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(withPlainScripts(pattern)))
    if (expression.programSize() > MOST_STEPS) return 'costly'
    return { matches: (answer) => expression.matches(answer) }
  } catch {
    return 'costly'
  }
}

function isJavaScript(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u')
    return true
  } catch {
    return false
  }
}

/** RE2 knows scripts by their names alone: `\p{Script=Greek}` is `\p{Greek}`. */
function withPlainScripts(pattern: string): string {
  return pattern.replace(/\\([pP])\{(?:Script|sc)=/g, '\\$1{')
}
