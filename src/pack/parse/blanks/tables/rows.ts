import type { Table } from 'mdast'
import type { Parent } from 'unist'
import { isTicked, typeOf } from '../../../../language/asked-type.ts'
import type { Column } from '../blank.ts'
import { type Grid, NUMBERS, optionsIn, rowsOf } from '../grid.ts'
import { settleColumns } from '../ranges.ts'
import { addBlank, at, moveOn, type Reader, settle, takeQuestion } from '../reader.ts'
import { addEntry } from '../writing.ts'
import type { TableForm } from './table-form.ts'

/** Tables that are to be filled in row by row. */
export const rowTables: readonly TableForm[] = [
  { fits: isEmpty, read: readRows, takesQuestion: true },
]

/** Rows with nothing in them below the header. */
function isEmpty(grid: Grid): boolean {
  return rowsOf(grid) !== undefined
}

function readRows(grid: Grid, parent: Parent, reader: Reader): void {
  const { table, header } = grid
  const { examples, blank, totals } = rowsOf(grid)!
  const question = takeQuestion(reader, table.position?.start.line)
  settle(reader, 'block')
  moveOn(reader)
  const [head] = table.children
  if (examples.length > 0 && head) {
    const shown: Table = { ...table, children: [head, ...examples.map(({ row }) => row)] }
    parent.children.push(shown)
  }
  const written = header.flatMap((label, index): Column[] => {
    const isChosen = blank.some(
      ({ cells }) => cells[index]?.kind === 'text' && cells[index].isOptions,
    )
    const options = isChosen ? optionsIn(blank[0]?.row.children[index])?.labels : undefined
    if (options) return [{ label: label || `Column ${index + 1}`, type: 'select', options }]
    const isNumbered = blank.some(({ cells }) => cells[index]?.kind === 'text')
    // `1.` under `Objective` is there to be written behind.
    if (isNumbered && NUMBERS.test(label)) return []
    const isBox = blank.every(({ cells }) => cells[index]?.kind === 'box')
    return [{ label: label || `Column ${index + 1}`, type: isBox ? 'checkbox' : columnType(label) }]
  })
  const label = question?.label ?? (reader.section || 'Table')
  const columns = settleColumns(written, label)
  addBlank(
    reader,
    {
      label,
      answer: { kind: 'rows', columns, count: Math.min(blank.length, 60) },
      position: table.position,
    },
    question?.put ?? at(parent),
  )
  for (const { row, cells } of totals) {
    const label = cells.find(({ kind }) => kind === 'text')?.text ?? ''
    addEntry({ label, from: 0, bare: false, isNumber: true }, row.position, parent, reader)
  }
}

/** What is written under the head of a column. */
export function columnType(label: string): Exclude<Column['type'], 'select'> {
  if (isTicked(label)) return 'checkbox'
  if (/^(?:deadline|due|by when)$/i.test(label)) return 'date'
  const type = typeOf(label)
  return type === 'date' || type === 'email' || type === 'number' ? type : 'text'
}
