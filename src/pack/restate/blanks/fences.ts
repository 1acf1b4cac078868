import type { Edit } from '../edits.ts'

// One that nothing ends goes on to the end of the text, so that each part is read once.
const FENCED =
  /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*[\w-]*[ \t]*\n([\s\S]*?)(?:^([ \t]{0,3}\1[ \t]*)$|(?![\s\S]))/gm
const LINE = /_{4,}|\.{6,}|…{3,}|__?\/__?\/_+/g
const CODE = /[{}<>]|;[ \t]*$|(?<!=)={1,2}(?!=)|\(\)|^[ \t]*(?:\/\/|\$ |--(?!-))/m
const BOX = /[☐□]|\[ \]/g
const FEWEST_LINES = 2
const FEWEST_DRAWN = 3

/** Takes the fence off a part of a form in which blanks are drawn and nothing is code. */
export function fences(source: string): Edit[] {
  return Array.from(source.matchAll(FENCED)).flatMap(
    ({ index, 0: found, 2: inside = '', 3: end = '' }) => {
      const lines = inside.match(LINE)?.length ?? 0
      const drawn = lines + (inside.match(BOX)?.length ?? 0)
      const isDrawn = lines >= FEWEST_LINES || drawn >= FEWEST_DRAWN
      if (!isDrawn || end === '' || CODE.test(inside)) return []
      const from = index + found.indexOf('\n')
      const to = from + 1 + inside.length
      return [
        { from: index, to: from, text: '' },
        { from: to, to: index + found.length, text: '' },
      ]
    },
  )
}
