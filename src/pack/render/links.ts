import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isAddress } from '../text/address.ts'
import { parseReference } from '../text/reference.ts'
import type { Presentation } from './presentation.ts'

/** Points links between content files to what is made of them. On paper the number of a clause is no link to itself. */
export function pointLinks(presentation: Presentation) {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'a') return
      const { href, className } = node.properties
      if (typeof href === 'string') node.properties.href = target(href, presentation)
      if (
        presentation.medium === 'print' &&
        Array.isArray(className) &&
        className.includes('clause-number')
      ) {
        node.tagName = 'span'
        node.properties = { className }
      }
    })
  }
}

function target(href: string, { addressOf }: Presentation): string {
  const { document, anchor } = parseReference(href) ?? {}
  if (document !== undefined) return addressOf(document, anchor)
  if (anchor !== undefined) return `#${anchor}`
  // The rules have told of every other, and a draft is built all the same.
  return isAddress(href) ? href : '#'
}
