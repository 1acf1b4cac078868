/** A table as Pandoc writes it where a cell has more than a line; cells are Markdown. */
type Rows = { isHeader: boolean; cells: string[] }[]

/**
 * Takes tables that are drawn out of the lines: grid tables, and simple and multiline ones, whose columns are as wide as the dashes
 * above them (Pandoc's manual, Tables). In their place stands a paragraph with the number of the table.
 */
export function takePandocTables(lines: readonly string[]): { lines: string[]; tables: Rows[] } {
  const tables: Rows[] = []
  const kept: string[] = []
  for (let at = 0; at < lines.length; ) {
    const found = gridAt(lines, at) ?? dashedAt(lines, at)
    if (found) {
      kept.push('', `\uE000${tables.length}\uE000`, '')
      tables.push(found.rows)
      at = found.end
    } else kept.push(lines[at++]!)
  }
  return { lines: kept, tables }
}

interface FoundTable {
  readonly rows: Rows
  readonly end: number
}

const BORDER = /^\s*\+(?:[-=:]+\+)+\s*$/
const DASHES = /^\s*-{2,}(?:\s+-{2,})+\s*$/
const FRAME = /^\s*-{4,}\s*$/

function gridAt(lines: readonly string[], start: number): FoundTable | undefined {
  if (!BORDER.test(lines[start] ?? '')) return undefined
  let end = start
  while (/^\s*[+|]/.test(lines[end] ?? '')) end++
  const rows: Rows = []
  let row: string[] | undefined
  for (const line of lines.slice(start + 1, end)) {
    if (BORDER.test(line)) {
      if (row) rows.push({ isHeader: false, cells: row })
      if (line.includes('=')) for (const one of rows) one.isHeader = true
      row = undefined
      continue
    }
    const cells = line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
    row = cells.map((cell, index) => `${row?.[index] ?? ''}${cell.trim()}\n`)
  }
  return rows.length > 0 ? { rows, end } : undefined
}

function dashedAt(lines: readonly string[], start: number): FoundTable | undefined {
  const isFramed = FRAME.test(lines[start] ?? '') && (lines[start + 1] ?? '').trim() !== ''
  const dashesAt = lines.findIndex(
    (line, index) =>
      index >= start &&
      index <= start + (isFramed ? 8 : 1) &&
      (DASHES.test(line) || (isFramed && index > start && FRAME.test(line))),
  )
  // A heading has one line of dashes below it, and a table without a frame one line of words above it.
  if (dashesAt === -1 || (!isFramed && dashesAt > start + 1)) return undefined
  const head = lines.slice(start + (isFramed ? 1 : 0), dashesAt)
  if (!isFramed && head.some((line) => line.trim() === '')) return undefined
  const columns = [...(lines[dashesAt] ?? '').matchAll(/-+/g)].map(({ index }) => index)
  const end = endOf(lines, dashesAt + 1, isFramed)
  if (end === undefined) return undefined
  const body = lines.slice(dashesAt + 1, end - 1)
  const isLoose = isFramed || body.some((line) => line.trim() === '')
  const rows = [
    ...(head.length > 0 ? [{ isHeader: true, cells: cellsOf(head, columns) }] : []),
    ...parted(body, isLoose).map((part) => ({ isHeader: false, cells: cellsOf(part, columns) })),
  ]
  return rows.length > 0 ? { rows, end } : undefined
}

/** A framed table ends with its frame, another with its dashes or the first empty line. */
function endOf(lines: readonly string[], from: number, isFramed: boolean): number | undefined {
  for (let at = from; at < lines.length && at < from + 2000; at++) {
    const line = lines[at] ?? ''
    if (FRAME.test(line) || DASHES.test(line)) return at + 1
    if (!isFramed && line.trim() === '') return at > from ? at + 1 : undefined
    if (line.trim() !== '' && !/^\s/.test(line) && isFramed) return undefined
  }
  return isFramed || lines.length === from ? undefined : lines.length + 1
}

/** The lines of each row: parted by empty lines in a loose table. Rows of nothing are rows as well, two empty lines each. */
function parted(body: readonly string[], isLoose: boolean): string[][] {
  if (!isLoose) return body.map((line) => [line])
  const rows: string[][] = []
  let row: string[] = []
  body.forEach((line, index) => {
    const isEnd = line.trim() === '' && row.length > 0
    if (!isEnd) row.push(line)
    if (isEnd || index === body.length - 1) {
      if (row.length > 0) rows.push(row)
      row = []
    }
  })
  return rows
}

function cellsOf(lines: readonly string[], columns: readonly number[]): string[] {
  return columns.map((from, index) => {
    // The first column takes what stands before it, as Pandoc indents the whole table.
    const start = index === 0 ? 0 : from
    return lines
      .map((line) => line.slice(start, columns[index + 1]).trim())
      .join('\n')
      .trim()
  })
}
