import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Presentation } from './presentation.ts'

/** Most characters in each cell of a column whose lines do not break, and in all such columns of a table together. */
const SHORT = 18
const TOGETHER = 40

/** Marks the cells of columns that hold a word or two, so that a table on paper is not made narrower there than they are. */
export function shortColumns({ medium }: Presentation) {
  return (tree: Root): void => {
    if (medium === 'screen') return
    visit(tree, 'element', (table) => {
      if (table.tagName === 'table') markShort(table)
    })
  }
}

function markShort(table: Element): void {
  let left = TOGETHER
  for (const cells of columnsOf(table)) {
    const length = Math.max(...cells.map(lengthOf))
    if (length > SHORT || length > left) continue
    left -= length
    for (const { properties } of cells) properties.className = ['short']
  }
}

/** The cells of each column. */
function columnsOf(table: Element): Element[][] {
  const columns: Element[][] = []
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr') return
    const cells = row.children.filter((child) => child.type === 'element')
    for (const [index, cell] of cells.entries()) columns[index] = [...(columns[index] ?? []), cell]
  })
  return columns
}

/** Characters in a cell; fields and pictures need a width that their text does not tell. */
function lengthOf(cell: Element): number {
  let length = 0
  visit(cell, (node) => {
    if (node.type === 'text') length += node.value.length
    if (node.type === 'element' && /^(?:slot|img)$/.test(node.tagName)) length = Infinity
  })
  return length
}
