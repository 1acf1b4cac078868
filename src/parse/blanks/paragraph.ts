import type { Paragraph, RootContent } from 'mdast'
import type { Parent, Position } from 'unist'
import { type Entry, readCaption, readEntries } from './entries.ts'
import { flatten, type Line, linesOf, slice } from './inline.ts'
import { type Options, readOptions } from './options.ts'
import {
  addBlank,
  at,
  moveOn,
  type Question,
  type Reader,
  settle,
  substitute,
  takeQuestion,
} from './reader.ts'
import { positionOf, readSentence } from './sentence.ts'
import { typeOf } from './type.ts'
import { enumerator, isLead, isQuestion, isRequest, knownLabel } from './words.ts'

/** What a line of a paragraph is. */
type Reading =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'gap' }
  | { readonly kind: 'text' }

interface ReadLine {
  readonly line: Line
  readonly reading: Reading
  readonly position: Position | undefined
}

/** Where a paragraph stands. */
export interface Surroundings {
  readonly next: RootContent | undefined
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
  const lines = readLines(paragraph, reader, surroundings)
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

function readLines(paragraph: Paragraph, reader: Reader, { next }: Surroundings): ReadLine[] {
  const flat = flatten(paragraph.children)
  const lines = linesOf(flat).map((line) => ({ line, reading: readingOf(line) }))
  return lines.map(({ line, reading }, index) => {
    const following = lines[index + 1]
    const isBlank =
      reading.kind !== 'entries' ||
      reading.entries.some(({ bare }) => !bare) ||
      canBeBare(reading.entries, following?.reading, following ? undefined : next)
    return {
      line,
      reading: isBlank ? reading : { kind: 'text' },
      position: positionOf(paragraph.children, line, reader.file),
    }
  })
}

function readingOf(line: Line): Reading {
  if (isOnlyGap(line)) return { kind: 'gap' }
  const drawn = readEntries(line)
  const options = drawn ? undefined : readOptions(line)
  const entries = drawn ?? (options ? undefined : bareEntries(line))
  if (entries) return { kind: 'entries', entries }
  return options ? { kind: 'options', options } : { kind: 'text' }
}

function isOnlyGap({ text, marks }: Line): boolean {
  let rest = text
  for (const { kind, from, to } of [...marks].reverse()) {
    if (kind === 'gap') rest = rest.slice(0, from) + rest.slice(to)
  }
  return marks.length > 0 && rest.trim() === ''
}

/** `Signature:   Date:`, with nothing drawn beside the labels. */
function bareEntries({ text, marks }: Line): Entry[] | undefined {
  if (marks.length > 0 || !text.endsWith(':')) return undefined
  const entries = [...text.matchAll(/[^\s:][^:]*:(?=\s|$)/g)].map(({ index, 0: label }) => ({
    label,
    from: index,
    bare: true,
  }))
  const kinds = entries.map(({ label }) => knownLabel(label))
  const isEach = kinds.every((kind) => kind === 'short') || (kinds.length === 1 && kinds[0])
  return entries.length > 0 && isEach ? entries : undefined
}

/** Labels with nothing drawn beside them are blanks unless what belongs to them follows. */
function canBeBare(
  entries: readonly Entry[],
  following: Reading | undefined,
  next: RootContent | undefined,
): boolean {
  if (entries.some(({ label }) => knownLabel(label) === 'long')) return false
  if (entries.some(({ label }) => typeOf(label) === 'signature')) return true
  if (following) return following.kind === 'entries' || following.kind === 'gap'
  if (!next) return true
  if (next.type === 'paragraph') return !isValue(next)
  return !['list', 'table', 'code', 'blockquote', 'leafDirective'].includes(next.type)
}

/** `12 May 2026` after `Date:` is what belongs there. */
function isValue(paragraph: Paragraph): boolean {
  const { text, marks } = flatten(paragraph.children)
  return (
    marks.length === 0 && text.length < 60 && !/[.:?!]\s*$|\n/.test(text) && !isStrong(paragraph)
  )
}

function isStrong({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === 'strong'
}

/** False when the line turns out to belong to nothing, so that it stays what it is. */
function readOne({ reading, line, position }: ReadLine, parent: Parent, reader: Reader): boolean {
  if (reading.kind === 'gap') return readGap(position, reader)
  if (reading.kind === 'options') return readGroup(reading.options, parent, reader, position)
  if (reading.kind === 'entries') readLabels(reading.entries, line, position, parent, reader)
  return true
}

/** A line to write on, which belongs to what stands before it. */
export function readGap(position: Position | undefined, reader: Reader): boolean {
  const answer = reader.last?.answer
  if (answer?.kind === 'writing') {
    answer.lines++
    return true
  }
  if (answer) return answer.kind === 'signature'
  const question = takeQuestion(reader, position?.start.line)
  if (!question) return false
  const type = typeOf(question.label)
  reader.last = addBlank(
    reader,
    {
      label: question.label,
      position: question.position,
      answer:
        type === 'signature'
          ? { kind: 'signature', dated: false }
          : { kind: 'writing', type, lines: linesFor(question.label, false) },
    },
    question.put,
  )
  return true
}

/** Options, which belong to the question before them unless they have their own. */
export function readGroup(
  { question: own, labels, other }: Options,
  parent: Parent,
  reader: Reader,
  position: Position | undefined,
): boolean {
  const group = reader.last?.answer
  const line = position?.start.line ?? 0
  if (!own && group?.kind === 'options' && !group.other && line <= reader.optionsUntil) {
    reader.optionsUntil = line + 2
    const added = labels.filter((label) => !group.labels.includes(label))
    group.labels.push(...added)
    group.other ||= other
    return true
  }
  if (labels.length === 0) return false
  const question = own ? undefined : takeQuestion(reader, line)
  // One box a paragraph is how options look after a question in a paragraph of its own.
  reader.optionsUntil = line + (own ? 1 : 2)
  if (own) settle(reader, 'block')
  const label = own || question?.label
  const put = question?.put ?? at(parent)
  reader.signature = undefined
  reader.last = undefined
  if (label) {
    const answer = { kind: 'options' as const, labels: [...labels], other }
    const place = question?.position ?? position
    reader.last = addBlank(reader, { label, answer, position: place }, put)
  } else {
    settle(reader, 'block')
    for (const label of labels) addBlank(reader, { label, answer: { kind: 'tick' }, position }, put)
  }
  return true
}

function readLabels(
  entries: readonly Entry[],
  { from }: Line,
  position: Position | undefined,
  parent: Parent,
  reader: Reader,
): void {
  settle(reader, 'block')
  for (const entry of entries) {
    const start = position && { ...position.start, column: position.start.column + entry.from }
    const place = start &&
      position && { start: from >= 0 ? start : position.start, end: position.end }
    addEntry(entry, place, parent, reader)
  }
}

/** Adds a label with its blank; a date after a signature belongs to the signature. */
export function addEntry(
  { label, bare, hint }: Entry,
  position: Position | undefined,
  parent: Parent,
  reader: Reader,
): void {
  const signature = reader.signature?.answer
  if (signature?.kind === 'signature' && !signature.dated && dateOfSignature.test(label)) {
    signature.dated = true
    reader.last = reader.signature
    return
  }
  const type = typeOf(label)
  const blank = addBlank(
    reader,
    {
      label,
      position,
      answer:
        type === 'signature'
          ? { kind: 'signature', dated: false }
          : {
              kind: 'writing',
              type,
              lines: linesFor(label, bare),
              ...(hint && { hint }),
              ...(label.length <= 40 && !isQuestion(label) && { width: 'half' }),
            },
    },
    at(parent),
  )
  if (type === 'signature') reader.signature = blank
  reader.last = blank
}

/** How many lines are drawn, or meant, beside a label. */
function linesFor(label: string, bare: boolean): number {
  if (typeOf(label) !== 'text') return 1
  if (knownLabel(label) === 'long') return 3
  return bare ? 0 : 1
}

const dateOfSignature = /^(?:date(?: signed| of signature)?|signed on)\s*:?$/i

/** Adds lines of text as one paragraph; the blanks inside become fields, and its last words may be a question. */
function addText(
  { children, ...paragraph }: Paragraph,
  lines: readonly ReadLine[],
  parent: Parent,
  reader: Reader,
  { mayAsk }: Surroundings,
): void {
  const from = lines[0]?.line.from ?? 0
  const part = (count: number) =>
    slice(children, from, lines[count - 1]?.line.to ?? from, reader.file)
  const asked = questionOf(lines)
  const isAlone = asked !== undefined && mayAsk && isNumberedQuestion(asked.label)
  settle(reader, isAlone ? 'block' : 'text')
  moveOn(reader)
  const node: Paragraph = {
    ...paragraph,
    children: readSentence(part(lines.length), reader),
  }
  parent.children.push(node)
  if (!asked) return
  reader.question = {
    label: asked.label,
    near: asked.near,
    line: lines.at(-1)?.position?.end.line ?? 0,
    position: lines[asked.from]?.position,
    alone: isAlone || asked.isRemark ? 'paragraph' : undefined,
    put(directive) {
      const rest: Paragraph[] = asked.from > 0 ? [{ ...node, children: part(asked.from) }] : []
      substitute(parent, node, [...rest, directive])
    },
  }
}

function isNumberedQuestion(label: string): boolean {
  const words = label.replace(enumerator, '')
  return words !== label && (isQuestion(words) || isRequest(words))
}

/** The words at the end of a text that ask for something, and the line that they begin on. */
function questionOf(
  lines: readonly ReadLine[],
): (Pick<Question, 'label' | 'near'> & { from: number; isRemark: boolean }) | undefined {
  if (lines.some(({ line }) => line.marks.length > 0)) return undefined
  const ends = lines.findLastIndex(
    ({ line: { text } }, index) => index < lines.length - 1 && /[.?!:;]$/.test(text),
  )
  const from = ends + 1
  const label = lines
    .slice(from)
    .map(({ line }) => line.text)
    .join(' ')
  if (label.length > 300) return undefined
  const plain = label.replace(enumerator, '')
  const isRemark = knownLabel(label) === 'long' && isLead(label)
  const asks = isQuestion(label) || isLead(label) || isRequest(plain)
  const near = !asks && label.length <= 80 && !/[.;,]$/.test(label)
  return asks || near ? { label, near, from, isRemark } : undefined
}

/** The labels under a line to sign on, when the first line of a paragraph is that. */
export function captionOf(paragraph: Paragraph): { entries: Entry[]; line: Line } | undefined {
  const [line, ...more] = linesOf(flatten(paragraph.children))
  const entries = line && more.length === 0 ? readCaption(line) : undefined
  return line && entries ? { entries, line } : undefined
}
