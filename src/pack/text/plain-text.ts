import type { Nodes } from 'mdast'

/** The text of a node as a reader sees it; placeholders and gaps in the author's words. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'placeholder':
    case 'gap':
      return node.raw
    case 'break':
      return '\n'
    default:
      return 'children' in node ? node.children.map(plainText).join('') : ''
  }
}
