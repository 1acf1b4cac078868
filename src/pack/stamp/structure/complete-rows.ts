import { PDFArray, PDFHexString, PDFNumber, type PDFObject, PDFString } from 'pdf-lib'
import { name } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import { createElement, elementsOf, type StructureElement, type StructureRoot } from './tree.ts'

/**
 * Gives each row of a table the same number of cells. Chromium leaves empty cells out of the structure tree, and a
 * screen reader would count the ones after them wrongly. A cell's headers tell its column.
 */
export function completeRows(root: StructureRoot): void {
  for (const table of [...elementsOf(root)].filter(({ type }) => type === 'Table')) {
    const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR').map(rowOf)
    const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
    const whole = rows.find(({ cells }) => cells.length === columns)
    if (!whole || rows.some(({ cells }) => cells.some(spans))) continue
    for (const row of rows) if (row.cells.length < columns) complete(root, row, whole)
  }
}

interface Row {
  readonly element: StructureElement
  readonly cells: readonly StructureElement[]
}

function rowOf(element: StructureElement): Row {
  return { element, cells: element.kids.filter((kid) => kid.kind === 'element') }
}

function complete(root: StructureRoot, row: Row, whole: Row): void {
  const cells: (StructureElement | undefined)[] = []
  for (const cell of row.cells) {
    const column = whole.cells.findIndex(
      (other) => isHeaderOf(cell, other) || isHeaderOf(other, cell),
    )
    cells[Math.max(column, cells.length)] = cell
  }
  row.element.kids = whole.cells.map((_, column) => cells[column] ?? createElement(root, 'TD', []))
}

function isHeaderOf(header: StructureElement, cell: StructureElement): boolean {
  const id = header.dict.lookupMaybe(name('ID'), PDFString, PDFHexString)?.decodeText()
  const headers = attribute(cell, 'Headers')
  if (id === undefined || !(headers instanceof PDFArray)) return false
  return headers
    .asArray()
    .some((_, index) => headers.lookup(index, PDFString, PDFHexString).decodeText() === id)
}

function spans(cell: StructureElement): boolean {
  return ['RowSpan', 'ColSpan'].some((key) => {
    const span = attribute(cell, key)
    return span instanceof PDFNumber && span.asNumber() > 1
  })
}

/** An attribute of a table cell (ISO 32000-1, 14.8.5.7). */
function attribute({ dict }: StructureElement, key: string): PDFObject | undefined {
  return attributesOf(dict)
    .find((owner) => owner.has(name(key)))
    ?.lookup(name(key))
}
