/** Addresses come first, so that what is in them is left alone. */
const STRAIGHT = /https?:\/\/\S+|\.\.\.|['"]/g
const OPENERS = /[\s([{–—/]/
/** Quotes that stand together open together; nobody writes so many. */
const MOST_TOGETHER = 8
/** A piece of a running text. */
export interface Piece {
  readonly text: string
  /** True for what stays as it is: an answer, code, a field. It still counts as what stands beside a quote. */
  readonly fixed: boolean
}

/**
 * Straight quotes, apostrophes and three dots as English typography has them. The pieces follow one another in one
 * paragraph, so that a quote sees what stands before it in another piece.
 */
export function typographic(pieces: readonly Piece[]): string[] {
  const whole = pieces.map(({ text }) => text).join('')
  let start = 0
  return pieces.map(({ text, fixed }) => {
    const offset = start
    start += text.length
    if (fixed) return text
    return text.replace(STRAIGHT, (found, index: number) => setMark(found, whole, offset + index))
  })
}

function setMark(found: string, whole: string, at: number): string {
  if (found === '...') return '…'
  if (found === '"') return opens(whole, at) ? '“' : '”'
  if (found === "'") return opens(whole, at) && !isDecade(whole, at) ? '‘' : '’'
  return found
}

function opens(whole: string, at: number): boolean {
  const after = whole[at + 1]
  if (after === undefined || /\s/.test(after)) return false
  const near = whole.slice(Math.max(0, at - MOST_TOGETHER), at)
  const before = near.replace(/['"]+$/, '').at(-1)
  return before === undefined || OPENERS.test(before)
}

/** As in `the '90s`. */
function isDecade(whole: string, at: number): boolean {
  return /^\d0s\b/.test(whole.slice(at + 1, at + 5))
}
