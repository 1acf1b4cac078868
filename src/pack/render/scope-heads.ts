import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Says of the head cells of an author's table that they are heads of columns. */
export function scopeHeads() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'th') node.properties.scope ??= 'col'
    })
  }
}
