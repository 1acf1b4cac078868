const MOST_REPEATS = 4

/**
 * The regular expression that a whole answer must match, or why the pattern cannot be used: it is no regular expression of
 * JavaScript with the flag `u`, or it can take exponential time (a group that repeats and repeats or branches inside, a
 * look around, a back reference, more than four repeats).
 */
export function compilePattern(pattern: string): RegExp | 'broken' | 'costly' {
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 'u')
    return isTame(pattern) ? expression : 'costly'
  } catch {
    return 'broken'
  }
}

/** An escape that stands for one character, such as `\d`, `\p{Lu}` or `\u{1F600}`. */
const ESCAPED = /\\(?:[pPu]\{[^}]*\}|(?![1-9k]).)/gsu

function isTame(pattern: string): boolean {
  const bare = pattern.replace(ESCAPED, 'x').replace(/\[[^\]]*\]/g, 'x')
  if (/\\|\(\?[=!<]/.test(bare)) return false
  if ((bare.match(/[*+]|\{\d+,\}/g) ?? []).length > MOST_REPEATS) return false
  return !repeatsWithin(bare)
}

function repeatsWithin(pattern: string): boolean {
  const innermost = /\((?:\?:)?([^()]*)\)([*+]|\{\d+,?\d*\})?/
  for (let rest = pattern, group = innermost.exec(rest); group; group = innermost.exec(rest)) {
    const [whole, inside = '', repeat] = group
    const wild = /[*+{|?]/.test(inside)
    if (wild && repeat) return true
    rest = rest.replace(whole, () => (wild || repeat ? 'x+' : 'x'))
  }
  return false
}
