import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { parseReference } from '../model/reference.ts'
import { documentAddress } from './document-address.ts'
import type { Medium } from './fields/view.ts'

/**
 * Points links between content files to what is made of them. On paper a link leads to the other document as a whole,
 * and the number of a clause is no link to itself.
 */
export function pointLinks({ medium }: { medium: Medium }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'a') return
      const { href, className } = node.properties
      if (typeof href === 'string') node.properties.href = target(href, medium)
      if (medium === 'print' && Array.isArray(className) && className.includes('clause-number')) {
        node.tagName = 'span'
        node.properties = { className }
      }
    })
  }
}

function target(href: string, medium: Medium): string {
  const { document, anchor } = parseReference(href) ?? {}
  if (document === undefined) return href
  return documentAddress(document, medium, anchor)
}
