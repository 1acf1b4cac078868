/** Longest answer that is compared with a pattern, in UTF-16 units. */
const LONGEST = 200
const MOST_REPEATS = 4

/**
 * Whether the whole text matches the pattern. Gives `undefined` when the pattern cannot be used: it is not a regular
 * expression, or it can take exponential time (a repeated group that repeats or branches inside, or a back reference).
 */
export function matchesPattern(text: string, pattern: string): boolean | undefined {
  if (!isTame(pattern)) return undefined
  const expression = compile(pattern)
  if (!expression) return undefined
  return text.length <= LONGEST && expression.test(text)
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return undefined
  }
}

function isTame(pattern: string): boolean {
  const bare = pattern.replace(/\\(?![1-9k])./gsu, 'x').replace(/\[[^\]]*\]/g, 'x')
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
