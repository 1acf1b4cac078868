import type { Paragraph, Root, Table, TableRow } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'
import { replaceChild } from '../text/tree.ts'
import { flatten, type Line, linesOf, pointAt, slice } from './blanks/inline.ts'

/**
 * Makes tables of lines that a word processor or spreadsheet left behind: at least two lines, with tabs or bars between
 * as many parts in each.
 */
export const pastedTables: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined) return
    const parts = partsOf(paragraph, file)
    if (!parts.some(({ type }) => type === 'table')) return
    for (const part of parts) if (part.type === 'table') reportTable(part, file)
    replaceChild(parent, index, parts)
    return [SKIP, index + parts.length]
  })
}

/** A part of a line; `from` and `to` count in the text of the paragraph. */
interface Cell {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The runs of lines that are tables, as tables, and the lines between them as paragraphs. */
function partsOf(paragraph: Paragraph, file: VFile): (Paragraph | Table)[] {
  const runs = runsOf(linesOf(flatten(paragraph.children)))
  return runs.map((run) => {
    const rows = rowsOf(run)
    const [first] = run
    const from = first?.from ?? 0
    const to = run.at(-1)?.to ?? from
    const start = pointAt(paragraph.children, from, file)
    const end = pointAt(paragraph.children, to, file)
    const position = start && end && { position: { start, end } }
    if (!rows) {
      const children = slice(paragraph.children, from, to, file)
      return { type: 'paragraph', children, ...position }
    }
    const children = rows.map((cells) => rowOf(cells, paragraph, file))
    return { type: 'table', children, ...position }
  })
}

/** Lines that have a separator and lines that have none, each by themselves. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && separatorOf(last) === separatorOf(line)) run.push(line)
    else runs.push([line])
  }
  return runs
}

function separatorOf({ text }: Line): string | undefined {
  return separators.find((separator) => text.includes(separator))
}

/** Spaces are no less than two, which stand under each other. */
const separators = ['\t', '|', '  ']

function rowsOf(lines: readonly Line[]): Cell[][] | undefined {
  const [first] = lines
  const separator = first && separatorOf(first)
  if (!separator || lines.length < 2) return undefined
  const told = separator === '|' ? lines.filter(({ text }) => !/^[\s|:-]+$/.test(text)) : lines
  const exact = told.map((line) => cellsOf(line, separator))
  // Between columns of different widths stand one, two or more tabs.
  const rows = isEven(exact) ? exact : exact.map((cells) => cells.filter(({ text }) => text !== ''))
  const isTable = rows.length >= 2 && isEven(rows) && !isText(rows, told)
  return isTable && (separator !== '  ' || isAligned(rows, told)) ? rows : undefined
}

function cellsOf({ text, from }: Line, separator: string): Cell[] {
  const cells: Cell[] = []
  let start = from
  for (const part of text.split(separator)) {
    const trimmed = part.trim()
    const begin = start + (trimmed ? part.indexOf(trimmed) : 0)
    cells.push({ text: trimmed, from: begin, to: begin + trimmed.length })
    start += part.length + separator.length
  }
  if (separator === '|' && !text.startsWith('|') && text.endsWith('|')) cells.pop()
  const isFramed = separator === '|' && text.startsWith('|') && text.endsWith('|')
  return isFramed ? cells.slice(1, -1) : cells
}

/** The cells of each column begin at one place, or end at one. */
function isAligned(rows: readonly Cell[][], lines: readonly Line[]): boolean {
  const columns = rows[0]?.length ?? 0
  if (rows.length * columns < FEWEST_CELLS) return false
  return Array.from({ length: columns }, (_, column) =>
    (['from', 'to'] as const).some(
      (side) =>
        new Set(rows.map((cells, row) => (cells[column]?.[side] ?? 0) - (lines[row]?.from ?? 0)))
          .size === 1,
    ),
  ).every(Boolean)
}

/** Two columns of two lines may be set so for their looks. */
const FEWEST_CELLS = 6

function isEven(rows: readonly Cell[][]): boolean {
  const columns = rows[0]?.length ?? 0
  return columns >= 2 && rows.every((cells) => cells.length === columns)
}

/** Numbered clauses, labels with a place to write after them, boxes to tick and figures to circle are no cells. */
function isText(rows: readonly Cell[][], lines: readonly Line[]): boolean {
  const isNumbered = rows.every(([first]) =>
    /^(?:\(?[a-z\d]{1,4}[.)]|[-•·–*o])$/i.test(first?.text ?? ''),
  )
  const isForm = rows.some((cells) =>
    cells.some(({ text }, column) => text.endsWith(':') && !cells[column + 1]?.text),
  )
  const isDrawn = lines.some((line) =>
    line.marks.some(({ kind }) => kind === 'box' || separatorOf(line) === '\t'),
  )
  return isNumbered || isForm || isDrawn || rows.every(isScaled)
}

/** `The room was warm   1  2  3  4  5` */
function isScaled([, ...points]: readonly Cell[]): boolean {
  return /^[01](?: +\d{1,2}){2,10}$/.test(points.map(({ text }) => text).join(' '))
}

function rowOf(cells: readonly Cell[], { children }: Paragraph, file: VFile): TableRow {
  return {
    type: 'tableRow',
    children: cells.map(({ from, to }) => ({
      type: 'tableCell',
      children: slice(children, from, to, file),
    })),
  }
}

function reportTable(table: Table, file: VFile): void {
  const columns = table.children[0]?.children.length ?? 0
  report(
    file,
    'pasted-table',
    `Found ${table.children.length} lines of ${columns} parts each, taken as a table`,
    table,
  )
}
