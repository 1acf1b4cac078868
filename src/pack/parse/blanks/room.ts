import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { flatten } from './inline.ts'

/** A block that is nothing but room to write: lines, spaces that do not break, an empty quotation. */
export function isRoom(node: RootContent, file: VFile): boolean {
  if (node.type === 'blockquote') return node.children.every((child) => isRoom(child, file))
  if (node.type === 'thematicBreak') {
    const { start, end } = node.position ?? {}
    return String(file).slice(start?.offset, end?.offset).includes('_')
  }
  if (node.type !== 'paragraph') return false
  const { text, marks } = flatten(node.children)
  const rest = marks.reduceRight(
    (left, { kind, from, to }) => (kind === 'gap' ? left.slice(0, from) + left.slice(to) : left),
    text,
  )
  return /^(?:[\s\u00a0\\]|…|\.{3}|\.$)*$/m.test(rest) && !/[^\s\u00a0\\….]/.test(rest)
}
