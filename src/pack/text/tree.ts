import type { Node, Parent } from 'unist'

/** Puts `nodes` in the place of the child at `index`. */
export function replaceChild(parent: Parent, index: number, nodes: readonly Node[]): void {
  parent.children.splice(index, 1, ...nodes)
}
