import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Google Docs writes every level of a list, and what comes after it, as a list of its own: they go into one another again. */
export function joinLists(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return
    const open: Element[] = []
    let id: string | undefined
    const kept: (typeof node.children)[number][] = []
    for (const child of node.children) {
      const list = child.type === 'element' ? levelOf(child) : undefined
      if (!list || child.type !== 'element') {
        if (child.type !== 'text' || child.value.trim() !== '') open.length = 0
        kept.push(child)
        continue
      }
      if (list.id !== id) open.length = 0
      id = list.id
      const same = open[list.level]
      const above = open[list.level - 1]?.children.findLast(
        (item): item is Element => item.type === 'element' && item.tagName === 'li',
      )
      open.length = Math.min(open.length, list.level + 1)
      if (same?.tagName === child.tagName) same.children.push(...child.children)
      else if (above) above.children.push(child)
      else kept.push(child)
      if (same?.tagName !== child.tagName) open[list.level] = child
    }
    Object.assign(node, { children: kept })
  })
}

function levelOf({ tagName, properties }: Element): { id: string; level: number } | undefined {
  if (tagName !== 'ol' && tagName !== 'ul') return undefined
  const [, id, level] = /\blst-(\w+)-(\d)\b/.exec(String(properties.className ?? '')) ?? []
  return id === undefined ? undefined : { id, level: Number(level) }
}
