import type { Element } from 'hast'
import type { RootContent } from 'mdast'
import type { Note } from '../converted.ts'
import type { CellFound, RowFound } from '../table/cells.ts'
import { makeTable } from '../table/index.ts'
import { wordsIn } from './words.ts'

/** Makes a table of the rows of one, with what `blocksIn` reads in each cell. */
export function tableOf(
  table: Element,
  notes: Note[],
  blocksIn: (cell: Element) => RootContent[],
): RootContent[] {
  const rows: RowFound[] = []
  const spans = new Map<number, number>()
  for (const row of rowsOf(table)) {
    const cells: CellFound[] = []
    const elements = row.children.filter(
      (child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName),
    )
    const isHeader =
      rows.length === 0 && elements.length > 0 && elements.every(({ tagName }) => tagName === 'th')
    let column = 0
    const goOn = (): void => {
      for (let left = spans.get(column); left !== undefined && left > 0; left = spans.get(column)) {
        cells.push({ blocks: [], span: 1, isContinued: true })
        spans.set(column++, left - 1)
      }
    }
    for (const cell of elements) {
      goOn()
      const span = bounded(cell.properties.colSpan)
      const down = bounded(cell.properties.rowSpan)
      cells.push({ blocks: blocksIn(cell), span, lines: emptyLines(cell) })
      for (let index = 0; index < span; index++) spans.set(column++, down - 1)
    }
    goOn()
    rows.push({ isHeader, cells })
  }
  return makeTable(rows, notes)
}

/** Empty paragraphs of a cell, which leave room to write. */
function emptyLines({ children }: Element): number {
  return children.filter(
    (child) =>
      child.type === 'element' && /^(?:p|div|br)$/.test(child.tagName) && wordsIn(child) === '',
  ).length
}

function bounded(value: unknown): number {
  return Math.min(60, Math.max(1, Number(value ?? 1) || 1))
}

function rowsOf({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}
