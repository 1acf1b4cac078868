import type { RootContent } from 'mdast'
import { knownLabel } from '../../language/known-label.ts'
import { BLANK } from '../blank.ts'
import type { Note } from '../converted.ts'
import { type CellFound, isAllBold, type RowFound, saidIn, textIn } from './cells.ts'
import { asDrawn, hasBox, hasOwnRoom, isChoice, isLabel, isPlace } from './places.ts'

/** Words that a question, or what is to be ticked, may have. */
const LONGEST_QUESTION = 400
/** Labels of so many words stand on one line with others. */
const FEW_WORDS = 8
const MANY_WORDS = 20
const MOST_LINES = 20

/** A label, and what is drawn beside it. */
interface Pair {
  readonly label: string
  readonly place: string
  /** Lines to write on. */
  readonly lines: number
  /** A table that stands beside the label. */
  readonly blocks?: readonly RootContent[]
}

/** What part of a table makes of the document, and how many rows it takes. */
interface Part {
  readonly rows: number
  readonly blocks: readonly RootContent[]
  /** Somebody writes there. */
  readonly isPlace?: true
  /** What is something else than a form. */
  readonly others?: RowFound[]
}

/** Makes a table of the rows that are one in a form. */
type MakeTable = (rows: readonly RowFound[]) => RootContent[]

/** Rows that are nothing of a form, for each that somebody is to fill in: more of them are a table of facts. */
const MOST_OTHERS = 0.5

/**
 * Reads a form that is laid out in a table: rows of labels with empty cells or boxes beside them, titles, questions over empty rows,
 * captions under empty cells, and tables among all that. Undefined where many rows are something else, as they are in a table of facts.
 */
export function readFormTable(
  rows: readonly RowFound[],
  { notes, makeTable }: { readonly notes: Note[]; readonly makeTable: MakeTable },
): RootContent[] | undefined {
  const parts: Part[] = []
  const others: RowFound[] = []
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!
    const former = others.at(-1) === rows[at - 1] ? others.at(-1) : undefined
    // Under labels of columns, labels of rows have no places beside them.
    const isInGrid = former !== undefined && row.cells.length > 2 && isAlike(former, row)
    const part = isInGrid
      ? undefined
      : (gridAt(rows, at, makeTable) ??
        wholeAt(rows, at) ??
        partiesAt(rows, at) ??
        pairsAt(rows, at) ??
        labelsAt(rows, at) ??
        captionsAt(rows, at) ??
        emptyAt(rows, at) ??
        looseAt(rows, at))
    if (part) parts.push(part)
    else {
      others.push(row)
      // Those that follow one another are one table.
      const run = former && parts.at(-1)?.others
      if (run) run.push(row)
      else parts.push({ rows: 1, blocks: [], others: [row] })
    }
    at += part?.rows ?? 1
  }
  const places = parts.filter(({ isPlace }) => isPlace)
  const facts = others.filter(({ cells }) => !cells.some(isPlace))
  if (places.length === 0 || facts.length > places.length * MOST_OTHERS) return undefined
  const blocks = parts.flatMap((part) =>
    part.others ? makeTable(evenly(part.others)) : part.blocks,
  )
  const count = places.reduce((sum, part) => sum + part.rows, 0)
  notes.push({
    about: 'table',
    text: `${count === 1 ? 'A row' : `${count} rows`} of labels, each with a place to write beside it`,
    node: blocks[0],
  })
  return blocks
}

function isAlike({ cells: one }: RowFound, { cells: other }: RowFound): boolean {
  return one.length === other.length && one.every(({ span }, at) => span === other[at]?.span)
}

/** Rows that are parted alike, without the grid of those around them. */
function evenly(rows: readonly RowFound[]): readonly RowFound[] {
  if (!rows.every((row) => isAlike(row, rows[0]!))) return rows
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, span: 1 })) }))
}

