import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import type { Note } from '../converted.ts'
import { trimmed } from '../phrasing.ts'
import { type CellFound, isAllBold, type RowFound, textIn } from './cells.ts'
import { readFormTable, titleOf } from './form.ts'

const LONGEST_LABEL = 80
const LONGEST_HEADER = 60
const MOST_COLUMNS = 60
/** What is drawn to write on or to tick; dots after words only say that these go on. */
const DRAWN = /[_☐]|…\s*…|^…$/

interface Row {
  readonly isHeader: boolean
  readonly cells: readonly Cell[]
  /** One cell takes all columns. */
  readonly isWhole: boolean
}

interface Cell {
  readonly blocks: readonly RootContent[]
  readonly text: string
  readonly isBold: boolean
  readonly isShaded: boolean
}

/** Makes of the rows what they are: a table, places to write beside their labels, or text that stood in a frame. */
export function makeTable(found: readonly RowFound[], notes: Note[]): RootContent[] {
  return joinedTables(found.filter(({ cells }) => cells.length > 0)).flatMap((rows) =>
    makeOne(rows, notes),
  )
}

/**
 * Tables with nothing between them are one to a word processor, on a grid that none of their rows fills; rows that are parted
 * alike are a table of their own.
 */
function joinedTables(found: readonly RowFound[]): RowFound[][] {
  const columns = Math.max(0, ...found.map(widthOf))
  const isOne = found.some(({ cells }) => cells.length === columns) || found.length < 2
  if (isOne) return [[...found]]
  const parts: RowFound[][] = []
  for (const row of found) {
    const part = parts.at(-1)
    const former = part?.findLast(({ cells }) => cells.length > 1)
    if (part && (!former || row.cells.length === 1 || spansOf(former) === spansOf(row)))
      part.push(row)
    else parts.push([row])
  }
  return parts.map((rows) => rows.map(withoutGrid))
}

function widthOf({ cells }: RowFound): number {
  return cells.reduce((sum, { span }) => sum + span, 0)
}

function spansOf({ cells }: RowFound): string {
  return cells.map(({ span }) => span).join(' ')
}

function withoutGrid(row: RowFound, _: number, rows: readonly RowFound[]): RowFound {
  const most = Math.max(...rows.map(({ cells }) => cells.length))
  const span = row.cells.length === 1 ? most : 1
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, span })) }
}

function makeOne(found: readonly RowFound[], notes: Note[]): RootContent[] {
  const form = readFormTable(found, { notes, makeTable: (part) => makeGrid(part, notes) })
  return form ?? makeGrid(found, notes)
}

function makeGrid(found: readonly RowFound[], notes: Note[]): RootContent[] {
  const rows = evenRows(found)
  const columns = rows[0]?.cells.length ?? 0
  const isEmpty = rows.every(({ cells }) => cells.every(({ blocks }) => blocks.length === 0))
  if (columns === 0 || isEmpty) return []
  const isFrame = columns === 1 || (rows.length === 1 && rows[0]?.cells.some(holdsBlocks))
  if (isFrame) return asText(rows, notes)
  const isMerged = found.some(({ cells }) =>
    cells.some(({ span, isContinued }) => (span > 1 && span < columns) || isContinued),
  )
  return sections(rows).flatMap(({ title, rows: part }) => {
    const blocks = part.length > 0 ? asTable(part, isMerged, notes) : []
    return title ? [...asSection(title), ...blocks] : blocks
  })
}

function evenRows(found: readonly RowFound[]): Row[] {
  const columns = Math.min(MOST_COLUMNS, Math.max(0, ...found.map(widthOf)))
  const rows: Row[] = []
  for (const { isHeader, cells } of found) {
    const above = rows.at(-1)?.cells
    const even: Cell[] = []
    for (const cell of cells) {
      const own = cell.isContinued ? (above?.[even.length] ?? cellOf(cell)) : cellOf(cell)
      // What takes several columns is said in each, since an empty cell would be a place to write.
      for (let index = 0; index < Math.max(1, cell.span) && even.length < columns; index++)
        even.push(own)
    }
    const isWhole = columns > 1 && cells.length === 1 && even.length === columns
    while (even.length < columns) even.push(cellOf({ blocks: [], span: 1 }))
    rows.push({ isHeader, cells: even, isWhole })
  }
  return rows
}

function cellOf(cell: CellFound): Cell {
  const { blocks, isShaded = false } = cell
  return { blocks, text: textIn(cell), isBold: isAllBold(cell), isShaded }
}

function holdsBlocks({ blocks }: Cell): boolean {
  return blocks.length > 1 || blocks.some(({ type }) => type === 'table' || type === 'list')
}

function asText(rows: readonly Row[], notes: Note[]): RootContent[] {
  const blocks = rows.flatMap(({ cells }) => cells.flatMap(({ blocks: inside }) => inside))
  notes.push({
    about: 'table',
    text: 'A frame around text; its text stands in the document without the frame',
    node: blocks[0],
  })
  return blocks
}

