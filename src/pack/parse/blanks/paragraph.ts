import type { Paragraph, RootContent } from 'mdast'
import type { Parent, Position } from 'unist'
import { addText } from './add-text.ts'
import type { Blank } from './blank.ts'
import { readGroup } from './group.ts'
import { type ReadLine, readLines } from './lines.ts'
import { type Item, isEntry } from './mixed.ts'
import { type Reader, settle } from './reader.ts'
import { addEntry, readGap } from './writing.ts'

/** Where a paragraph stands. */
export interface Surroundings {
  readonly next: RootContent | undefined
  /** How many blocks come next that are nothing but room to write. */
  readonly rooms: number
  /** Questions in a list of things to think about are not to be answered. */
  readonly mayAsk: boolean
}

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
  for (const found of lines) {
    if (found.reading.kind === 'text') {
      texts.push(found)
      continue
    }
    flush()
    if (!readOne(found, parent, reader)) texts.push(found)
  }
  flush()
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
  const [first] = items
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
    addEntry(entry, place, parent, reader)
  }
  // The next box may be one more answer to the same question.
  if (group) reader.last = group
}
