import type { Nodes, Parents } from 'mdast'
import type { Node, Parent } from 'unist'

/** Puts `nodes` in the place of the child at `index`. */
export function replaceChild(parent: Parent, index: number, nodes: readonly Node[]): void {
  parent.children.splice(index, 1, ...nodes)
}

/** Puts `nodes` in the place of a child, if it still is there: it may have been taken out with what it was in. */
export function replaceIn(parent: Parents, child: Nodes, nodes: readonly Nodes[]): void {
  const children: readonly Nodes[] = parent.children
  const index = children.indexOf(child)
  if (index >= 0) replaceChild(parent, index, nodes)
}
