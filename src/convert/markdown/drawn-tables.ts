/** A table that is drawn with signs; cells are Markdown of several lines. */
export interface DrawnTable {
  /** Its first line, and the one after its last. */
  readonly start: number
  readonly end: number
  readonly rows: readonly DrawnRow[]
}

interface DrawnRow {
  readonly isHeader: boolean
  readonly cells: readonly string[]
}

/**
 * Finds tables as Pandoc and others draw them: grid tables, also with cells that take several columns or rows, and simple and multiline
 * ones, whose columns are as wide as the dashes above them (Pandoc's manual, Tables). `lines` may have code hidden; what cells say
 * is taken from `words`.
 */
export function drawnTables(
  lines: readonly string[],
  words: readonly string[] = lines,
): DrawnTable[] {
  const tables: DrawnTable[] = []
  for (let at = 0; at < lines.length; ) {
    const found = gridAt(lines, words, at) ?? dashedAt(lines, words, at)
    // A frame around nothing is passed over as a whole.
    if (found && found.rows.length > 0) tables.push(found)
    at = found?.end ?? at + 1
  }
  return tables
}

const BORDER = /^\s*\+(?:[-=:]+\+)+\s*$/
const DASHES = /^\s*-{2,}(?:\s+-{2,})+\s*$/
const FRAME = /^\s*-{4,}\s*$/

function gridAt(
  lines: readonly string[],
  words: readonly string[],
  start: number,
): DrawnTable | undefined {
  if (!BORDER.test(lines[start] ?? '')) return undefined
  let end = start
  while (/^\s*[+|].*[+|]\s*$/.test(lines[end] ?? '')) end++
  const indent = (lines[start] ?? '').search(/\S/)
  const drawn = words.slice(start, end).map((line) => line.slice(indent).trimEnd())
  const borders = drawn.filter((line) => /^\+[-=:]|[-=]\+$/.test(line))
  const isEven =
    borders.every((line) => BORDER.test(line)) && new Set(borders.map(edgesOf)).size === 1
  const rows = isEven ? evenRows(drawn) : mergedRows(drawn)
  return { rows, start, end }
}

function edgesOf(line: string): string {
  return [...line.matchAll(/\+/g)].map(({ index }) => index).join(' ')
}

/** Rows with the same cells each, however wide their letters are. */
function evenRows([, ...drawn]: readonly string[]): DrawnRow[] {
  const rows: { isHeader: boolean; cells: string[] }[] = []
  let row: string[] | undefined
  for (const line of drawn) {
    if (BORDER.test(line)) {
      if (row) rows.push({ isHeader: false, cells: row })
      if (line.includes('=')) for (const one of rows) one.isHeader = true
      row = undefined
      continue
    }
    const cells = line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/)
    row = cells.map((cell, index) => `${row?.[index] ?? ''}${cell.trim()}\n`)
  }
  return rows
}

/** Rows of a grid in which cells take several columns or rows; what such a cell says is said in each. */
function mergedRows([top = '', ...drawn]: readonly string[]): DrawnRow[] {
  const edges = [top, ...drawn].flatMap((line) =>
    Array.from(line.matchAll(/\+(?=[-=:])|(?<=[-=:])\+/g), ({ index }) => index),
  )
  const columns = [...new Set(edges)].toSorted((one, other) => one - other)
  const spans = columns.slice(1).map((to, index) => ({ from: columns[index] ?? 0, to }))
  const rows: { isHeader: boolean; cells: { text: string }[] }[] = []
  let row = spans.map(() => ({ text: '' }))
  let isBegun = false
  for (const line of drawn) {
    const isEnd = spans.map(({ from, to }) => /^[-=:+]+$/.test(line.slice(from + 1, to)))
    if (isEnd.includes(true)) {
      if (isBegun) rows.push({ isHeader: false, cells: row })
      if (BORDER.test(line) && line.includes('=')) for (const one of rows) one.isHeader = true
      row = row.map((cell, index) => (isEnd[index] ? { text: '' } : cell))
      isBegun = false
    } else {
      isBegun = true
      spans.forEach(({ from }, index) => {
        const before = row[index - 1]
        if (before && !/[|+]/.test(line[from] ?? '')) row[index] = before
      })
    }
    spans.forEach(({ from }, index) => {
      const cell = row[index]
      if (!cell || isEnd[index] || row[index - 1] === cell) return
      const last = spans[row.lastIndexOf(cell)]
      cell.text += `${line.slice(from + 1, last?.to).trim()}\n`
    })
  }
  return rows.map(({ isHeader, cells }) => ({ isHeader, cells: cells.map(({ text }) => text) }))
}

function dashedAt(
  lines: readonly string[],
  words: readonly string[],
  start: number,
): DrawnTable | undefined {
  const isFramed = FRAME.test(lines[start] ?? '') && (lines[start + 1] ?? '').trim() !== ''
  // A table of one column stands a little to the right, where no rule does.
  const isIndented = /^\s/.test(lines[start] ?? '')
  const dashesAt = lines
    .slice(start, start + (isFramed ? 9 : 2))
    .findIndex(
      (line, index) =>
        DASHES.test(line) || (isFramed && isIndented && index > 0 && FRAME.test(line)),
    )
  // A heading has one line of dashes below it, and a table without a frame one line of words above it.
  if (dashesAt === -1) return undefined
  const dashes = lines[start + dashesAt] ?? ''
  const head = words.slice(start + (isFramed ? 1 : 0), start + dashesAt)
  if (!isFramed && head.some((line) => line.trim() === '')) return undefined
  const columns = [...dashes.matchAll(/-+/g)].map(({ index }) => index)
  const body = start + dashesAt + 1
  const end = endOf(lines, body, isFramed)
  if (end === undefined) return undefined
  const isClosed = FRAME.test(lines[end - 1] ?? '') || DASHES.test(lines[end - 1] ?? '')
  // Dashes below nothing and with nothing below are none of a table.
  if (!isFramed && head.length === 0 && !isClosed) return undefined
  const within = words.slice(body, isClosed ? end - 1 : end)
  const isLoose = isFramed || within.some(isBlank)
  const rows = [
    ...(head.length > 0 ? [{ isHeader: true, cells: cellsOf(head, columns) }] : []),
    ...parted(within, isLoose).map((part) => ({ isHeader: false, cells: cellsOf(part, columns) })),
  ]
  return rows.length > (head.length > 0 ? 1 : 0) ? { rows, start, end } : undefined
}

/** Nothing, rather than a row of spaces to write in. */
function isBlank(line: string): boolean {
  return line.trim() === '' && line.length < SHORTEST_ROW
}

const SHORTEST_ROW = 12

/** The line after the table: a framed one ends with its frame, another with its dashes or before the first empty line. */
function endOf(lines: readonly string[], from: number, isFramed: boolean): number | undefined {
  for (let at = from; at < lines.length && at < from + 2000; at++) {
    const line = lines[at] ?? ''
    if (FRAME.test(line) || DASHES.test(line)) return at + 1
    if (!isFramed && isBlank(line)) return at > from ? at : undefined
    if (line.trim() !== '' && !/^\s/.test(line) && isFramed) return undefined
  }
  return isFramed || lines.length === from ? undefined : lines.length
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
