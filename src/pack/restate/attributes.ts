import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Edit } from './edits.ts'
import { withoutCode } from './mask.ts'

/** The id and classes that Google Docs, Pandoc and others write after a heading. */
const OF_HEADING =
  /^(#{1,6}[ \t][^\n]*?)([ \t]*(?<!\])\{:?[ \t]*[#.][^{}\n]*\})[ \t]*(?=#*[ \t]*$)/gm
/** `[words]{.underline}`, `[]{#_Toc12 .anchor}` */
const SPAN =
  /\[([^[\]\n]*)\]\{[ \t]*(?:[#.][\w:.-]+|lang=[\w"-]+|[\w-]+="[^"\n]*")(?:[ \t]+(?:[#.][\w:.-]+|[\w-]+="?[^"{}\n]*"?))*[ \t]*\}/g
/** `::: {.note}` of Pandoc, and the line that ends it. */
const ANCHOR =
  /<a[ \t]+(?:id|name)="[^"<>\n]*"[ \t]*>[ \t]*<\/a>|<\/?o:p>|<\/?u>|<\/?span(?:[ \t][^<>\n]*)?>|<\/?font(?:[ \t][^<>\n]*)?>/gi

/** Takes out what other kinds of Markdown write in braces, and the empty marks that converters leave. */
export function attributes(source: string): Edit[] {
  const text = withoutCode(source)
  const headings = Array.from(
    text.matchAll(OF_HEADING),
    ({ index, 1: words = '', 2: braces = '' }) => ({
      from: index + words.length,
      to: index + words.length + braces.length,
      text: '',
    }),
  )
  const spans = Array.from(text.matchAll(SPAN)).flatMap(({ index, 0: found, 1: words = '' }) => {
    // A directive is written much the same.
    if (/:[a-z]*$|!$/.test(text.slice(Math.max(0, index - 20), index))) return []
    const end = index + 1 + words.length
    // A placeholder keeps its brackets.
    if (/^insert\s/i.test(words)) return [{ from: end + 1, to: index + found.length, text: '' }]
    return [
      { from: index, to: index + 1, text: '' },
      { from: end, to: index + found.length, text: '' },
    ]
  })
  const marks = Array.from(text.matchAll(ANCHOR), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    text: '',
  }))
  return [...headings, ...spans, ...marks]
}

/** Gives headings the ids that their author wrote, which links lead to. */
export function keepIds(tree: Root, file: VFile): void {
  visit(tree, 'heading', (heading: Heading) => {
    const { start, end } = heading.position ?? {}
    const line = String(file).slice(start?.offset, end?.offset)
    const [, id] = /\{:?[ \t]*#([\p{L}\p{N}_.:-]+)[^{}]*\}[ \t]*#*[ \t]*$/u.exec(line) ?? []
    if (id) heading.data = { ...heading.data, id }
  })
}
