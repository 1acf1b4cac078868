import type {
  Blockquote,
  Heading,
  ListItem,
  Paragraph,
  Root,
  RootContent,
  ThematicBreak,
} from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { asksForMore, knownLabel } from '../../../language/known-label.ts'
import { captionOf } from './caption.ts'
import type { Entry } from './entries.ts'
import { flatten, linesOf } from './inline.ts'
import { isBoxes } from './lines.ts'
import { readList } from './list.ts'
import { readParagraph } from './paragraph.ts'
import { moveOn, type Reader, reaches, settle, substitute } from './reader.ts'
import { isRoom } from './room.ts'
import { readTable } from './tables/index.ts'
import { ENUMERATOR, isPrompt, isQuestion, namesAnswers, withoutHow } from './words.ts'
import { addEntry, readGap } from './writing.ts'

/** What holds blocks that may be blanks. */
export type BlockParent = Root | Blockquote | ListItem | ContainerDirective

/** Reads the blocks of a parent in their order and puts what they give in their place. */
export function readBlocks(
  parent: BlockParent,
  reader: Reader,
  { mayAsk = true, after = [] }: { mayAsk?: boolean; after?: readonly RootContent[] } = {},
): void {
  const nodes: RootContent[] = [...parent.children]
  parent.children = []
  const captions = new Set<RootContent>()
  nodes.forEach((node, index) => {
    if (captions.has(node)) return
    const following = [...nodes.slice(index + 1), ...after]
    const [next] = following
    const entries = captionUnder(node, following, reader)
    if (entries && next) {
      captions.add(next)
      settle(reader, 'block')
      reader.last = undefined
      reader.tick = undefined
      for (const entry of entries) addEntry(entry, next.position, parent, reader)
      reader.last = undefined
      return
    }
    const end = following.findIndex((one) => !isRoom(one, reader.file))
    const rooms = end < 0 ? following.length : end
    const read = readers[node.type]
    if (read) read(node, parent, { reader, next, following, mayAsk, rooms })
    else readOther(node, parent, reader)
  })
}

interface Around {
  readonly reader: Reader
  readonly next: RootContent | undefined
  readonly following: readonly RootContent[]
  readonly mayAsk: boolean
  /** How many blocks come next that are nothing but room to write. */
  readonly rooms: number
}

type ReadBlock = (node: RootContent, parent: Parent, around: Around) => void

const readers: Readonly<Partial<Record<RootContent['type'], ReadBlock>>> = {
  heading(node, parent, around) {
    if (node.type === 'heading') readHeading(node, parent, around)
  },
  paragraph(node, parent, around) {
    if (node.type !== 'paragraph') return
    const { reader } = around
    if (readRoom(node, reader)) return
    readParagraph(node, parent, reader, around)
    noteSection(node, reader, around.next)
  },
  blockquote(node, parent, { reader }) {
    if (!readRoom(node, reader)) readOther(node, parent, reader)
  },
  list(node, parent, { reader, following }) {
    if (node.type === 'list') readList(node, parent, reader, { readBlocks, following })
  },
  table(node, parent, { reader }) {
    if (node.type === 'table') readTable(node, parent, reader)
  },
  thematicBreak(node, parent, { reader }) {
    if (node.type === 'thematicBreak') readBreak(node, parent, reader)
  },
}

function readHeading(heading: Heading, parent: Parent, { reader, next, rooms }: Around): void {
  settle(reader, 'block')
  moveOn(reader)
  const label = textOf(heading).trim()
  parent.children.push(heading)
  const line = heading.position?.end.line ?? 0
  // `## Further comments`, and nothing in that section
  const isAsked = label.endsWith(':') || (asksForMore(label) && !/^(?:what|how|why)\b/i.test(label))
  const isEmpty = isAsked && isEnd(next, heading.depth)
  const isOverBoxes = areBoxes(next) && namesAnswers(withoutHow(label))
  if (
    isQuestion(label) ||
    isOverBoxes ||
    isEmpty ||
    rooms > 1 ||
    (rooms === 1 && next?.type !== 'thematicBreak')
  ) {
    reader.question = {
      label: label.replace(ENUMERATOR, ''),
      line,
      position: heading.position,
      reach: 'any',
      ...(isOverBoxes && { isTitle: true as const }),
      alone: isEmpty || !next || next.type === 'heading' ? 'paragraph' : undefined,
      put: (directive) => substitute(parent, heading, [directive]),
    }
  } else {
    reader.section = label.replace(ENUMERATOR, '')
  }
}

/** Whether a section ends before a block. */
function isEnd(next: RootContent | undefined, depth: number): boolean {
  if (next?.type === 'heading') return next.depth <= depth
  return next === undefined || next.type === 'thematicBreak'
}

