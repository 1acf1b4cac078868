import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'

/** A copy of a tree in which each text stands as it is set in type. */
export function asTypeset<Tree extends Nodes>(tree: Tree): Tree {
  const copy = structuredClone(tree)
  visit(copy as Nodes, (node) => {
    if (node.type === 'text') node.value = node.data?.typeset ?? node.value
    if (node.type === 'field') node.field = node.typeset ?? node.field
    if (node.type === 'abbreviation') Object.assign(node, node.typeset)
  })
  return copy
}
