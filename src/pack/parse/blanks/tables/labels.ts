import type { Paragraph, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { typeOf } from '../../../../language/asked-type.ts'
import { knownLabel } from '../../../../language/known-label.ts'
import { type Cell, cellOf, type Grid, optionsIn } from '../grid.ts'
import { readGroup } from '../group.ts'
import { flatten, type Line, linesOf } from '../inline.ts'
import { readMixed } from '../mixed.ts'
import { readOptions } from '../options.ts'
import { readParagraph } from '../paragraph.ts'
import { moveOn, type Reader } from '../reader.ts'
import { isQuestion } from '../words.ts'
import { addEntry } from '../writing.ts'
import type { TableForm } from './table-form.ts'

/** Tables that are labels with a place to write beside or under each. */
export const labelTables: readonly TableForm[] = [
  { fits: isCaptions, read: readCaptions },
  { fits: isLabels, read: readLabels },
  { fits: isSignatures, read: readSignatures },
]

/** Tables of people who sign. */
export const signedTables: readonly TableForm[] = [
  { fits: isSignOff, read: readSignOff },
  { fits: isSignedBelow, read: readSignedBelow },
]

/**
 * Cells that each ask for something and hold the room for it, and maybe a title: `| Name: | Job title: |`. In a single column
 * questions and boxes do so too, and some rows may only say something.
 */
function isCaptions(grid: Grid): boolean {
  const isColumn = grid.header.length === 1
  const cells = grid.table.children.flatMap(({ children }) => children)
  const written = isTitled(grid) ? cells.slice(grid.header.length) : cells
  const asking = written.flatMap((cell) => {
    const lines = linesOf(flatten(cell.children))
    return lines.length === 0 ? [] : lines.every((line) => asks(line, isColumn))
  })
  const most = asking.filter(Boolean).length
  return most > 1 && (isColumn ? most * 2 >= asking.length : most === asking.length)
}

/** `Name:`, `Seen before? Yes / No`, `Day: ____`; alone in a row also `What happened?` and `☐ I agree`. */
function asks(line: Line, isAlone: boolean): boolean {
  if (line.marks.some(({ kind }) => kind === 'gap')) return readMixed(line) !== undefined
  const text = line.text.trim()
  if (labelsIn(text).every((label) => label.endsWith(':') && label.length <= 60)) return true
  const options = readOptions(line)
  if (isAlone && (options || isQuestion(text) || knownLabel(text))) return true
  return options !== undefined && options.question !== '' && options.labels.length > 1
}

function readCaptions(grid: Grid, parent: Parent, reader: Reader): void {
  const isColumn = grid.header.length === 1
  for (const [index, row] of grid.table.children.entries())
    for (const cell of row.children) {
      const words: Paragraph = { type: 'paragraph', children: cell.children }
      const lines = linesOf(flatten(cell.children))
      const isSaid = (index === 0 && isTitled(grid)) || !lines.every((line) => asks(line, isColumn))
      if (isSaid && lines.length > 0) parent.children.push(words)
      else if (lines.some(({ marks }) => marks.length > 0))
        readParagraph(words, parent, reader, { next: undefined, rooms: 0, mayAsk: true })
      else for (const line of lines) readCaption(line, row.position, parent, reader)
    }
}

function readCaption(line: Line, position: TableRow['position'], parent: Parent, reader: Reader) {
  const options = readOptions(line)
  if (options && readGroup(options, parent, reader, position)) return
  for (const label of labelsIn(line.text.trim()))
    addEntry({ label, from: 0, bare: false, place: 'cell' }, position, parent, reader)
}

/** Labels that share a cell: `Branch: / Team:`, `Signed: Date:` */
function labelsIn(text: string): string[] {
  const parts = text.split(/(?<=:)\s*\/\s*(?=\S[^:]*:)|(?<=:)\s{2,}(?=\S[^:]*:)/)
  const known = text.split(/(?<=:)\s+(?=\S[^:]*:)/)
  return parts.length === 1 && known.every((label) => knownLabel(label) === 'short') ? known : parts
}

/** A title over all of a table leaves the rest of its first row empty. */
function isTitled({ header: [, ...others], table }: Grid): boolean {
  const [line] = linesOf(flatten(table.children[0]?.children[0]?.children ?? []))
  return (
    line !== undefined && !asks(line, others.length === 0) && others.every((label) => label === '')
  )
}

function withoutLine(text: string): string {
  return text.replace(/(?<=:)[\s_.…]+$/, '').trim()
}

/** Two columns, the second with nothing in it from top to bottom: labels and the places beside them. */
function isLabels({ header, body, table }: Grid): boolean {
  const isPair = (cells: readonly Cell[]) =>
    cells.every(({ kind, text, isOptions }, column) =>
      column % 2 === 0
        ? (kind === 'text' && !/[.]$/.test(text)) || (column > 0 && kind === 'empty')
        : kind === 'empty' || isOptions,
    )
  const isHollow =
    (header.length > 2 && header.slice(1).every((label) => label === '')) ||
    header.every((label) => label === '')
  return (
    header.length % 2 === 0 &&
    (isHollow ||
      isNamed(header) ||
      header.every(
        (label, column) =>
          (label === '') === (column % 2 === 1) ||
          (column % 2 === 1 && optionsIn(table.children[0]?.children[column]) !== undefined),
      )) &&
    (!(isHollow || isNamed(header)) || body.length > 0) &&
    body.every(({ cells }) => isPair(cells))
  )
}

/** `| Field | Response |`, over labels and the places beside them. */
function isNamed([label = '', answer = '', ...more]: readonly string[]): boolean {
  const isField =
    /^(?:fields?|items?|labels?|questions?|information|details?|about you|your details|)$/i
  return more.length === 0 && isField.test(label) && ANSWERS.test(answer)
}

const ANSWERS =
  /^(?:(?:your )?(?:responses?|answers?|entry|input)|details?|information|value|(?:to be |please )?complete(?:d)?(?: here)?|please (?:fill in|complete))$/i

function readLabels(grid: Grid, parent: Parent, reader: Reader): void {
  const { table } = grid
  const groups = groupsIn(grid)
  const isBold = ({ children: [cell] }: TableRow) => cell?.children[0]?.type === 'strong'
  const titles = table.children.filter(isBold).length
  const hasTitle = titles > 0 && table.children.length > 2 * titles
  for (const [index, row] of table.children.entries()) {
    const [title] = row.children
    if (index === 0 && (groups || isNamed(grid.header))) continue
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
      for (const label of labelsIn(named)) {
        const hint = sign && { hint: sign }
        addEntry(
          { label, from: 0, bare: false, place: 'cell', ...hint },
          row.position,
          parent,
          reader,
        )
      }
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

/** One empty row under labels of which one is for a signature, and what each writes beside it: `Date:` */
function isSignatures(grid: Grid): boolean {
  const [row, ...more] = grid.body
  return (
    row?.cells.every(({ kind }) => kind === 'empty') === true &&
    more.every(({ cells }) => cells.every(({ text }) => withoutLine(text).endsWith(':'))) &&
    grid.header.every((label) => label !== '') &&
    grid.header.some((label) => typeOf(label) === 'signature')
  )
}

function readSignatures({ header, body, table }: Grid, parent: Parent, reader: Reader): void {
  for (const [column, title] of header.entries())
    for (const label of [title, ...body.map(({ cells }) => cells[column]?.text ?? '')])
      if (label !== '')
        addEntry(
          { label: withoutLine(label), from: 0, bare: false },
          table.position,
          parent,
          reader,
        )
}

/** People in one column, and a column for their signatures. */
function isSignOff(grid: Grid): boolean {
  const people = peopleIn(grid)
  return (
    grid.header.some((label) => typeOf(label) === 'signature') &&
    grid.body.every(({ cells }) =>
      cells.every(({ kind }, column) => (kind === 'text') === (column === people)),
    )
  )
}

/** People at the top, and below each the same to be written: `| | Coach | Client |`, `| Signature | | |` */
function isSignedBelow({ header: [corner, ...people], body }: Grid): boolean {
  const labels = body.map(({ cells: [first] }) => first?.text ?? '')
  return (
    corner === '' &&
    people.length > 0 &&
    people.every((person) => person !== '') &&
    body.length > 1 &&
    labels.some((label) => typeOf(label) === 'signature') &&
    body.every(({ cells: [first, ...others] }) =>
      [first?.kind === 'text', ...others.map(({ kind }) => kind === 'empty')].every(Boolean),
    )
  )
}

function readSignedBelow({ header, body }: Grid, parent: Parent, reader: Reader): void {
  for (const [column, person] of header.entries()) {
    if (column === 0) continue
    moveOn(reader)
    for (const { row, cells } of body) {
      const label = cells[0]?.text ?? ''
      const isDated = /^dated?$/i.test(label) && reader.signature
      const named = isDated ? label : ofPerson(person, label)
      addEntry({ label: named, from: 0, bare: false }, row.position, parent, reader)
    }
  }
}

/** The only column with words in it. */
function peopleIn({ body }: Grid): number {
  return body[0]?.cells.findIndex(({ kind }) => kind === 'text') ?? -1
}

function readSignOff(grid: Grid, parent: Parent, reader: Reader): void {
  const people = peopleIn(grid)
  for (const { row, cells } of grid.body) {
    const person = cells[people]?.text ?? ''
    moveOn(reader)
    for (const [column, title] of grid.header.entries()) {
      if (column === people || title === '') continue
      const isPlainDate = /^date$/i.test(title) && reader.signature
      const label = isPlainDate ? title : ofPerson(person, title)
      addEntry({ label, from: 0, bare: false }, row.position, parent, reader)
    }
  }
}

function ofPerson(person: string, column: string): string {
  if (person.split(' ').length > 3) return `${column}: ${person}`
  return `${person}${/s$/.test(person) ? '’' : '’s'} ${column.charAt(0).toLowerCase()}${column.slice(1)}`
}
