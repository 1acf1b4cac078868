import type { Paragraph, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { typeOf } from '../../../language/asked-type.ts'
import { knownLabel } from '../../../language/known-label.ts'
import { flatten, slice } from './inline.ts'
import { isBoxes, type ReadLine } from './lines.ts'
import {
  moveOn,
  type Question,
  type Reader,
  type Surroundings,
  settle,
  substitute,
} from './reader.ts'
import { readSentence } from './sentence.ts'
import { ENUMERATOR, isChoosing, isLead, isQuestion, isRequest } from './words.ts'

/** Adds lines of text as one paragraph; the blanks inside become fields, and its last words may be a question. */
export function addText(
  { children, ...paragraph }: Paragraph,
  lines: readonly ReadLine[],
  parent: Parent,
  reader: Reader,
  { mayAsk, rooms, next }: Surroundings,
): void {
  const from = lines[0]?.line.from ?? 0
  const part = (count: number) =>
    slice(children, from, lines[count - 1]?.line.to ?? from, reader.file)
  // `A. Tell us.` after `Q. What if I am late?`, and what a law prints where it left something out
  const isAnswered =
    /^Q\b/.test(reader.question?.label ?? '') && /^A[.:)]\s/.test(lines[0]?.line.text ?? '')
  const isLeftOut = !mayAsk && lines.every(({ line }) => /^\.(?:[ \u00a0]\.)+$/.test(line.text))
  const asked = isAnswered ? undefined : questionOf(lines)
  if (isKept(lines, asked, reader, next, rooms)) {
    const remark: Paragraph = { ...paragraph, children: part(lines.length) }
    parent.children.push(remark)
    return
  }
  const isAlone = asked !== undefined && mayAsk && isNumberedQuestion(asked.label)
  settle(reader, isAlone ? 'block' : 'text')
  moveOn(reader)
  const node: Paragraph = {
    ...paragraph,
    children: isLeftOut
      ? part(lines.length)
      : readSentence(part(lines.length), reader, mayAsk ? {} : { section: reader.section }),
  }
  parent.children.push(node)
  if (!asked) return
  reader.question = {
    label: asked.label,
    ...(asked.isStatement && { isStatement: true as const }),
    reach: asked.near
      ? isTitleOf(asked.label.replace(ENUMERATOR, ''), { rooms, next })
        ? 'block'
        : 'line'
      : 'any',
    line: lines.at(-1)?.position?.end.line ?? 0,
    position: lines[asked.from]?.position,
    alone:
      asked.isRemark && FOLLOWS_UP.test(asked.label)
        ? 'item'
        : isAlone ||
            asked.isRemark ||
            isAmongLabels(asked.label, next) ||
            isCount(asked.label) ||
            isHere(asked.label) ||
            isLastAsked(asked.label, { next, reader })
          ? 'paragraph'
          : undefined,
    put(directive) {
      const rest: Paragraph[] = asked.from > 0 ? [{ ...node, children: part(asked.from) }] : []
      substitute(parent, node, [...rest, directive])
    },
  }
}

/** A remark between what asks and the room or the boxes for it: `What happened?`, `Give facts.` */
function isKept(
  lines: readonly ReadLine[],
  asked: Asked | undefined,
  { question }: Reader,
  next: RootContent | undefined,
  rooms: number,
): boolean {
  if (!question || !isQuestion(question.label) || (asked && !asked.isStatement)) return false
  if (lines.some(({ line }) => line.marks.length > 0) || !next) return false
  const isFrame = next.type === 'table' && textOf(next).trim() === ''
  const length = lines.reduce((sum, { line }) => sum + line.text.length, 0)
  return rooms > 0 || isFrame || (isBoxes(next) && length > LONGEST_STATEMENT)
}

/** What is longer is no statement with which people agree or not. */
const LONGEST_STATEMENT = 80

/** Words over room to write, rather than the last ones before a line that parts two texts. */
function isTitleOf(label: string, { rooms, next }: Pick<Surroundings, 'rooms' | 'next'>): boolean {
  if (!/^[\p{Lu}\p{N}]/u.test(label)) return false
  if (next && (next.type === 'table' || isBoxes(next)))
    return (label.split(/ [–—] /)[0] ?? '').split(/\s+/).length <= 8
  if (rooms === 0) return false
  return rooms > 1 || (label.split(/\s+/).length <= 6 && !NO_TITLE.test(label))
}

/** `If yes, please explain:`, which no text after it can answer. */
const FOLLOWS_UP = /^if (?:so|yes|no|not)\b.*\bplease\b/i

const NO_TITLE =
  /^(?:thank|please|for)\b|\b(?:is|are|was|were|will|shall|has|have|you|your|we|our|use|only)\b/i

/** A question with nothing under it, before a label with nothing beside it: `Date of the meeting:`. */
function isAmongLabels(label: string, next: RootContent | undefined): boolean {
  const { text, marks } =
    next?.type === 'paragraph' ? flatten(next.children) : { text: '', marks: [] }
  const words = text.slice(0, marks[0]?.from).trim()
  return isQuestion(label) && knownLabel(words) !== undefined && words.endsWith(':')
}

/** `Please write a summary here.` */
function isHere(label: string): boolean {
  return (
    isRequest(label) &&
    /\b(?:here|below|in (?:this|the) (?:space|box))\b[^,;]{0,20}\.?$/i.test(label)
  )
}

/** The last question of a form or section, after one that is answered in writing. */
function isLastAsked(
  label: string,
  { next, reader }: { readonly next: RootContent | undefined; readonly reader: Reader },
): boolean {
  const last = reader.blanks.at(-1)
  const isAnswered = last?.answer.kind === 'writing' && isQuestion(last.label)
  return isAnswered && isQuestion(label) && (!next || next.type === 'heading')
}

/** `On how many days?` before other blanks: a figure is soon written. */
function isCount(label: string): boolean {
  return isQuestion(label) && typeOf(label) === 'number'
}

function isNumberedQuestion(label: string): boolean {
  const words = label.replace(ENUMERATOR, '')
  return words !== label && (isQuestion(words) || isRequest(words))
}

/** The words at the end of a text that ask for something, and the line that they begin on. */
function questionOf(lines: readonly ReadLine[]): Asked | undefined {
  if (lines.some(({ line }) => line.marks.length > 0)) return undefined
  const ends = lines.findLastIndex(
    ({ line: { text } }, index) =>
      index < lines.length - 1 && (/[.?!:;]$/.test(text) || !/\p{Ll}/u.test(text)),
  )
  const from = ends + 1
  const label = lines
    .slice(from)
    .map(({ line }) => line.text)
    .join(' ')
  if (label.length > 300) return undefined
  const plain = label.replace(ENUMERATOR, '')
  const isRemark = knownLabel(label) === 'long' && isLead(label)
  const asks = isQuestion(label) || isLead(label) || isRequest(plain) || isChoosing(label)
  const near = !asks && label.length <= 80 && !/[.;,]$/.test(label)
  // `I feel valued.`, with what somebody thinks of it on the next line.
  const isStatement = !asks && label.length <= 160 && /\p{L}\.$/u.test(label)
  return asks || near || isStatement
    ? { label, near: !asks, from, isRemark, isStatement }
    : undefined
}

interface Asked extends Pick<Question, 'label'> {
  /** Which line of the text it begins on. */
  readonly from: number
  readonly near: boolean
  readonly isRemark: boolean
  readonly isStatement: boolean
}
