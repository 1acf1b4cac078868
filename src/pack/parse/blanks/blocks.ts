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
import { captionOf } from './caption.ts'
import { flatten, linesOf } from './inline.ts'
import { readList } from './list.ts'
import { readParagraph } from './paragraph.ts'
import { moveOn, type Reader, reaches, settle, substitute } from './reader.ts'
import { isRoom } from './room.ts'
import { readTable } from './table.ts'
import { ENUMERATOR, isPrompt, isQuestion } from './words.ts'
import { addEntry, readGap } from './writing.ts'

/** What holds blocks that may be blanks. */
export type BlockParent = Root | Blockquote | ListItem | ContainerDirective

/** Reads the blocks of a parent in their order and puts what they give in their place. */
export function readBlocks(
  parent: BlockParent,
  reader: Reader,
  { mayAsk = true }: { mayAsk?: boolean } = {},
): void {
  const nodes: RootContent[] = [...parent.children]
  parent.children = []
  nodes.forEach((node, index) => {
    const next = nodes[index + 1]
    const following = nodes.slice(index + 1)
    const rooms = following.findIndex((one) => !isRoom(one, reader.file))
    const read = readers[node.type]
    if (read)
      read(node, parent, { reader, next, mayAsk, rooms: rooms < 0 ? following.length : rooms })
    else readOther(node, parent, reader)
  })
}

interface Around {
  readonly reader: Reader
  readonly next: RootContent | undefined
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
    if (!readUnderGap(node, parent, reader)) readParagraph(node, parent, reader, around)
    noteSection(node, reader)
  },
  blockquote(node, parent, { reader }) {
    if (!readRoom(node, reader)) readOther(node, parent, reader)
  },
  list(node, parent, { reader }) {
    if (node.type === 'list') readList(node, parent, reader, readBlocks)
  },
  table(node, parent, { reader }) {
    if (node.type === 'table') readTable(node, parent, reader)
  },
  thematicBreak(node, parent, { reader, next }) {
    if (node.type === 'thematicBreak') readBreak(node, parent, reader, next)
  },
}

function readHeading(heading: Heading, parent: Parent, { reader, next, rooms }: Around): void {
  settle(reader, 'block')
  moveOn(reader)
  const label = textOf(heading).trim()
  parent.children.push(heading)
  const line = heading.position?.end.line ?? 0
  if (isQuestion(label) || rooms > 1 || (rooms === 1 && next?.type !== 'thematicBreak')) {
    reader.question = {
      label: label.replace(ENUMERATOR, ''),
      line,
      position: heading.position,
      reach: 'any',
      alone: !next || next.type === 'heading' ? 'paragraph' : undefined,
      put: (directive) => substitute(parent, heading, [directive]),
    }
  } else {
    reader.section = label.replace(ENUMERATOR, '')
  }
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
function readBreak(
  node: ThematicBreak,
  parent: Parent,
  reader: Reader,
  next: RootContent | undefined,
): void {
  const { position } = node
  const source = String(reader.file).slice(position?.start.offset, position?.end.offset)
  const isCaptioned =
    next?.type === 'paragraph' && isUnder(next, node) && captionUnder(node, next, reader)
  if (source.includes('_') && !isCaptioned && readGap(position, reader)) return
  if (!isCaptioned) settle(reader, 'block')
  parent.children.push(node)
}

/** `Mentee's signature    Date` on the line under a line of underscores. */
function readUnderGap(paragraph: Paragraph, parent: Parent, reader: Reader): boolean {
  const above = parent.children.at(-1)
  const caption =
    above?.type === 'thematicBreak' &&
    isUnder(paragraph, above) &&
    captionUnder(above, paragraph, reader)
  if (!above || !caption) return false
  settle(reader, 'block')
  moveOn(reader)
  substitute(parent, above, [])
  for (const entry of caption) addEntry(entry, paragraph.position, parent, reader)
  return true
}

function captionUnder(
  { position }: Pick<ThematicBreak, 'position'>,
  paragraph: Paragraph,
  reader: Reader,
) {
  const { question, last } = reader
  const source = String(reader.file).slice(position?.start.offset, position?.end.offset)
  const count = source.trim().split(/[ \u00a0\t]{2,}/).length
  const isAwaited =
    last?.answer.kind === 'writing' ||
    (question !== undefined &&
      (question.reach !== 'block' || question.isTitle === true) &&
      reaches(question, position?.start.line))
  const [line, ...more] = linesOf(flatten(paragraph.children))
  const isAlone = line !== undefined && more.length === 0 && source.includes('_')
  return isAlone ? captionOf(line, { count, isAwaited }) : undefined
}

function isUnder(
  { position: below }: Parent | Paragraph,
  { position: above }: { position?: Paragraph['position'] | undefined },
) {
  return above !== undefined && below?.start.line === above.end.line + 1
}

/** A short line in bold stands for a heading. */
function noteSection(paragraph: Paragraph, reader: Reader): void {
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
      const { reach } = reader.question
      reader.question = {
        ...reader.question,
        isTitle: true,
        reach: reach === 'line' ? 'block' : reach,
      }
    }
  }
}

/** Quotations, conditions and tables of fields: what they hold is read like the rest. */
function readOther(node: RootContent, parent: Parent, reader: Reader): void {
  settle(reader, 'block')
  moveOn(reader)
  parent.children.push(node)
  if (node.type === 'blockquote') readBlocks(node, reader, { mayAsk: !isPrompt(textOf(node)) })
  if (node.type === 'containerDirective' && node.name !== 'rows') readBlocks(node, reader)
}