/** `☐ Minor`, or points of which each begins so. */
function areBoxes(node: RootContent | undefined): boolean {
  if (node?.type !== 'list') return node !== undefined && isBoxes(node)
  return node.children.every(
    ({ checked, children: [first] }) =>
      checked === false || (first !== undefined && isBoxes(first)),
  )
}

/** Empty lines, of which some are meant where none is drawn. */
function readRoom(node: RootContent, reader: Reader): boolean {
  if (!isRoom(node, reader.file) || !readGap(node.position, reader)) return false
  const { position } = node
  const answer = reader.last?.answer
  const source = String(reader.file).slice(position?.start.offset, position?.end.offset)
  if (position && answer?.kind === 'writing' && answer.type === 'text')
    answer.lines += position.end.line - position.start.line + (/_|\.{4}|…{2}/.test(source) ? 0 : 2)
  return true
}

/** A line of underscores is a blank after words that ask for something, and a rule between paragraphs otherwise. */
function readBreak(node: ThematicBreak, parent: Parent, reader: Reader): void {
  if (sourceOf(node, reader).includes('_') && readGap(node.position, reader)) return
  settle(reader, 'block')
  parent.children.push(node)
}

function sourceOf({ position }: RootContent, { file }: Reader): string {
  return String(file).slice(position?.start.offset, position?.end.offset)
}

/** `Mentee's signature    Date` under lines to write on: right below, or after an empty line if no others follow for it. */
function captionUnder(
  node: RootContent,
  [below, second, third]: readonly RootContent[],
  reader: Reader,
): Entry[] | undefined {
  if (below?.type !== 'paragraph' || !isRoom(node, reader.file)) return undefined
  const source = sourceOf(node, reader)
  const { question, last } = reader
  const line = node.position?.start.line
  const isAwaited =
    last?.answer.kind === 'writing' ||
    (question !== undefined &&
      (question.reach !== 'block' || question.isTitle === true) &&
      reaches(question, line))
  const parts = source.trim().split(/[ \u00a0\t]+/)
  const isDrawn = parts.every((part) => part.length >= SHORTEST_LINE)
  const count = isDrawn ? parts.length : source.trim().split(/[ \u00a0\t]{2,}/).length
  const caption = captionIn(below, { count, isAwaited })
  if (!/_|[.…]{8}|…{3}/.test(source) || !caption) return undefined
  if (below.position?.start.line === (node.position?.end.line ?? 0) + 1) return caption
  const isKnown = caption.every(({ label }) => knownLabel(label) === 'short')
  // `____`, `Name`, `____`, `Date`: lines come first as long as words come last.
  const isNext =
    second === undefined ||
    !isRoom(second, reader.file) ||
    (third?.type === 'paragraph' && captionIn(third, { count: 1, isAwaited: false }) !== undefined)
  // Two labels under two lines are no answer to what was asked before.
  return (!isAwaited || count > 1) && isKnown && isNext ? caption : undefined
}

function captionIn(paragraph: Paragraph, options: Parameters<typeof captionOf>[1]) {
  const [line, ...more] = linesOf(flatten(paragraph.children))
  return line && more.length === 0 ? captionOf(line, options) : undefined
}

/** A line to write on, rather than a part of a number. */
const SHORTEST_LINE = 5

function isTitleOrEnd(next: RootContent | undefined): boolean {
  const isBold = next?.type === 'paragraph' && next.children.every(({ type }) => type === 'strong')
  return isBold || isEnd(next, 6)
}

/** A short line in bold stands for a heading. */
function noteSection(paragraph: Paragraph, reader: Reader, next: RootContent | undefined): void {
  const [first] = paragraph.children
  const isHeading = first?.type === 'strong' && flatten([first]).marks.length === 0
  const title = isHeading ? textOf(first).trim() : ''
  if (
    title !== '' &&
    title.length <= 60 &&
    !/[.:?]$/.test(title) &&
    paragraph.children.length === 1
  ) {
    reader.section = title
    // It may be the question of the boxes or the line under it.
    if (reader.question) {
      const { reach, alone } = reader.question
      reader.question = {
        ...reader.question,
        isTitle: true,
        reach: reach === 'line' ? 'block' : reach,
        // `**Comments**` over nothing but another title
        alone: knownLabel(title) === 'long' && isTitleOrEnd(next) ? 'item' : alone,
      }
    }
  }
}

/** Quotations, conditions and tables of fields: what they hold is read like the rest. */
function readOther(node: RootContent, parent: Parent, reader: Reader): void {
  const isAnswer = node.type === 'blockquote' && areBoxes(node.children[0])
  if (!isAnswer) settle(reader, 'block')
  moveOn(reader)
  parent.children.push(node)
  if (node.type === 'blockquote') readBlocks(node, reader, { mayAsk: !isPrompt(textOf(node)) })
  if (node.type === 'containerDirective' && node.name !== 'rows') readBlocks(node, reader)
}
