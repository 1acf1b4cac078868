import type { Paragraph } from 'mdast'
import type { Parent } from 'unist'
import { excludeEachOther, isScale } from '../../../../language/exclusive-answers.ts'
import { type Grid, withoutNumbers } from '../grid.ts'
import { readGroup } from '../group.ts'
import { flatten, linesOf } from '../inline.ts'
import { type Options, readOptions } from '../options.ts'
import { addBlank, at, type Reader } from '../reader.ts'
import { ENUMERATOR, isOther } from '../words.ts'
import { addEntry } from '../writing.ts'
import type { TableForm } from './table-form.ts'

/** Tables in which answers are chosen: over columns of boxes, again in each row, or one a row. */
export const answerTables: readonly TableForm[] = [
  { fits: isMatrix, read: readMatrix },
  { fits: isRepeated, read: readRepeated },
  { fits: isScored, read: readScored },
  { fits: isExplained, read: readExplained },
  { fits: isOfBoxes, read: readOfBoxes, takesQuestion: true },
]

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
  // `Read | Understood` can both be so, each with its own box.
  if (ticked > 1) return areGrades(header.slice(1, ticked + 1)) ? ticked : 0
  if (ticked === 1) return 0
  for (let end = header.length; end > 2; end--) {
    const labels = header.slice(1, end)
    const isGraded = header[0] === '' && labels.length > 2 && isScale(labels)
    if (isGraded || excludeEachOther('', labels)) return labels.length
  }
  return 0
}

function areGrades(labels: readonly string[]): boolean {
  return isScale(labels) || excludeEachOther('', labels)
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
  for (const row of grid.table.children.slice(1)) {
    const cells = body.find((one) => one.row === row)?.cells
    if (!cells) {
      const title: Paragraph = { type: 'paragraph', children: row.children[0]?.children ?? [] }
      parent.children.push(title)
      continue
    }
    const question = cells[0]?.text ?? ''
    const labels = header.slice(1, scale + 1)
    const answer = {
      kind: 'options' as const,
      labels,
      other: false,
      isOne: true,
    }
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

const OUT_OF = /^_*\s*\/\s*(\d{1,3})$/
/** Of more a person does not circle one. */
const MOST_CIRCLED = 10

/** `| Teamwork | /5 | |`: a figure of a scale in each row, and room for more. */
function isScored({ body }: Grid): boolean {
  return (
    body.length > 0 &&
    body.every(
      ({ cells: [first, ...others] }) =>
        first?.kind === 'text' &&
        others.some(({ text }) => OUT_OF.test(text)) &&
        others.every(({ kind, text }) => kind === 'empty' || OUT_OF.test(text)),
    )
  )
}

function readScored({ header, body }: Grid, parent: Parent, reader: Reader): void {
  for (const { row, cells } of body) {
    const [{ text: thing } = { text: '' }, ...others] = cells
    const isSingle = others.filter(({ text }) => text !== '').length === 1
    for (const [column, { text }] of others.entries()) {
      const most = Number(OUT_OF.exec(text)?.[1] ?? 0)
      const isCircled = most > 2 && most <= MOST_CIRCLED
      const label = isSingle && isCircled ? thing : `${thing}: ${header[column + 1] ?? ''}`
      const labels = Array.from({ length: most }, (_, at) => String(at + 1))
      const answer = { kind: 'options' as const, labels, other: false, isOne: true }
      const hint = most > 0 ? { hint: `out of ${most}` } : {}
      if (isCircled) addBlank(reader, { label, answer, position: row.position }, at(parent))
      else addEntry({ label, from: 0, bare: false, ...hint }, row.position, parent, reader)
    }
  }
}

/** `| ☐ 5 – Exceptional | Far above what is expected |`: answers, and what they mean. */
function isExplained({ body }: Grid): boolean {
  return (
    body.length > 1 &&
    body.every(({ row, cells: [first, ...others] }) => {
      const [mark, ...more] = flatten(row.children[0]?.children ?? []).marks
      const isBoxed = mark?.kind === 'box' && mark.from === 0 && more.length === 0
      return isBoxed && first?.kind === 'text' && others.every(({ kind }) => kind === 'text')
    })
  )
}

function readExplained({ table, header, body }: Grid, parent: Parent, reader: Reader): void {
  const labels = body.map(({ cells }) =>
    cells.map(({ text }, column) => (column === 0 ? text.slice(1).trim() : text)).join(': '),
  )
  const answers = body.map(({ cells }) => cells[0]?.text.replace(/^\S+\s*/, '') ?? '')
  const answer = {
    kind: 'options' as const,
    labels,
    other: false,
    isOne: excludeEachOther('', answers),
  }
  addBlank(
    reader,
    { label: header[0] || reader.section, answer, position: table.position },
    at(parent),
  )
}

/** Nothing but answers, each with its box: `| ☐ Ill | ☐ On leave |`, and in order where they are numbered. */
function isOfBoxes(grid: Grid): boolean {
  const boxes = boxesIn(grid)
  return boxes !== undefined && boxes.length > 2
}

function boxesIn({ table }: Grid): Options[] | undefined {
  const cells = table.children.flatMap(({ children }) => children)
  const found = cells.flatMap(({ children }) => {
    const [line, ...more] = linesOf(flatten(children))
    if (!line) return []
    const options = more.length === 0 && line.marks.length === 1 ? readOptions(line) : undefined
    const isBox = line.marks[0]?.kind === 'box' && options?.question === ''
    return [isBox ? { options, number: Number.parseInt(line.text, 10) } : undefined]
  })
  const boxes = found.flatMap((one) => one ?? [])
  if (boxes.length < found.length) return undefined
  const isNumbered = boxes.every(({ number }) => number > 0)
  return (isNumbered ? boxes.toSorted((one, next) => one.number - next.number) : boxes).flatMap(
    ({ options }) => options ?? [],
  )
}

function readOfBoxes(grid: Grid, parent: Parent, reader: Reader): void {
  const boxes = boxesIn(grid) ?? []
  const labels = boxes.flatMap((box) => box.labels.map((label) => label.replace(ENUMERATOR, '')))
  const other = boxes.some((box) => box.other) || isOther(labels.at(-1) ?? '')
  const named = isOther(labels.at(-1) ?? '') ? labels.slice(0, -1) : labels
  readGroup({ question: '', labels: named, other }, parent, reader, grid.table.position)
}

function answersOf({ cells }: Grid['body'][number]): string[] {
  return cells.slice(1).map(({ text }) => text)
}