/** Rows of one cell part a table into sections of their own. */
function sections(rows: readonly Row[]): Section[] {
  const parts: Section[] = []
  const header = rows.find(({ isWhole }) => !isWhole)
  for (const row of rows) {
    if (row.isWhole) parts.push({ title: row.cells[0], rows: [] })
    else if (parts.length === 0) parts.push({ rows: [row] })
    else {
      const part = parts.at(-1)
      const isFirst =
        part?.rows.length === 0 && header && row !== header && isHeaderRow(header, rows)
      if (isFirst) part.rows.push(header)
      part?.rows.push(row)
    }
  }
  const [first, ...others] = parts
  const isOnlyHeader = others.length > 0 && first && !first.title && first.rows.length === 1
  return isOnlyHeader && header && isHeaderRow(header, rows) ? others : parts
}

interface Section {
  readonly title?: Cell | undefined
  readonly rows: Row[]
}

function asSection({ blocks, text }: Cell): RootContent[] {
  const isTitle =
    blocks.length === 1 &&
    text.length <= LONGEST_LABEL &&
    !text.endsWith('.') &&
    blocks[0]?.type === 'paragraph'
  if (!isTitle) return [...blocks]
  return titleOf(text)
}

function asTable(rows: readonly Row[], isMerged: boolean, notes: Note[]): RootContent[] {
  const [first] = rows
  if (!first) return []
  const hasHeader = isHeaderRow(first, rows)
  const shown = hasHeader ? rows : [headless(first), ...rows]
  const table: Table = {
    type: 'table',
    children: shown.map(
      ({ cells }, index): TableRow => ({
        type: 'tableRow',
        children: cells.map(({ blocks }) => ({
          type: 'tableCell',
          children: index === 0 ? plain(inCell(blocks)) : inCell(blocks),
        })),
      }),
    ),
    data: { isHeadless: !hasHeader },
  }
  const size = `${rows.length === 1 ? 'A row' : `${rows.length} rows`} of ${first.cells.length} cells`
  const header = hasHeader ? 'the first is the header' : 'none of them a header'
  const merged = isMerged ? '; what stood in merged cells is said in each of them' : ''
  notes.push({ about: 'table', text: `${size}, ${header}${merged}`, node: table })
  return [table]
}

/** A header stands out by itself. */
function plain(words: PhrasingContent[]): PhrasingContent[] {
  const [first] = words
  return words.length === 1 && first?.type === 'strong' ? first.children : words
}

function headless({ cells }: Row): Row {
  return {
    isHeader: false,
    isWhole: false,
    cells: cells.map(() => cellOf({ blocks: [], span: 1 })),
  }
}

function isHeaderRow(first: Row, rows: readonly Row[]): boolean {
  const below = rows.filter((row) => row !== first && !row.isWhole)
  if (first.isHeader) return true
  if (below.length === 0 || first.cells.some(({ text }) => text === '')) {
    const [corner, ...others] = first.cells
    // The corner of a table with questions at the side is empty.
    return below.length > 0 && corner?.text === '' && others.every(({ text }) => text !== '')
  }
  if (first.cells.some(({ text }) => text.length > LONGEST_HEADER || DRAWN.test(text))) return false
  const stands = (of: (cell: Cell) => boolean): boolean =>
    first.cells.every(of) && !below.every(({ cells }) => cells.every(of))
  if (stands(({ isBold }) => isBold) || stands(({ isShaded }) => isShaded)) return true
  const sides = rows.map(({ cells }) => cells[0])
  const isSide = sides.every((cell) => cell?.isBold || cell?.isShaded || cell?.text.endsWith(':'))
  return !isSide
}

/** What a cell of Markdown can hold: one line of words. */
function inCell(blocks: readonly RootContent[]): PhrasingContent[] {
  const parts = blocks.flatMap((block) => linesOf(block))
  return inOneLine(
    parts.flatMap((part, index) => (index === 0 ? part : [{ type: 'text', value: ' ' }, ...part])),
  )
}

function inOneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimmed(
    nodes.map((node) =>
      node.type === 'text' ? { ...node, value: node.value.replace(/\s+/g, ' ') } : node,
    ),
  )
}

function linesOf(block: RootContent): PhrasingContent[][] {
  if (block.type === 'paragraph') {
    const { list } = block.data?.look ?? {}
    const mark = list ? `${list.label || '•'} ` : ''
    return [mark ? [{ type: 'text', value: mark }, ...block.children] : block.children]
  }
  if (block.type === 'heading') return [[{ type: 'strong', children: block.children }]]
  if (block.type === 'list')
    return block.children.flatMap((item) =>
      item.children.flatMap((child) =>
        linesOf(child).map((line): PhrasingContent[] => [{ type: 'text', value: '• ' }, ...line]),
      ),
    )
  if (block.type === 'table')
    return block.children.map((row) =>
      row.children.flatMap((cell, index): PhrasingContent[] =>
        index === 0 ? cell.children : [{ type: 'text', value: ' ' }, ...cell.children],
      ),
    )
  return 'children' in block ? (block.children as RootContent[]).flatMap(linesOf) : []
}
