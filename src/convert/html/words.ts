import type { Nodes } from 'hast'

/** The words of an element with all their spaces. */
export function rawWords(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(rawWords).join('') : ''
}

/** The words of an element, with single spaces between them. */
export function wordsIn(node: Nodes): string {
  return rawWords(node).replace(/\s+/g, ' ').trim()
}