/** Labels of columns over rows in which there is nothing. */
function gridAt(rows: readonly RowFound[], at: number, makeTable: MakeTable): Part | undefined {
  const head = rows[at]?.cells ?? []
  const isHead = head.length > 1 && head.every((cell) => isLabel(cell) && !cell.isContinued)
  if (!isHead) return undefined
  const isMarked = head.every((cell) => cell.isShaded || isAllBold(cell))
  const below = rows.slice(at + 1)
  const end = below.findIndex(({ cells }, index) => {
    const [first, ...others] = cells
    const isNumber = textIn(first).replace(/[.)]$/, '') === String(index + 1)
    const isSide = isMarked && head.length > 2 && isLabel(first) && !isAllBold(first)
    return (
      cells.length !== head.length ||
      !others.every(isPlace) ||
      !(isPlace(first) || isNumber || isSide)
    )
  })
  const count = end < 0 ? below.length : end
  if (count === 0) return undefined
  const [marked, ...others] = rows.slice(at, at + count + 1)
  if (!marked) return undefined
  return { rows: count + 1, blocks: makeTable([{ ...marked, isHeader: true }, ...others]) }
}

/** One cell over the whole width: a title, a text, or a question with room under it. */
function wholeAt(rows: readonly RowFound[], at: number): Part | undefined {
  const [cell, ...others] = rows[at]?.cells ?? []
  if (!cell || others.length > 0 || cell.isContinued) return undefined
  const text = textIn(cell)
  if (text === '') return undefined
  const under = rows[at + 1]?.cells ?? []
  const isOver = under.length === 1 && textIn(under[0]) === ''
  const asked = /[:?]\s*(?:\([^()]*\))?$/.test(text) || knownLabel(text) !== undefined
  const room = Math.max(cell.lines ?? 0, isOver ? (under[0]?.lines ?? 0) : 0)
  const isShort = saidIn(cell).length === 1 && text.length <= LONGEST_QUESTION
  const isLabelled = /:$/.test(text) && knownLabel(text) !== undefined
  if (isShort && (room > 1 || (isOver && asked) || isLabelled)) {
    const pair = { label: text, place: BLANK, lines: room > 1 || isOver ? Math.max(3, room) : 1 }
    return { rows: isOver ? 2 : 1, blocks: lineOf([pair]), isPlace: true }
  }
  const isTitle = isShort && isLabel(cell) && !/[.:?]$/.test(text)
  return { rows: 1, blocks: isTitle ? titleOf(text) : cell.blocks }
}

/** A title in a table, which stands bold wherever it was shaded. */
export function titleOf(text: string): RootContent[] {
  return [
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: text }] }],
    },
  ]
}

function emptyAt(rows: readonly RowFound[], at: number): Part | undefined {
  return rows[at]?.cells.every((cell) => textIn(cell) === '') ? { rows: 1, blocks: [] } : undefined
}

/** Labels under the cells that are filled in, as of signatures. */
function captionsAt(rows: readonly RowFound[], at: number): Part | undefined {
  const [places = [], labels = [], below] = rows.slice(at, at + 3).map(({ cells }) => cells)
  const isOver =
    labels.length > 1 &&
    places.length === labels.length &&
    places.every((cell) => textIn(cell) === '') &&
    labels.every(isLabel) &&
    !below?.every(isPlace)
  if (!isOver) return undefined
  const pairs = labels.map((cell) => ({ label: textIn(cell), place: BLANK, lines: 1 }))
  return { rows: 2, blocks: lineOf(pairs), isPlace: true }
}

/** Labels with room behind them in their own cells. */
function labelsAt(rows: readonly RowFound[], at: number): Part | undefined {
  const { cells = [] } = rows[at] ?? {}
  if (cells.length < 2 || !cells.every(hasOwnRoom)) return undefined
  return asPart(cells.map((cell) => ({ label: textIn(cell), place: BLANK, lines: 1 })))
}

