import type { Nodes, Parents } from 'mdast'
import { replaceChild } from '../text/tree.ts'

/** Takes out texts and formatting that hold nothing any more, and paragraphs that are left with nothing; with `keepsRoom` not those of spaces that do not break. */
export function prune(parent: Parents, { keepsRoom = false } = {}): void {
  for (let index = parent.children.length - 1; index >= 0; index--) {
    const child = parent.children[index]
    if (!child) continue
    if ('children' in child) prune(child, { keepsRoom })
    if (isHollow(child) && !(keepsRoom && isRoom(child))) replaceChild(parent, index, [])
  }
}

function isHollow(node: Nodes): boolean {
  if (node.type === 'text') return node.value === ''
  if (node.type === 'paragraph') return node.children.every(isBlank)
  return formatting.has(node.type) && 'children' in node && node.children.length === 0
}

function isRoom(node: Nodes): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.some((child) => child.type === 'text' && child.value.includes('\u00a0'))
  )
}

const formatting = new Set(['emphasis', 'strong', 'delete'])

function isBlank(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}
