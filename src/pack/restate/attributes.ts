import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { withoutCode } from '../../convert/markdown/mask.ts'
import type { Edit } from './edits.ts'

/** The id and classes that Google Docs, Pandoc and others write after a heading. */
const OF_HEADING =
  /^(#{1,6}[ \t][^\n]*?)([ \t]*(?<!\])\{:?[ \t]*[#.][^{}\n]*\})[ \t]*(?=#*[ \t]*$)/gm
/** Takes out what other kinds of Markdown write in braces after a heading. */
export function attributes(source: string): Edit[] {
  const text = withoutCode(source)
  return Array.from(text.matchAll(OF_HEADING), ({ index, 1: words = '', 2: braces = '' }) => ({
    from: index + words.length,
    to: index + words.length + braces.length,
    text: '',
  }))
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
