import type { ElementContent, Root, Text } from 'hast'
import { h } from 'hastscript'
import { SKIP, visit } from 'unist-util-visit'
import type { Presentation } from './presentation.ts'

/** A part of a text that ends where a line can, when it is longer than any word that a column is made for. */
const LONG_WORD = /([^\s-]{25,})/

/**
 * Lets addresses and very long words in the tables of paper break anywhere, since a page cannot be scrolled. A style of the
 * whole cell would do it too, but then Chromium makes columns so narrow that short words break.
 */
export function breakLongWords({ medium }: Presentation) {
  return (tree: Root): void => {
    if (medium === 'screen') return
    visit(tree, 'element', (cell) => {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') return
      visit(cell, 'text', (text, index, parent) => {
        if (!parent || index === undefined || !LONG_WORD.test(text.value)) return
        const parts = partsOf(text)
        parent.children.splice(index, 1, ...parts)
        return [SKIP, index + parts.length]
      })
      return SKIP
    })
  }
}

/** The long words as elements of their own, and what stands between them. */
function partsOf({ value }: Text): ElementContent[] {
  return value
    .split(LONG_WORD)
    .map((part, index) =>
      index % 2 === 1 ? h('span.long-word', part) : ({ type: 'text', value: part } as const),
    )
    .filter((part) => part.type === 'element' || part.value !== '')
}
