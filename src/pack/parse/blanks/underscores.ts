import type { Processor } from 'unified'

const UNDERSCORE = 95
const SLASH = 47

/**
 * Keeps runs of underscores as text, since `Name:____ Date:____` would make `Date:` bold, and `__/__/____` a stroke.
 * `___bold italics___` stays what it is.
 */
export function underscores(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({
    text: {
      [UNDERSCORE]: {
        name: 'underscores',
        // Not in the middle of a run that was emphasis after all.
        previous: (code) => code !== UNDERSCORE,
        tokenize(effects, ok, nok) {
          const before = this.previous
          let size = 0
          const inside: typeof ok = (code) => {
            if (code === UNDERSCORE) {
              size++
              effects.consume(code)
              return inside
            }
            if (isEmphasis(size, before, code)) return nok(code)
            effects.exit('data')
            return ok(code)
          }
          return (code) => {
            effects.enter('data')
            return inside(code)
          }
        },
      },
    },
  })
}

function isEmphasis(size: number, before: number | null, after: number | null): boolean {
  const wordBefore = isWord(before)
  const wordAfter = isWord(after)
  if (size > 1 && !wordBefore && !wordAfter && (before === SLASH || after === SLASH)) return false
  if (wordBefore && wordAfter) return true
  return size < 3 || (size === 3 && (wordBefore || wordAfter))
}

function isWord(code: number | null): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code))
}
