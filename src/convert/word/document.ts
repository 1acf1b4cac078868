import type { Paragraph, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Element } from 'xast'
import type { Look } from '../converted.ts'
import { type Piece, phrasing } from '../phrasing.ts'
import type { CellFound, RowFound } from '../table/cells.ts'
import { makeTable } from '../table/index.ts'
import { drawnControl, nameOfControl } from './control.ts'
import type { Words } from './pieces.ts'
import type { Reading } from './reading.ts'
import { readWords } from './runs.ts'
import { centred, headingOf, numberIn, type Style } from './styles.ts'
import { withoutTabs } from './tabs.ts'
import { attribute, childOf, elementsOf, isOn, nameOf, textIn, valueIn, within } from './xml.ts'

/** Reads the blocks of the body, a cell, a note or a text box. */
export function readBlocks(container: Element, reading: Reading): RootContent[] {
  const blocks: RootContent[] = []
  const read = (element: Element): void => {
    const name = nameOf(element)
    if (name === 'p') readParagraph(element, blocks, reading, nameOf(container) === 'tc')
    else if (name === 'tbl') blocks.push(...readTable(element, reading))
    else if (name === 'sdt') readControl(element, blocks, reading, nameOf(container) === 'tc')
    else if (name === 'AlternateContent')
      elementsOf(childOf(element, 'Choice') ?? element).forEach(read)
    else if (containers.has(name)) elementsOf(element).forEach(read)
  }
  elementsOf(container).forEach(read)
  return blocks
}

const containers = new Set(['customXml', 'ins', 'moveTo', 'smartTag'])

function readControl(
  control: Element,
  blocks: RootContent[],
  reading: Reading,
  isInCell: boolean,
): void {
  const properties = childOf(control, 'sdtPr')
  const gallery = valueIn(childOf(properties, 'docPartObj'), 'docPartGallery')
  const content = childOf(control, 'sdtContent')
  if (!content) return
  const drawn = gallery === undefined ? drawnControl(control) : undefined
  if (drawn !== undefined) {
    reading.controls++
    // In a table the cell beside it says what it is for.
    blocks.push(placeFor(drawn, isInCell ? undefined : nameOfControl(control), blocks.at(-1)))
    return
  }
  const inside = readBlocks(content, reading)
  blocks.push(...(gallery === 'Table of Contents' ? inside.map(asContents) : inside))
}

