import type { Table, TableCell } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { typeOf } from '../../../../language/asked-type.ts'
import { asksForMore, knownLabel } from '../../../../language/known-label.ts'
import type { Answer, Column } from '../blank.ts'
import { type Cell, type Grid, gridOf, isTotal, optionsIn } from '../grid.ts'
import { flatten } from '../inline.ts'
import type { Options } from '../options.ts'
import { settleColumns } from '../ranges.ts'
import { addBlank, moveOn, type Reader, settle } from '../reader.ts'
import { readSentence } from '../sentence.ts'
import { readGap } from '../writing.ts'
import { answerTables } from './answers.ts'
import { labelTables, signedTables } from './labels.ts'
import { columnType, rowTables } from './rows.ts'
import type { TableForm } from './table-form.ts'

/** Reads a table: one with nothing in it is to be filled in row by row, others cell by cell. */
export function readTable(table: Table, parent: Parent, reader: Reader): void {
  const grid = gridOf(table)
  if (isBox(grid) && readGap(table.position, reader)) {
    if (reader.last?.answer.kind === 'writing') reader.last.answer.lines += LINES_OF_BOX
    return
  }
  const read = isLegend(table) ? undefined : forms.find((form) => form.fits(grid))
  if (read?.takesQuestion) {
    read.read(grid, parent, reader)
  } else {
    // The words before a table introduce it.
    if (reader.question && !/^if (?:so|yes|no|not)\b/i.test(reader.question.label))
      reader.question.alone = undefined
    settle(reader, 'block')
    moveOn(reader)
    if (read) read.read(grid, parent, reader)
    else if (isLegend(table)) parent.children.push(table)
    else readCells(grid, parent, reader)
  }
}

/** What signs mean: another one in each row. */
function isLegend({ children: [, ...rows] }: Table): boolean {
  const signs = rows.flatMap(({ children: [first] }) =>
    first && /^[☐☑☒✓✔✗✘○●■□]$/u.test(textOf(first).trim()) ? textOf(first).trim() : [],
  )
  return signs.length > 1 && new Set(signs).size === signs.length
}

/** A frame is higher than a line. */
const LINES_OF_BOX = 3

/** A frame with nothing in it, to write in. */
function isBox({ header, body }: Grid): boolean {
  return (
    header.every((label) => label === '') &&
    body.every(({ cells }) => cells.every(({ kind }) => kind === 'empty'))
  )
}

/** What tables on forms look like; the first that fits holds. */
const forms: readonly TableForm[] = [...labelTables, ...rowTables, ...answerTables, ...signedTables]

/** Cells in columns that are empty under their header, and blanks among the words of others. */
function readCells({ table, header, body }: Grid, parent: Parent, reader: Reader): void {
  parent.children.push(table)
  for (const cell of table.children[0]?.children ?? []) {
    if (isMarked(cell)) cell.children = readSentence(cell.children, reader)
  }
  const types = settleColumns(
    header.map((title) => ({ label: title, type: columnType(title) })),
    reader.section,
  )
  const hasSums = types.some(({ type }) => type === 'number')
  for (const [index, { row, cells }] of body.entries()) {
    const title = withoutGaps(titleOf(cells))
    const isSum = hasSums && isTotal(body[index]!)
    row.children.forEach((cell, column) => {
      const own = cells[column]
      if (!own) return
      const head = header[column] ?? ''
      const label = labelOfCell(title, head, header.length)
      const isYesOrNo = own.kind === 'empty' && YES_OR_NO.test(head)
      const options = own.isOptions
        ? optionsIn(row.children[column])
        : isYesOrNo
          ? { question: '', labels: ['Yes', 'No'], other: false }
          : undefined
      const isRoom = isMarked(cell) || (column > 0 && isBlankColumn(column, { header, body }))
      if (options) addSelect(cell, { label, options }, reader)
      else if (own.kind === 'text') cell.children = readSentence(cell.children, reader)
      else if (own.kind === 'box' && isMarked(cell))
        cell.children = readSentence(cell.children, reader, { label })
      else if (isSum && types[column]?.type !== 'number') return
      else if (own.kind === 'box' || isRoom) {
        // Where one row is ticked, so are the others.
        const isTicked = body.some(({ cells }) => cells[column]?.kind === 'box')
        const told = types[column]?.type ?? 'text'
        const isSaid = knownLabel(head) !== undefined || asksForMore(head)
        const written = told === 'text' && !isSaid ? writingType(title) : told
        fillCell(cell, { label, type: isTicked ? 'checkbox' : written }, reader)
      }
    })
  }
}

/** `Response (Y/N)` */
const YES_OR_NO = /\b(?:y ?\/ ?n|yes ?\/ ?no)\b/i

/** The words that a row begins with, after its number. */
function titleOf(cells: readonly Cell[]): string {
  const named = cells.find(({ kind, text }) => kind === 'text' && !/^\(?\d{1,3}[.)]?$/.test(text))
  return (named ?? cells[0])?.text ?? ''
}

/** `☐ Yes ☐ No` in a cell is a list to choose from. */
function addSelect(
  cell: TableCell,
  { label, options }: { readonly label: string; readonly options: Options },
  reader: Reader,
): void {
  const answer = {
    kind: 'options' as const,
    labels: [...options.labels],
    other: false,
    isOne: true,
  }
  addBlank(reader, { label, answer, position: cell.position, inline: true }, (directive) => {
    if (directive.type === 'textDirective') cell.children = [directive]
  })
}

function withoutGaps(text: string): string {
  return text.replace(/_{3,}|[.…]{3,}/g, '').trim()
}

function isMarked({ children }: TableCell): boolean {
  return flatten(children).marks.length > 0
}

function isBlankColumn(column: number, { header, body }: Pick<Grid, 'header' | 'body'>): boolean {
  return (
    header[column] !== '' &&
    body.every(
      ({ cells }) =>
        cells[0]?.text &&
        cells[column] &&
        (cells[column].kind !== 'text' || cells[column].isOptions),
    )
  )
}

function fillCell(
  cell: TableCell,
  { label, type }: Pick<Column, 'label' | 'type'>,
  reader: Reader,
): void {
  const answer: Answer =
    type === 'checkbox' || type === 'select'
      ? { kind: 'tick' }
      : { kind: 'writing', type, lines: 1 }
  addBlank(reader, { label, answer, position: cell.position, inline: true }, (directive) => {
    if (directive.type === 'textDirective') cell.children = [directive]
  })
}

function writingType(label: string): 'text' | 'date' | 'email' | 'number' {
  const type = typeOf(label)
  return type === 'date' || type === 'email' || type === 'number' ? type : 'text'
}

function labelOfCell(row: string, header: string, columns: number): string {
  if (row === '' || header === '') return row || header || 'Cell'
  return columns === 2 ? row : `${row}: ${header}`
}
