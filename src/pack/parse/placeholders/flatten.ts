import type { Heading, Paragraph, PhrasingContent, TableCell } from 'mdast'
import { countUpTo } from '../../text/place.ts'

/** A block whose text is read as one when placeholders are looked for. */
export type TextBlock = Paragraph | Heading | TableCell

/** A block, or formatting inside it. */
export type TextParent =
  | TextBlock
  | Extract<PhrasingContent, { readonly children: PhrasingContent[] }>

/** A piece of a block's text: a text or line break, or something that is no text and counts as one character. */
export interface Leaf {
  readonly node: PhrasingContent
  readonly parent: TextParent
  /** Where it begins in the text of the block. */
  readonly start: number
  readonly text: string
}

/** Stands for what is no text: the object replacement character. */
export const NO_TEXT = '\uFFFC'

/** The pieces of a block in their order, formatting taken away. */
export function flatten(block: TextBlock): Leaf[] {
  const leaves: Leaf[] = []
  let start = 0
  collect(block)
  return leaves

  function collect(parent: TextParent): void {
    for (const node of parent.children) {
      if ('children' in node) {
        collect(node)
      } else {
        const text = node.type === 'text' ? node.value : node.type === 'break' ? '\n' : NO_TEXT
        leaves.push({ node, parent, start, text })
        start += text.length
      }
    }
  }
}

/** The text of the pieces. */
export function textOf(leaves: readonly Leaf[]): string {
  return leaves.map(({ text }) => text).join('')
}

/** The pieces that have characters from `from` up to `to`. */
export function leavesBetween(leaves: readonly Leaf[], from: number, to: number): Leaf[] {
  const between: Leaf[] = []
  let index = Math.max(0, countUpTo(leaves, from, ({ start }) => start) - 1)
  for (let leaf = leaves[index]; leaf && leaf.start < to; leaf = leaves[++index])
    if (leaf.start + leaf.text.length > from) between.push(leaf)
  return between
}