/** A place to write in a paragraph of its own; the name of the control stands before it where nothing else says what it is for. */
function placeFor(
  drawn: string,
  name: string | undefined,
  former: RootContent | undefined,
): Paragraph {
  const isAsked = former?.type === 'paragraph' && /[:?]\s*$/.test(textOf(former))
  const value = name && !isAsked ? `${name}: ${drawn}` : drawn
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function asContents(block: RootContent): RootContent {
  if (block.type !== 'paragraph') return block
  return { ...block, data: { look: { ...block.data?.look, isContents: true } } }
}

function readParagraph(
  element: Element,
  blocks: RootContent[],
  reading: Reading,
  isInCell: boolean,
): void {
  const properties = childOf(element, 'pPr')
  const style = reading.styles.of(valueIn(properties, 'pStyle'))
  const words: Words = { pieces: [], sizes: new Map(), tabs: 0, boxes: [] }
  const tabs = [...style.tabs, ...elementsOf(childOf(properties, 'tabs') ?? { children: [] })]
  const drawn = isContents(style) ? [] : tabs.toSorted(byPosition).map(hasLeader)
  const isInContents = isContentsField(reading)
  readWords(element, { reading, style, words, leaders: drawn })
  const isList = isContents(style) || isInContents || isContentsField(reading)
  const list = isList ? undefined : listOf(properties, style, reading)
  const children = phrasing(withoutTabs(words.pieces))
  const look: Look = {
    ...(isList && { isContents: true }),
    heading: isList ? undefined : (headingOf(style.name, properties) ?? style.heading),
    isBold: isAllBold(words.pieces),
    isCentred: centred(properties) ?? style.isCentred ?? false,
    size: mostUsed(words.sizes),
    list,
  }
  const paragraph: Paragraph = { type: 'paragraph', children, data: { look } }
  // Numbers without words may be lines to write on.
  if (children.length > 0 || (list?.number !== undefined && !isInCell)) {
    if (!joinsFormer(blocks, paragraph, reading)) blocks.push(paragraph)
    sayComments(paragraph, reading)
  }
  reading.isJoined = isOn(childOf(properties, 'rPr'), 'del') === true && children.length > 0
  for (const box of words.boxes) {
    const inside = readBlocks(box, reading)
    if (inside.length === 0) continue
    blocks.push(...inside)
    reading.notes.push({
      about: 'box',
      text: 'A text box, put behind the paragraph that it hangs on',
      node: inside[0],
    })
  }
}

function byPosition(one: Element, other: Element): number {
  return Number(attribute(one, 'pos')) - Number(attribute(other, 'pos'))
}

function hasLeader(tab: Element): boolean {
  return leaders.has(attribute(tab, 'leader') ?? '')
}

const leaders = new Set(['dot', 'underscore', 'hyphen', 'heavy', 'middleDot'])

function isContents({ name }: Style): boolean {
  return /^(?:toc \d|toc heading|table of figures|contents heading)/.test(name)
}

function isContentsField({ fields }: Reading): boolean {
  return fields.open.some(({ code }) => /^\s*TOC\b/i.test(code))
}

function listOf(properties: Element | undefined, style: Style, reading: Reading) {
  const own = childOf(properties, 'numPr')
  const id = valueIn(own, 'numId') ?? style.numbering?.id
  const level = numberIn(valueIn(own, 'ilvl')) ?? style.numbering?.level ?? 0
  return id === undefined || id === '0' ? undefined : reading.numbering(id, level)
}

/** The end of the paragraph before was deleted with tracked changes, so that this one goes on in it. */
function joinsFormer(blocks: RootContent[], paragraph: Paragraph, { isJoined }: Reading): boolean {
  const former = blocks.at(-1)
  if (!isJoined || former?.type !== 'paragraph') return false
  former.children.push({ type: 'text', value: ' ' }, ...paragraph.children)
  return true
}

function sayComments(node: Paragraph, reading: Reading): void {
  for (const id of reading.commentsHere.splice(0)) {
    const comment = reading.comments.get(id)
    if (comment) reading.notes.push({ about: 'comment', text: comment, node })
  }
}

/** What a line that is written by hand takes, in twentieths of a point. */
const LINE_HEIGHT = 400

function isAllBold(pieces: readonly Piece[]): boolean {
  const said = pieces.filter(({ node }) => node.type === 'text' && /[\p{L}\p{N}]/u.test(node.value))
  return said.length > 0 && said.every(({ isBold }) => isBold)
}

function mostUsed(sizes: ReadonlyMap<number, number>): number | undefined {
  return [...sizes].sort(([, one], [, other]) => other - one)[0]?.[0]
}

function readTable(table: Element, reading: Reading): RootContent[] {
  const properties = childOf(table, 'tblPr')
  const look = childOf(properties, 'tblLook')
  const style = reading.styles.of(valueIn(properties, 'tblStyle') ?? '').name
  const isStyled =
    style !== '' && !/^(?:table grid|normal table|table normal|plain table)/.test(style)
  const rows = rowsOf(table)
    .filter((row) => !childOf(childOf(row, 'trPr'), 'del'))
    .map((row, index): RowFound => {
      const isMarked = isOn(childOf(row, 'trPr'), 'tblHeader') === true
      const isFirst = index === 0 && isStyled && attribute(look, 'firstRow') === '1'
      return { isHeader: isMarked || isFirst, cells: cellsOf(row, reading) }
    })
  return makeTable(rows, reading.notes)
}

/** A paragraph with nothing in it. */
function isEmpty(paragraph: Element): boolean {
  return (
    elementsOf(paragraph).every((child) => nameOf(child) === 'pPr' || nameOf(child) === 'r') &&
    textIn(paragraph).trim() === '' &&
    [...within(paragraph, 'fldChar'), ...within(paragraph, 'drawing')].length === 0
  )
}

/** How many lines a paragraph leaves empty at its end. */
function breaksAtEnd(paragraph: Element): number {
  let count = 0
  for (const run of within(paragraph, 'r'))
    for (const child of elementsOf(run)) {
      if (['br', 'cr'].includes(nameOf(child))) count++
      else if (nameOf(child) === 'drawing' || textIn(child).trim() !== '') count = 0
    }
  return count
}

/** The rows of a table, without those of tables in its cells. */
function rowsOf(element: Element): Element[] {
  return elementsOf(element).flatMap((child) => {
    const name = nameOf(child)
    if (name === 'tr') return [child]
    return ['sdt', 'sdtContent', 'customXml', 'ins'].includes(name) ? rowsOf(child) : []
  })
}

function cellsOf(row: Element, reading: Reading): CellFound[] {
  const cells: CellFound[] = []
  const height = numberIn(valueIn(childOf(row, 'trPr'), 'trHeight')) ?? 0
  const high = Math.round(height / LINE_HEIGHT)
  const read = (element: Element): void => {
    for (const child of elementsOf(element)) {
      if (['sdt', 'sdtContent', 'customXml'].includes(nameOf(child))) read(child)
      if (nameOf(child) !== 'tc') continue
      const properties = childOf(child, 'tcPr')
      const merge = childOf(properties, 'vMerge')
      const fill = attribute(childOf(properties, 'shd'), 'fill') ?? 'auto'
      const empty = elementsOf(child)
        .filter((one) => nameOf(one) === 'p')
        .reduce((sum, one) => sum + (isEmpty(one) ? 1 : 0) + breaksAtEnd(one), 0)
      cells.push({
        blocks: readBlocks(child, reading),
        span: numberIn(valueIn(properties, 'gridSpan')) ?? 1,
        isContinued: merge !== undefined && (attribute(merge, 'val') ?? 'continue') === 'continue',
        isShaded: !/^(?:auto|ffffff)$/i.test(fill),
        lines: Math.max(empty, high),
      })
    }
  }
  read(row)
  return cells
}
