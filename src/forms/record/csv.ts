import type { Cell, Table } from './table.ts'
import { withoutFormulas } from './text-cell.ts'

/**
 * A table as CSV (RFC 4180) that Excel reads: UTF-8 with a byte order mark, lines ended by CR LF. A text that could be
 * taken for a formula, as a whole or from a semicolon on, gets an apostrophe there; numbers stay numbers.
 */
export function csvOf({ columns, rows }: Table): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.day
  if (typeof cell !== 'string') return String(cell)
  const text = withoutFormulas(cell)
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
