import type { Table, TableCell, TableRow } from 'mdast'
import { NO, YES } from '../../../language/exclusive-answers.ts'
import { flatten, linesOf } from './inline.ts'
import { type Options, readOptions } from './options.ts'

/** A table without its formatting. */
export interface Grid {
  readonly table: Table
  readonly header: readonly string[]
  /** Without rows that are only a title for those below them. */
  readonly body: readonly Row[]
}

interface Row {
  readonly row: TableRow
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly text: string
  /** `empty` and `box` are blanks; `text` may hold some among its words. */
  readonly kind: 'empty' | 'box' | 'text'
  /** Nothing but answers to choose from. */
  readonly isOptions?: boolean
  /** Nothing but what an amount is counted in: `£`. */
  readonly sign?: string
}

export function gridOf(table: Table): Grid {
  const [head, ...all] = table.children
  const titles = all.filter((row, at) => at < all.length - 1 && isTitleRow(row))
  const rows = titles.length * 2 <= all.length ? all.filter((row) => !titles.includes(row)) : all
  const header = head?.children.map((cell) => cellOf(cell).text) ?? []
  const read = (isForm: boolean) =>
    rows.map((row) => ({
      row,
      cells: header.map((_, index) => cellOf(row.children[index], isForm)),
    }))
  // A cross where no cell is left to be filled in is a value.
  const body = read(false)
  const circles = body.flatMap(({ cells }) => cells.filter(({ text }) => /^[oO]$/.test(text)))
  if (circles.length >= FEWEST_CIRCLES) return { table, header, body: read(true) }
  const isForm = body.some(({ cells }) => cells.some(({ kind }) => kind !== 'text'))
  return { table, header, body: isForm ? read(true) : body }
}

/** `| **First day** | | |` */
function isTitleRow({ children: [first, ...others] }: TableRow): boolean {
  return (
    others.length > 0 &&
    first?.children.length === 1 &&
    first.children[0]?.type === 'strong' &&
    others.every(({ children }) => children.length === 0)
  )
}

/** What a cell is; in a table with places to fill in, a tick is one too. */
export function cellOf(cell: TableCell | undefined, isForm = false): Cell {
  const { text, marks } = flatten(cell?.children ?? [])
  const [mark] = marks
  const trimmed = text.trim()
  if (trimmed === '') return { text: '', kind: 'empty' }
  const isWhole = marks.length === 1 && mark && trimmed.length === mark.to - mark.from
  // A tick in one row shows how the others are to be ticked.
  if (YES_OR_NO.test(trimmed)) return { text: '', kind: 'box', isOptions: true }
  if (isForm && TICK.test(trimmed)) return { text: '', kind: 'box' }
  if (/^[£$€%]$/.test(trimmed) || FORMAT.test(trimmed))
    return { text: '', kind: 'empty', sign: trimmed }
  if (!isWhole) return { text: trimmed, kind: 'text', isOptions: optionsIn(cell) !== undefined }
  return { text: '', kind: mark.kind === 'gap' ? 'empty' : 'box' }
}

/** How something is to be written: `DD/MM/YYYY`, `24hr – 00:00` */
const FORMAT = /^(?=.{4})(?:(?:[DMYH]{1,4}|0{2,4}|24 ?hrs?|am ?\/ ?pm)(?:[ /.:–-]+|$)){1,5}$/i

/** The answers of which a cell is to be chosen, when it holds nothing else. */
export function optionsIn(cell: TableCell | undefined): Options | undefined {
  const [line, ...more] = linesOf(flatten(cell?.children ?? []))
  const options =
    line && more.length === 0 && line.marks.length !== 1 ? readOptions(line) : undefined
  return options && options.question === '' && options.labels.length > 1 ? options : undefined
}

/** `Yes/No`, of which one is to be struck out. */
const YES_OR_NO = new RegExp(`^(?:${YES})\\s*/\\s*(?:${NO})$`, 'i')
/** From how many on the letter `O` is a circle to tick. */
const FEWEST_CIRCLES = 4
const TICK = /^(?:[✓✔☑☒✗✘xXoO]|\[[xX]\])$/

/** The rows of a table that are to be filled in, with those above that show how, and those below that add them up. */
export interface Rows {
  readonly examples: readonly Row[]
  readonly blank: readonly Row[]
  readonly totals: readonly Row[]
}

/** Undefined for a table that is not one of rows to be filled in. */
export function rowsOf({ header, body }: Grid): Rows | undefined {
  const total = body.findIndex(isTotal)
  const rows = total < 0 ? body : body.slice(0, total)
  const totals = total < 0 ? [] : body.slice(total)
  const first = rows.findIndex((row, index) => isBlank(row, index, rows))
  const examples = rows.slice(0, Math.max(first, 0))
  const blank = rows.slice(Math.max(first, 0))
  const isWhole =
    first >= 0 &&
    header.some((label) => label !== '') &&
    blank.every((row, index) => isBlank(row, index + examples.length, rows)) &&
    totals.every(isTotal) &&
    examples.every(({ cells }) => cells.filter(({ kind }) => kind === 'text').length > 1)
  return isWhole ? { examples, blank, totals } : undefined
}

/** Nothing in it, but for a running number. */
function isBlank({ cells }: Row, index: number, rows: readonly Row[]): boolean {
  return cells.every(
    ({ kind, text, isOptions }, column) =>
      kind !== 'text' ||
      // The same answers to choose from in each row
      (isOptions && rows.every(({ cells }) => cells[column]?.text === text)) ||
      (column === 0 && rows.length > 0 && text.replace(/[.)]$/, '') === String(index + 1)),
  )
}

/** `| Total | | |` */
export function isTotal({ cells }: Row): boolean {
  const words = cells.filter(({ kind }) => kind === 'text')
  return (
    words.length === 1 &&
    /\b(?:sub-?)?totals?\b|^(?:sum|summe|gesamt|somme)(?!\p{L})/iu.test(words[0]?.text ?? '')
  )
}

/** What running numbers stand under. */
export const NUMBERS = /^(?:no\.?|nr\.?|number|#|item|row|ref\.?|(?:s|sl|sr)\.? ?no\.?)?$/i

/** A grid without a first column of running numbers. */
export function withoutNumbers(grid: Grid): Grid {
  const { header, body, table } = grid
  const isNumbered =
    header.length > 2 &&
    NUMBERS.test(header[0] ?? '') &&
    body.every(({ cells }) => /^\(?\d{1,3}[.)]?$/.test(cells[0]?.text ?? ''))
  if (!isNumbered) return grid
  return {
    table,
    header: header.slice(1),
    body: body.map(({ row, cells }) => ({ row, cells: cells.slice(1) })),
  }
}
