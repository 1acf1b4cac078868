import type { Nodes, Parents } from 'mdast'
import { replaceChild } from '../text/tree.ts'

/** Takes out texts and formatting that hold nothing any more, and paragraphs that are left with nothing. */
export function prune(parent: Parents): void {
  for (let index = parent.children.length - 1; index >= 0; index--) {
    const child = parent.children[index]
    if (!child) continue
    if ('children' in child) prune(child)
    if (isHollow(child)) replaceChild(parent, index, [])
  }
}

function isHollow(node: Nodes): boolean {
  if (node.type === 'text') return node.value === ''
  if (node.type === 'paragraph') return node.children.every(isBlank)
  return formatting.has(node.type) && 'children' in node && node.children.length === 0
}

const formatting = new Set(['emphasis', 'strong', 'delete'])

function isBlank(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}
