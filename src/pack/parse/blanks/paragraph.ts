import type { Paragraph } from 'mdast'
import type { Parent, Position } from 'unist'
import { typeOf } from '../../../language/asked-type.ts'
import { addText } from './add-text.ts'
import type { Blank } from './blank.ts'
import { captionOf } from './caption.ts'
import type { Entry } from './entries.ts'
import { readGroup } from './group.ts'
import { type Item, isEntry } from './item.ts'
import { type ReadLine, readLines } from './lines.ts'
import { type Reader, type Surroundings, settle } from './reader.ts'
import { addDates, addEntry, readGap } from './writing.ts'

/** Reads a paragraph line by line and puts what it gives at the end of its parent. */
export function readParagraph(
  paragraph: Paragraph,
  parent: Parent,
  reader: Reader,
  surroundings: Surroundings,
): void {
  const lines = readLines(paragraph, reader, surroundings.next)
  const texts: ReadLine[] = []
  const flush = () => {
    if (texts.length > 0) addText(paragraph, texts.splice(0), parent, reader, surroundings)
  }
  const captions = new Set<ReadLine>()
  for (const [index, found] of lines.entries()) {
    if (captions.has(found)) continue
    if (found.reading.kind === 'gap') flush()
    const below = lines[index + 1]
    const caption = below && captionBelow(found, below, reader)
    if (caption) {
      captions.add(below)
      flush()
      settle(reader, 'block')
      for (const entry of caption) addEntry(entry, below.position, parent, reader)
      continue
    }
    if (found.reading.kind === 'text') {
      texts.push(found)
      continue
    }
    flush()
    if (!readOne(found, parent, reader)) texts.push(found)
  }
  flush()
}

/** `X ________   ______`, and on the next line `Employee   Date`. */
function captionBelow({ line, reading }: ReadLine, below: ReadLine, { question, last }: Reader) {
  if (reading.kind !== 'gap' || below.reading.kind !== 'text') return undefined
  const isAsked = question !== undefined && !question.isStatement
  const isAwaited = isAsked || last?.answer.kind === 'writing'
  return captionOf(below.line, { count: line.marks.length, isAwaited })
}

/** False when the line turns out to belong to nothing, so that it stays what it is. */
function readOne({ reading, position }: ReadLine, parent: Parent, reader: Reader): boolean {
  if (reading.kind === 'gap') return readGap(position, reader)
  if (reading.kind === 'options') return readGroup(reading.options, parent, reader, position)
  if (reading.kind === 'entries') readItems(reading.entries, position, parent, reader)
  if (reading.kind === 'mixed') readItems(reading.items, position, parent, reader)
  return true
}

function readItems(
  items: readonly Item[],
  position: Position | undefined,
  parent: Parent,
  reader: Reader,
): void {
  const [first, second] = items
  // `Date ____ Signed ____`
  if (items.length === 2 && first && second && isEntry(first) && isEntry(second))
    if (/^dated?:?$/i.test(first.label) && typeOf(second.label) === 'signature')
      items = [second, first]
  if (items.every(isEntry) && addDates(items, reader)) return
  const signed = new Set(whoSign(items))
  if (first && isEntry(first)) settle(reader, 'block')
  let group: Blank | undefined
  for (const entry of items) {
    if (!isEntry(entry)) {
      readGroup(entry, parent, reader, position)
      group = reader.last
      continue
    }
    const place = position && {
      start: { ...position.start, column: position.start.column + entry.from },
      end: position.end,
    }
    addEntry(signed.has(entry) ? signedBy(entry) : entry, place, parent, reader)
  }
  // The next box may be one more answer to the same question.
  if (group) reader.last = group
}

/** `Driver ______ Date ______`: whoever is named beside a date signs. */
function whoSign(items: readonly Item[]): Entry[] {
  const entries = items.filter(isEntry)
  const isDated = /^dated?:?$/i.test(entries.at(-1)?.label ?? '')
  const others = entries.slice(0, -1)
  const isWhole = entries.length === items.length && others.length > 0 && others.length < 4
  return isDated &&
    isWhole &&
    others.every(({ label, bare }) => !bare && ROLE.test(label) && typeOf(label) === 'text')
    ? others
    : []
}

function signedBy(entry: Entry): Entry {
  return { ...entry, label: `${entry.label.replace(/\s*:$/, '')} (signature)` }
}

/** Somebody, by the ending of a role. */
const ROLE =
  /^(?!(?:Sign|Number|Order|Other|Letter|Name|Event|Department|Content|Amount|Document|Equipment|Payment)\b)(?=\p{Lu})[\p{L}’' -]{0,26}?(?:er|or|ee|ant|ent|ian|HR|parent|witness| by)(?:\s*\([^()]*\))?\s*:?$/iu
