import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Presentation } from './presentation.ts'

/**
 * Makes passages in another language elements that Chromium has a tag for, with the language on it; of a `span` it makes none.
 * The style sheet takes the emphasis away again.
 */
export function markLanguages({ medium }: Presentation) {
  return (tree: Root): void => {
    if (medium === 'screen') return
    visit(tree, 'element', (node) => {
      const { lang } = node.properties
      if (node.tagName !== 'span' || typeof lang !== 'string') return
      node.tagName = 'em'
      node.properties = { lang, className: ['language'] }
    })
  }
}
