import type { Paragraph, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { typeOf } from '../../../../language/asked-type.ts'
import { type Cell, cellOf, type Grid, optionsIn } from '../grid.ts'
import { readGroup } from '../group.ts'
import { flatten } from '../inline.ts'
import { moveOn, type Reader } from '../reader.ts'
import { addEntry } from '../writing.ts'
import type { TableForm } from './table-form.ts'

/** Tables that are labels with a place to write beside or under each. */
export const labelTables: readonly TableForm[] = [
  { fits: isCaptions, read: readCaptions },
  { fits: isLabels, read: readLabels },
  { fits: isSignatures, read: readSignatures },
]

/** Tables of people who sign. */
export const signedTables: readonly TableForm[] = [{ fits: isSignOff, read: readSignOff }]

/** Nothing but labels that end in a colon, with room in their own cells, and maybe a title: `| Name: ____ | Job title: |` */
function isCaptions({ header, body }: Grid): boolean {
  const titled = isTitled(header) ? [] : header
  const cells = [...titled, ...body.flatMap((row) => row.cells.map(({ text }) => text))]
  const labels = cells.filter((text) => text !== '').map(withoutLine)
  return labels.length > 1 && labels.every((text) => text.endsWith(':') && text.length <= 60)
}

function readCaptions({ table, header }: Grid, parent: Parent, reader: Reader): void {
  for (const [index, row] of table.children.entries())
    for (const cell of row.children) {
      const label = withoutLine(flatten(cell.children).text)
      const title: Paragraph = { type: 'paragraph', children: cell.children }
      if (index === 0 && isTitled(header) && label !== '') parent.children.push(title)
      else if (label !== '') addEntry({ label, from: 0, bare: false }, row.position, parent, reader)
    }
}

/** A title over all of a table leaves the rest of its first row empty. */
function isTitled([title = '', ...others]: readonly string[]): boolean {
  return title !== '' && !title.endsWith(':') && others.every((label) => label === '')
}

function withoutLine(text: string): string {
  return text.replace(/(?<=:)[\s_.…]+$/, '').trim()
}

/** Two columns, the second with nothing in it from top to bottom: labels and the places beside them. */
function isLabels({ header, body }: Grid): boolean {
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
      header.every((label, column) => (label === '') === (column % 2 === 1))) &&
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
      const entry = {
        label: named,
        from: 0,
        bare: false,
        place: 'cell' as const,
        ...(sign && { hint: sign }),
      }
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
