import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import { SKIP, visit } from 'unist-util-visit'
import type { Say } from '../../language/words.ts'
import type { Presentation } from './presentation.ts'

/**
 * Fits a text for the screen: a table that is wider than a telephone scrolls by itself rather than with the page, and of the
 * numbers of clauses, which are links, the Tab key finds the first only. The script of the page leads on from there.
 */
export function fitScreen({ medium }: Presentation, say: Say) {
  return (tree: Root): void => {
    if (medium !== 'screen') return
    let numbers = 0
    visit(tree, 'element', (node, index, parent) => {
      if (hasClass(node, 'clause-number')) node.properties.tabIndex = numbers++ === 0 ? 0 : -1
      if (node.tagName !== 'table' || !parent || index === undefined) return
      if (parent.type === 'element' && hasClass(parent, 'scroll')) return
      parent.children[index] = scrolling(node, say)
      return SKIP
    })
  }
}

function scrolling(table: Element, say: Say): Element {
  const label: string[] = []
  visit(table, { tagName: 'caption' }, (caption: Element) => {
    visit(caption, 'text', ({ value }) => void label.push(value))
  })
  return h(
    'div.scroll',
    { role: 'region', ariaLabel: label.join('') || say('Table'), tabIndex: 0 },
    table,
  )
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}
