import type { Paragraph, Table, TableCell, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { isTicked, typeOf } from '../../../language/asked-type.ts'
import { excludeEachOther, isScale } from '../../../language/exclusive-answers.ts'
import type { Answer, Column } from './blank.ts'
import {
  type Cell,
  cellOf,
  type Grid,
  gridOf,
  NUMBERS,
  optionsIn,
  rowsOf,
  withoutNumbers,
} from './grid.ts'
import { readGroup } from './group.ts'
import { flatten } from './inline.ts'
import type { Options } from './options.ts'
import { addBlank, at, moveOn, type Reader, settle, takeQuestion } from './reader.ts'
import { readSentence } from './sentence.ts'
import { addEntry, readGap } from './writing.ts'

/** Reads a table: one with nothing in it is to be filled in row by row, others cell by cell. */
export function readTable(table: Table, parent: Parent, reader: Reader): void {
  const grid = gridOf(table)
  if (isBox(grid) && readGap(table.position, reader)) {
    if (reader.last?.answer.kind === 'writing') reader.last.answer.lines += LINES_OF_BOX
    return
  }
  const read = forms.find((form) => form.fits(grid))
  if (read?.takesQuestion) {
    read.read(grid, parent, reader)
  } else {
    // The words before a table introduce it.
    if (reader.question) reader.question.alone = undefined
    settle(reader, 'block')
    moveOn(reader)
    if (read) read.read(grid, parent, reader)
    else readCells(grid, parent, reader)
  }
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

interface TableForm {
  readonly fits: (grid: Grid) => boolean
  readonly read: (grid: Grid, parent: Parent, reader: Reader) => void
  readonly takesQuestion?: true
}

/** What tables on forms look like; the first that fits holds. */
const forms: readonly TableForm[] = [
  { fits: isCaptions, read: readCaptions },
  { fits: isLabels, read: readLabels },
  { fits: isSignatures, read: readSignatures },
  { fits: isEmpty, read: readRows, takesQuestion: true },
  { fits: isMatrix, read: readMatrix },
  { fits: isRepeated, read: readRepeated },
  { fits: isSignOff, read: readSignOff },
]

/** Nothing but labels that end in a colon, with room in their own cells: `| Name: | Job title: |` */
function isCaptions({ header, body }: Grid): boolean {
  const cells = [...header, ...body.flatMap((row) => row.cells.map(({ text }) => text))]
  const labels = cells.filter((text) => text !== '')
  return labels.length > 1 && labels.every((text) => text.endsWith(':') && text.length <= 60)
}

function readCaptions({ table }: Grid, parent: Parent, reader: Reader): void {
  for (const row of table.children)
    for (const cell of row.children) {
      const label = flatten(cell.children).text.trim()
      if (label !== '') addEntry({ label, from: 0, bare: false }, row.position, parent, reader)
    }
}

/** Two columns, the second with nothing in it from top to bottom: labels and the places beside them. */
function isLabels({ header, body }: Grid): boolean {
  const isPair = (cells: readonly Cell[]) =>
    cells.every(({ kind, text, isOptions }, column) =>
      column % 2 === 0
        ? (kind === 'text' && !/[.]$/.test(text)) || (column > 0 && kind === 'empty')
        : kind === 'empty' || isOptions,
    )
  // A title over all of it leaves the rest of the first row empty.
  const isTitled = header.length > 2 && header.slice(1).every((label) => label === '')
  const isHollow = isTitled || header.every((label) => label === '')
  return (
    header.length % 2 === 0 &&
    (isHollow || header.every((label, column) => (label === '') === (column % 2 === 1))) &&
    (!isHollow || body.length > 0) &&
    body.every(({ cells }) => isPair(cells))
  )
}

function readLabels(grid: Grid, parent: Parent, reader: Reader): void {
  const { table } = grid
  const groups = groupsIn(grid)
  const isBold = ({ children: [cell] }: TableRow) => cell?.children[0]?.type === 'strong'
  const titles = table.children.filter(isBold).length
  const hasTitle = titles > 0 && table.children.length > 2 * titles
  for (const [index, row] of table.children.entries()) {
    const [title] = row.children
    if (index === 0 && groups) continue
    const words = textOf(row).trim()
    const isOver =
      row.children.length > 2 &&
      words !== '' &&
      !words.endsWith(':') &&
      textOf(title ?? row).trim() === words
    const isHead = index === 0 && table.children.length > 2 && (isOver || TITLE.test(words))
    if (title && (isHead || (hasTitle && isBold(row)))) {
      const heading: Paragraph = { type: 'paragraph', children: title.children }
      parent.children.push(heading)
      continue
    }
    for (const [column, cell] of row.children.entries()) {
      const label = flatten(cell.children).text.trim()
      if (column % 2 === 1 || label === '') continue
      const named = groups?.[column] ? ofPerson(groups[column], label) : label
      const options = optionsIn(row.children[column + 1])
      if (options) {
        readGroup({ ...options, question: named }, parent, reader, row.position)
        continue
      }
      const { sign } = cellOf(row.children[column + 1])
      const entry = { label: named, from: 0, bare: false, ...(sign && { hint: sign }) }
      addEntry(entry, row.position, parent, reader)
    }
  }
}

/** People over the columns of a table in which each is asked the same: `| Mentor | | Mentee | |` */
function groupsIn({ header, body }: Grid): readonly string[] | undefined {
  const people = header.filter((label) => label !== '')
  const isSame = body.every(({ cells }) => {
    const labels = cells.filter((_, column) => column % 2 === 0).map(({ text }) => text)
    return labels.every((text) => text === labels[0])
  })
  return people.length > 1 && people.length === header.length / 2 && isSame && body.length > 1
    ? header
    : undefined
}

/** What stands over a table of labels: `Employee details` */
const TITLE =
  /^(?:(?:section|part) [\dA-Z]+\b.*|.*\b(?:details|information|particulars|use only|record|form|check-in|log|sheet|plan|request|report|about (?:you|yourself|the \p{L}+)))$/iu

/** One empty row under labels of which one is for a signature. */
function isSignatures(grid: Grid): boolean {
  const [row, ...more] = grid.body
  return (
    more.length === 0 &&
    row !== undefined &&
    row.cells.every(({ kind }) => kind === 'empty') &&
    grid.header.every((label) => label !== '') &&
    grid.header.some((label) => typeOf(label) === 'signature')
  )
}

function readSignatures({ header, table }: Grid, parent: Parent, reader: Reader): void {
  for (const label of header)
    addEntry({ label, from: 0, bare: false }, table.position, parent, reader)
}

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
  const columns = header.flatMap((label, index): Column[] => {
    const isNumbered = blank.some(({ cells }) => cells[index]?.kind === 'text')
    // `1.` under `Objective` is there to be written behind.
    if (isNumbered && NUMBERS.test(label)) return []
    const isBox = blank.every(({ cells }) => cells[index]?.kind === 'box')
    return [{ label: label || `Column ${index + 1}`, type: isBox ? 'checkbox' : columnType(label) }]
  })
  addBlank(
    reader,
    {
      label: question?.label ?? (reader.section || 'Table'),
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

function columnType(label: string): Column['type'] {
  if (isTicked(label)) return 'checkbox'
  if (/^(?:deadline|due|by when|target)$/i.test(label)) return 'date'
  const type = typeOf(label)
  return type === 'date' || type === 'email' || type === 'number' ? type : 'text'
}

/** Questions at the side, answers at the top, a box wherever they meet. */
function isMatrix(grid: Grid): boolean {
  const { header, body } = withoutNumbers(grid)
  const scale = scaleIn({ header, body })
  return (
    header.length > 2 &&
    header.slice(1).every((label) => label !== '') &&
    body.length > 0 &&
    scale > 0 &&
    body.every(
      ({ cells: [question, ...answers] }) =>
        question?.kind === 'text' && answers.every(({ kind }) => kind !== 'text'),
    )
  )
}

/** How many columns, from the second one on, are answers that rule each other out; the ones after them ask for more: `Yes | No | Comment`. */
function scaleIn({ header, body }: Pick<Grid, 'header' | 'body'>): number {
  const boxes = header
    .slice(1)
    .findIndex((_, column) => body.some(({ cells }) => cells[column + 1]?.kind !== 'box'))
  // One box a row is ticked when the row is done.
  const ticked = boxes < 0 ? header.length - 1 : boxes
  if (ticked > 1) return ticked
  if (ticked === 1) return 0
  for (let end = header.length; end > 2; end--) {
    const labels = header.slice(1, end)
    const isGraded = header[0] === '' && labels.length > 2 && isScale(labels)
    if (isGraded || excludeEachOther('', labels)) return labels.length
  }
  return 0
}

function readMatrix(grid: Grid, parent: Parent, reader: Reader): void {
  const [head] = grid.table.children
  const { header, body } = withoutNumbers(grid)
  const corner = head?.children[head.children.length - header.length]
  if (header[0] && corner) {
    const words: Paragraph = { type: 'paragraph', children: corner.children }
    parent.children.push(words)
  }
  const scale = scaleIn({ header, body })
  for (const { row, cells } of body) {
    const question = cells[0]?.text ?? ''
    const labels = header.slice(1, scale + 1)
    const answer = { kind: 'options' as const, labels, other: false, isOne: isScale(labels) }
    addBlank(reader, { label: question, answer, position: row.position }, at(parent))
    for (const more of header.slice(scale + 1))
      addEntry(
        { label: `${question}: ${more}`, from: 0, bare: false },
        row.position,
        parent,
        reader,
      )
  }
}

/** The same answers in each row, of which one is to be circled: `| The aims were clear | 1 | 2 | 3 |` */
function isRepeated({ header, body }: Grid): boolean {
  const [labels = []] = body.map(answersOf)
  const isCounted = labels.every(
    (label, index) => /^[01]$/.test(labels[0] ?? '') && Number(label) === Number(labels[0]) + index,
  )
  const isHead = labels.every((label, index) => label === header[index + 1]) && isScale(labels)
  return (
    labels.length > 2 &&
    (isCounted || isHead) &&
    body.every(
      (row) =>
        /\p{L}/u.test(row.cells[0]?.text ?? '') && answersOf(row).join('|') === labels.join('|'),
    )
  )
}

function readRepeated(grid: Grid, parent: Parent, reader: Reader): void {
  const [head] = grid.table.children
  const ends = grid.header.flatMap((words, column) => {
    const label = answersOf(grid.body[0]!)[column - 1]
    return words !== '' && label !== undefined && label !== words ? `${label} = ${words}` : []
  })
  if (ends.length > 0 && head) {
    const words: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'text', value: ends.join(', ') }],
    }
    parent.children.push(words)
  }
  for (const { row, cells } of grid.body) {
    const answer = {
      kind: 'options' as const,
      labels: answersOf({ row, cells }),
      other: false,
      isOne: true,
    }
    addBlank(reader, { label: cells[0]?.text ?? '', answer, position: row.position }, at(parent))
  }
}

function answersOf({ cells }: Grid['body'][number]): string[] {
  return cells.slice(1).map(({ text }) => text)
}

/** People at the side, and a column for their signatures. */
function isSignOff({ header, body }: Grid): boolean {
  return (
    header.some((label) => typeOf(label) === 'signature') &&
    body.every(
      ({ cells: [person, ...others] }) =>
        person?.kind === 'text' && others.length > 0 && others.every(({ kind }) => kind !== 'text'),
    )
  )
}

function readSignOff({ header, body }: Grid, parent: Parent, reader: Reader): void {
  for (const { row, cells } of body) {
    const person = cells[0]?.text ?? ''
    moveOn(reader)
    header.slice(1).forEach((column) => {
      const isPlainDate = /^date$/i.test(column) && reader.signature
      const label = isPlainDate ? column : ofPerson(person, column)
      addEntry({ label, from: 0, bare: false }, row.position, parent, reader)
    })
  }
}

function ofPerson(person: string, column: string): string {
  if (person.split(' ').length > 3) return `${column}: ${person}`
  return `${person}${/s$/.test(person) ? '’' : '’s'} ${column.charAt(0).toLowerCase()}${column.slice(1)}`
}

/** Cells in columns that are empty under their header, and blanks among the words of others. */
function readCells({ table, header, body }: Grid, parent: Parent, reader: Reader): void {
  parent.children.push(table)
  for (const cell of table.children[0]?.children ?? []) {
    if (isMarked(cell)) cell.children = readSentence(cell.children, reader)
  }
  for (const { row, cells } of body) {
    row.children.forEach((cell, column) => {
      const own = cells[column]
      if (!own) return
      const label = labelOfCell(withoutGaps(titleOf(cells)), header[column] ?? '', header.length)
      const options = own.isOptions ? optionsIn(row.children[column]) : undefined
      if (options) addSelect(cell, { label, options }, reader)
      else if (own.kind === 'text') cell.children = readSentence(cell.children, reader)
      else if (own.kind === 'box' && !isMarked(cell)) fillCell(cell, label, 'Done', reader)
      else if (own.kind === 'box' || isMarked(cell)) {
        cell.children = readSentence(cell.children, reader, { label })
      } else if (column > 0 && isBlankColumn(column, { header, body })) {
        // Where one row is ticked, so are the others.
        const isTicking = body.some(({ cells }) => cells[column]?.kind === 'box')
        fillCell(cell, label, isTicking ? 'Done' : (header[column] ?? ''), reader)
      }
    })
  }
}

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

function fillCell(cell: TableCell, label: string, header: string, reader: Reader): void {
  const type = columnType(header)
  const answer: Answer =
    type === 'checkbox'
      ? { kind: 'tick' }
      : { kind: 'writing', type: type === 'text' ? writingType(label) : type, lines: 1 }
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
