import type { List, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Edited } from '../edits.ts'
import { LETTERED } from './marks.ts'

/** How points in brackets are counted, as style sheets call it. */
const counters = { a: 'letters', A: 'capitals', i: 'romans', I: 'romans', 1: 'numbers' } as const

/** How points were counted that are numbers in the edited text, such as `(a)`, by their lines in it from 1. */
export function marksIn(source: string, { text, back }: Edited): Map<number, string> {
  const marks = new Map<number, string>()
  let from = 0
  text.split('\n').forEach((line, index) => {
    const at = back(from, 'start')
    const mark = /^[ \t>]*\d+[.)] /.test(line) && LETTERED.exec(source.slice(at, at + 60))?.[2]
    if (mark && !/^\d+[.)]$/.test(mark)) marks.set(index + 1, mark.replaceAll('\\', ''))
    from += line.length + 1
  })
  return marks
}

/** Keeps how the points of a list were counted: `(a)`, `(i)`, `A.` */
export function keepMarks(tree: Root, file: VFile): void {
  visit(tree, 'list', (list: List) => {
    const [first] = list.children
    const offset = first?.position?.start.offset
    if (!list.ordered || offset === undefined) return
    const found = LETTERED.exec(String(file).slice(offset, offset + 40))
    const mark = found?.[2]?.replaceAll('\\', '')
    if (!mark || /^\d+[.)]$/.test(mark)) return
    const second = list.children[1]?.position?.start.offset ?? offset
    const next = LETTERED.exec(String(file).slice(second, second + 40))?.[2] ?? ''
    const letters = mark.replace(/[().]/g, '')
    const isRoman =
      /^[ivx]+$/i.test(letters) &&
      (letters.length > 1 || (letters.toLowerCase() === 'i' && !/j/i.test(next)))
    const type = /^\d/.test(letters)
      ? '1'
      : isRoman
        ? letters === letters.toLowerCase()
          ? 'i'
          : 'I'
        : letters === letters.toLowerCase()
          ? 'a'
          : 'A'
    list.data = {
      ...list.data,
      hProperties: {
        type,
        ...(mark.startsWith('(') && { className: [`bracketed-${counters[type]}`] }),
      },
    }
  })
}