/** Who signs, side by side, and below each the same labels: what each is to write stands together. */
function partiesAt(rows: readonly RowFound[], at: number): Part | undefined {
  const [head, ...below] = rows.slice(at).map(({ cells }) => cells)
  if (!head || head.length < 2 || !head.every(isLabel) || head.some(hasOwnRoom)) return undefined
  const end = below.findIndex((cells) => cells.length !== head.length || !cells.every(hasOwnRoom))
  const labels = end < 0 ? below : below.slice(0, end)
  if (labels.length === 0) return undefined
  const blocks = head.flatMap((party, column) => [
    ...titleOf(textIn(party)),
    ...labels.flatMap((cells) =>
      lineOf([{ label: textIn(cells[column]), place: BLANK, lines: 1 }]),
    ),
  ])
  return { rows: labels.length + 1, blocks, isPlace: true }
}

/** Choices that nothing is drawn beside, which are places to write only among others. */
function looseAt(rows: readonly RowFound[], at: number): Part | undefined {
  return asPart(pairsOf(rows[at]?.cells ?? [], (cell) => isPlace(cell) || isChoice(textIn(cell))))
}

/** Labels with what is to be filled in beside them. A label that goes on below belongs to all rows beside it. */
function pairsAt(rows: readonly RowFound[], at: number): Part | undefined {
  const [first, ...others] = rows[at]?.cells ?? []
  if (!first) return undefined
  const isGroup = first.isContinued || rows[at + 1]?.cells[0]?.isContinued
  if (!isGroup) return asPart(pairsOf([first, ...others]))
  const top = rows.slice(0, at + 1).findLast(({ cells }) => !cells[0]?.isContinued)?.cells[0]
  const group = textIn(top).replace(/\s*:$/, '')
  const pairs = pairsOf(others)?.map((pair) => ({ ...pair, label: `${group} – ${pair.label}` }))
  return group === '' ? undefined : asPart(pairs)
}

function asPart(pairs: readonly Pair[] | undefined): Part | undefined {
  return pairs && pairs.length > 0 ? { rows: 1, blocks: lineOf(pairs), isPlace: true } : undefined
}

function pairsOf(cells: readonly CellFound[], isOne = isPlace): Pair[] | undefined {
  const pairs: Pair[] = []
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!
    const label = textIn(cell)
    const beside = cells.slice(at + 1)
    const end = beside.findIndex((one) => !isOne(one))
    const places = end < 0 ? beside : beside.slice(0, end)
    const table = beside.length === 1 && beside[0]?.blocks.some(({ type }) => type === 'table')
    if (label === '' || isOne(cell) || saidIn(cell).length !== 1) return undefined
    if (table && isLabel(cell)) {
      pairs.push({ label, place: '', lines: 0, blocks: beside[0]!.blocks })
      break
    }
    const drawn = places.map(textIn).filter((text) => text !== '')
    const isDrawn = (text: string): boolean => hasBox(text) || isChoice(text)
    const isAsked = isLabel(cell) || /\?$/.test(label) || drawn.some(isDrawn)
    if (places.length === 0 || !isAsked || label.length > LONGEST_QUESTION) return undefined
    if (!drawn.every(isDrawn) && drawn.length > 1) return undefined
    const lines = Math.max(...places.map((place) => place.lines ?? 0))
    pairs.push({ label, place: drawn.map(asDrawn).join('  ') || BLANK, lines })
    at += places.length
  }
  return pairs
}

function lineOf(pairs: readonly Pair[]): RootContent[] {
  const isOneLine = pairs.every(
    ({ label, place, lines }) =>
      label.split(' ').length <= FEW_WORDS &&
      lines <= 1 &&
      place !== '' &&
      !hasBox(place) &&
      !isChoice(place),
  )
  if (isOneLine && pairs.length > 1) return [asParagraph(pairs.map(written).join('    '))]
  return pairs.flatMap((pair) => [asParagraph(written(pair)), ...(pair.blocks ?? [])])
}

function asParagraph(value: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function written({ label, place, lines }: Pair): string {
  const lead = /\?\s*(?:\([^()]*\))?$/.test(label) ? label : `${label.replace(/\s*:$/, '')}:`
  if (place === '') return lead
  const isLong = label.split(' ').length > MANY_WORDS && place === BLANK
  const more = place === BLANK && lines > 1 ? Math.min(lines, MOST_LINES) - 1 : 0
  return `${lead}${isLong ? '\n' : ' '}${place}${`\n${BLANK}`.repeat(more)}`
}
