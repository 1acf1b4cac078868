import { drawnTables } from '../../convert/markdown/drawn-tables.ts'
import { hidden, withoutCode } from '../../convert/markdown/mask.ts'
import type { Edit } from './edits.ts'

const BAR = /(?<!\\)\|/g

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

/**
 * Evens the rows of a table of Markdown of which some have a bar too many or too few; what stands behind the last column would be
 * lost, and an empty cell that is not there could not be filled in.
 */
export function unevenTables(source: string): Edit[] {
  const edits: Edit[] = []
  const masked = withoutCode(source).split('\n')
  let run: Row[] = []
  let from = 0
  for (const line of [...masked, '']) {
    if (line.search(BAR) >= 0) run.push({ from, line, cells: cellsOf(line) })
    else {
      edits.push(...evened(run))
      run = []
    }
    from += line.length + 1
  }
  return edits
}

interface Row {
  readonly from: number
  readonly line: string
  readonly cells: readonly string[]
}

/** What cells say; bars in brackets part answers to choose from. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/\{\{[^{}]*\}\}|\[[^[\]]*\]/g, hidden)
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(BAR)
    .map((cell) => cell.trim())
}

function evened(run: readonly Row[]): Edit[] {
  const [head, second, ...others] = run
  if (!head || !second) return []
  const isRuled = isRule(second.line)
  const isEven = run.every(({ cells }) => cells.length === head.cells.length)
  if (isEven || head.cells.length < 2 || !(isRuled || isToFill(run))) return []
  const rows = [head, ...(isRuled ? [] : [second]), ...others]
  const columns = Math.max(head.cells.length, ...rows.map(({ cells }) => saidIn(cells)))
  const rule = `|${' --- |'.repeat(columns)}`
  return [
    ...rows.map(({ from, line, cells }, index) => {
      const end = /(?:(?<!\\)\||\s)*$/.exec(line)?.index ?? line.length
      const rest = ' |'.repeat(columns - saidIn(cells) + 1)
      const below = index === 0 && !isRuled ? `\n${rule}` : ''
      return {
        from: from + end,
        to: from + line.length,
        text: (end === 0 ? rest.trim() : rest) + below,
      }
    }),
    ...(isRuled
      ? [{ from: second.from, to: second.from + second.line.trimEnd().length, text: rule }]
      : []),
  ]
}

/** How many cells there are up to the last in which something stands. */
function saidIn(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1
}

function isRule(line: string): boolean {
  return /^[\s|:-]*-[\s|:-]*$/.test(line)
}

/** Lines of words and bars with a head that has no gap, and room below it. */
function isToFill([head, ...rows]: readonly Row[]): boolean {
  return (
    rows.length > 1 &&
    head !== undefined &&
    head.cells.every((cell) => /^[^:?☐○]+$/.test(cell)) &&
    rows.every(({ cells }) => cells.includes(''))
  )
}

function rowOf(cells: readonly string[], columns: number, rest: string): string {
  return `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? rest).join(' | ')} |`
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
    .replace(BAR, '\\|')
}

function markdownOf(rows: readonly { isHeader: boolean; cells: readonly string[] }[]): string {
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  // A frame around a text
  if (columns === 1) return rows.flatMap(({ cells }) => ['', ...cells, '']).join('\n')
  const headers = rows.filter(({ isHeader }) => isHeader)
  const head = Array.from({ length: columns }, (_, column) =>
    [...new Set(headers.map(({ cells }) => cells[column] ?? ''))].filter(Boolean).join(' '),
  )
  return [
    rowOf(head, columns, ''),
    rowOf([], columns, '---'),
    ...rows.filter(({ isHeader }) => !isHeader).map(({ cells }) => rowOf(cells, columns, '')),
  ].join('\n')
}
