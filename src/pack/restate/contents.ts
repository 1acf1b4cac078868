import type { VFile } from 'vfile'
import { withoutCode } from '../../convert/markdown/mask.ts'
import { report } from '../../messages/message.ts'
import { pointIn } from '../text/place.ts'
import type { Edit } from './edits.ts'

/** `1. Scope ........ 4`, `Scope⇥4`, `[Scope⇥4](#scope)`: a heading, and the page that it was on. */
const ENTRY =
  '[ \\t>*_+•-]*\\[?[*_]{0,2}(?=[^\\n]*\\p{L})[^\\n|]{2,120}?(?:[ \\t]*(?:\\.[ \\t]?){3,}|[ \\t]*…+|[ \\t]*\\t+|[ ]{3,})[ \\t]*(?:\\d{1,3}|[ivx]{1,5})[*_]{0,2}(?:\\]\\([^()\\n]*\\))?[*_]{0,2}[ \\t]*(?:\\n|(?![\\s\\S]))'
const TITLE =
  '(?:[ \\t>]*(?:#{1,6}[ \\t]+)?[*_]{0,2}(?:(?:table of )?contents|index)[*_]{0,2}:?[ \\t]*\\n)'
const LIST = new RegExp(`^(${TITLE})?(?:[ \\t]*\\n)*((?:${ENTRY}(?:[ \\t]*\\n)*){2,})`, 'gimu')
/** Dots that lead to a page; columns of words and numbers may be a table. */
const LED = /(?:\.[ \t]?){3}|…|\]\(#/

/** Takes out a list of contents that another program counted the pages of, and tells it. */
export function contents(source: string, bodyFrom: number, file: VFile): Edit[] {
  return Array.from(withoutCode(source).matchAll(LIST)).flatMap((match) => {
    const { index, 0: found, 1: title, 2: entries = '' } = match
    if (!title && !LED.test(entries)) return []
    const count = entries.trim().split(/\n\s*/).length
    const from = bodyFrom + index + found.search(/\S/)
    const place = { start: pointIn(file, from), end: pointIn(file, from + found.trim().length) }
    report(
      file,
      'contents-left-out',
      `Found a list of contents of ${count} lines with the pages of another program, which is left out`,
      place,
      'Take it out; `contents: true` in the front matter makes one that is right.',
    )
    return { from: index, to: index + found.length, text: '\n' }
  })
}
