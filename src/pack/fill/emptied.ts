import type { Heading, Root } from 'mdast'
import { plainText } from '../text/plain-text.ts'

/** The headings under which nothing stands. */
export function emptyHeadings(tree: Root): ReadonlySet<Heading> {
  return new Set(
    tree.children.flatMap((node, index) =>
      node.type === 'heading' && isEmptyAt(tree, index) ? [node] : [],
    ),
  )
}

/** Takes out the headings that have lost all that stood under them, or their text. */
export function removeEmptied(tree: Root, emptyBefore: ReadonlySet<Heading> = new Set()): void {
  // From the end, so that a heading goes whose subheadings have gone.
  for (let index = tree.children.length - 1; index >= 0; index--) {
    const node = tree.children[index]
    if (node?.type !== 'heading' || emptyBefore.has(node)) continue
    if (isEmptyAt(tree, index) || plainText(node).trim() === '') tree.children.splice(index, 1)
  }
}

function isEmptyAt(tree: Root, index: number): boolean {
  const heading = tree.children[index]
  const next = tree.children[index + 1]
  if (heading?.type !== 'heading') return false
  return !next || (next.type === 'heading' && next.depth <= heading.depth)
}
