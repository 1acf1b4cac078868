import { drawnTables } from '../../convert/markdown/drawn-tables.ts'
import { withoutCode } from '../../convert/markdown/mask.ts'
import type { Edit } from './edits.ts'

/** Makes tables of Markdown of those that are drawn: with a frame of `+---+`, and with columns of spaces. */
export function tables(source: string): Edit[] {
  const lines = source.split('\n')
  const starts = lines.map(() => 0)
  for (let index = 1; index < lines.length; index++)
    starts[index] = (starts[index - 1] ?? 0) + (lines[index - 1] ?? '').length + 1
  return drawnTables(withoutCode(source).split('\n'), lines).map(({ start, end, rows }) => ({
    from: starts[start] ?? 0,
    to: (starts[end - 1] ?? 0) + (lines[end - 1] ?? '').length,
    text: markdownOf(rows.map(({ cells, isHeader }) => ({ isHeader, cells: cells.map(inCell) }))),
  }))
}

/** What a cell can hold: lines, those of a list with bullets. */
function inCell(cell: string): string {
  return cell
    .trim()
    .replace(/\n\s*\n/g, '<br>')
    .replace(
      /(?:^|\n|(?<=<br>))\s*(?:[-*+]\s+(?=\S)|(?=\d{1,2}[.)]\s))/g,
      (mark, at: number) =>
        `${at > 0 && mark.includes('\n') ? '<br>' : ''}${/[-*+]/.test(mark) ? '• ' : ''}`,
    )
    .replace(/\\?\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
}

function markdownOf(rows: readonly { isHeader: boolean; cells: readonly string[] }[]): string {
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  // A frame around a text
  if (columns === 1) return rows.flatMap(({ cells }) => ['', ...cells, '']).join('\n')
  const headers = rows.filter(({ isHeader }) => isHeader)
  const head = Array.from({ length: columns }, (_, column) =>
    [...new Set(headers.map(({ cells }) => cells[column] ?? ''))].filter(Boolean).join(' '),
  )
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.filter(({ isHeader }) => !isHeader).map(({ cells }) => line(cells)),
  ].join('\n')
}
