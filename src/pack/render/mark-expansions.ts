import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { markExpansion } from '../../contracts/expansion.ts'
import type { Presentation } from './presentation.ts'

/**
 * Marks abbreviations on paper, so that the stamp stage can give them their expansions. Chromium has no tag for an `abbr`
 * and drops its title; but what has the role of a picture becomes an element of its own with its label as alternative
 * text, and still is printed as the text that it is.
 */
export function markExpansions({ medium }: Presentation) {
  return (tree: Root): void => {
    if (medium === 'screen') return
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'abbr') return
      node.properties = { role: 'img', ariaLabel: markExpansion(String(node.properties.title)) }
    })
  }
}
