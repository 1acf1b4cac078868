import { readPageInstructions } from './instructions.ts'

/** Where the drawing of what stands in the margins of a page begins in its content, and where it ends. */
export interface Margins {
  readonly start: number
  readonly end: number
}

/**
 * Finds what Chromium draws in the margins of a page, its head and foot: in a group of their own, before what stands between them, whose
 * groups begin with a clip. Undefined where the margins are empty.
 */
export function marginsIn(content: Uint8Array): Margins | undefined {
  let isScaled = false
  let start: number | undefined
  let depth = 0
  let before = ''
  for (const instruction of readPageInstructions(content)) {
    const { operator } = instruction
    if (start === undefined) {
      // The first group within the page's own coordinates.
      if (operator === 'q' && isScaled) {
        start = instruction.start
        depth = 1
      }
      isScaled ||= operator === 'cm'
    } else if (before === 'q' && depth === 1 && operator !== 'cm') return undefined
    else if (operator === 'q') depth += 1
    else if (operator === 'Q') {
      depth -= 1
      if (depth === 0) return { start, end: instruction.end }
    }
    before = operator
  }
  return undefined
}
