import type { Placeholder } from '../../../model/document.ts'
import type { Leaf } from './flatten.ts'

/**
 * Puts a placeholder in the place of the text from `from` up to `to`, which the pieces `within` hold. Where these are in
 * different formatting it stands where the text begins.
 */
export function cut(
  within: readonly Leaf[],
  from: number,
  to: number,
  placeholder: Placeholder,
): void {
  const [first, ...others] = within
  if (!first) return
  const siblings = first.parent.children
  const index = siblings.indexOf(first.node) + 1
  if (first.node.type === 'text') {
    const { value } = first.node
    const after = value.slice(to - first.start)
    first.node.value = value.slice(0, from - first.start)
    siblings.splice(index, 0, placeholder, { ...first.node, value: after })
  } else {
    siblings.splice(index, 0, placeholder)
  }
  for (const { node, parent, start } of others) {
    if (node.type === 'text') node.value = node.value.slice(to - start)
    else parent.children.splice(parent.children.indexOf(node), 1)
  }
}
