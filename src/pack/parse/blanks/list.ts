import type { List, ListItem, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import { excludeEachOther, isStatement } from '../../../language/exclusive-answers.ts'
import { readGroup } from './group.ts'
import { flatten, linesOf } from './inline.ts'
import { type Options, readOptions } from './options.ts'
import { addBlank, at, moveOn, type Question, type Reader, reaches, settle } from './reader.ts'
import {
  ENUMERATOR,
  isChoosing,
  isDuty,
  isOther,
  isPrompt,
  isQuestion,
  isRequest,
} from './words.ts'

type ReadBlocks = (
  parent: ListItem,
  reader: Reader,
  options: { readonly mayAsk: boolean; readonly after: readonly RootContent[] },
) => void

interface Surroundings {
  readonly readBlocks: ReadBlocks
  /** The blocks that come next. */
  readonly following: readonly RootContent[]
}

/** Reads a list: boxes to tick, questions to answer, or other items, which may hold blanks like any text. */
export function readList(
  list: List,
  parent: Parent,
  reader: Reader,
  { readBlocks, following }: Surroundings,
): void {
  const boxes = list.children.map(boxOf)
  const labels = boxes.flatMap((box) => box ?? [])
  const named = labels.flatMap((box) => box.labels)
  const isWhole = labels.length === list.children.length && named.length > 0
  const isAsked =
    hasQuestion(reader, list) && !(reader.question?.isTitle && named.every(isStatement))
  if (isWhole && (isAsked || (named.length > 1 && excludeEachOther('', named)))) {
    readBoxes(labels, list, parent, reader)
    return
  }
  const answers = answersIn(list, reader)
  if (answers) {
    readBoxes([answers], list, parent, reader)
    return
  }
  const lead = reader.question?.label ?? ''
  const items = list.children.map(wordsOf)
  const asking = items.filter((item) => isQuestion(item) || isRequest(item))
  const isPlain = asking.length === items.length
  // `1. **Aims** (what you hope for)` among questions
  const areTitled =
    list.ordered === true &&
    asking.length > 1 &&
    list.children.every((item, at) => asking.includes(items[at] ?? '') || isTitle(item))
  // Lines alone answer what stands before them, or over them.
  const label = lead.replace(ENUMERATOR, '') || reader.section
  const gaps = list.children.every(isGap) && label !== '' ? { label } : undefined
  if (!gaps) settle(reader, 'block')
  moveOn(reader)
  reader.question = undefined
  parent.children.push(list)
  list.children.forEach((item, index) => {
    const box = boxes[index]
    const text = items[index] ?? ''
    const asks =
      isQuestion(text) || (isRequest(text) && (isPlain || /^please\b/i.test(text)) && !isDuty(lead))
    settle(reader, 'block')
    if (gaps) readGapItem(item, gaps.label, reader)
    else if (box) readBoxItem(item, box, reader)
    else if (areTitled && isTitle(item)) readTitleItem(item, reader)
    else {
      if (startsWithGap(item)) {
        reader.last = undefined
        reader.question = answerIn(item, lead || reader.section)
      }
      const after = index === list.children.length - 1 ? following : []
      readItem(item, reader, { asks: asks && !isPrompt(lead), readBlocks, after })
    }
  })
}

/** Plain points under a question, each an answer that rules out the others: `- Good`, `- Fair`. */
function answersIn(list: List, reader: Reader): Options | undefined {
  const asked = reader.question?.label ?? ''
  if (list.ordered || !(isQuestion(asked) || isChoosing(asked)) || !hasQuestion(reader, list))
    return undefined
  const labels = list.children.map((item) =>
    item.children.length === 1 && typeof item.checked !== 'boolean' ? textOf(item).trim() : '',
  )
  const isEach = labels.every((label) => /^[^.:;?]+$/.test(label) && label.split(/\s+/).length <= 2)
  if (!isEach || labels.length < 2 || !(isChoosing(asked) || excludeEachOther('', labels)))
    return undefined
  const other = isOther(labels.at(-1) ?? '')
  return { question: '', labels: other ? labels.slice(0, -1) : labels, other }
}

/** The words of an item before what is drawn in it. */
function wordsOf(item: ListItem): string {
  const [first] = item.children
  if (first?.type !== 'paragraph') return textOf(item).trim()
  const { text, marks } = flatten(first.children)
  return text.slice(0, marks[0]?.from).trim()
}

function hasQuestion({ question, last, optionsUntil }: Reader, { position }: List): boolean {
  const line = position?.start.line ?? 0
  if (last?.answer.kind === 'options' && line <= optionsUntil) return true
  return question !== undefined && reaches(question, line)
}

function readBoxes(boxes: readonly Options[], list: List, parent: Parent, reader: Reader): void {
  const labels = boxes.flatMap(({ labels }) => labels)
  const other = boxes.at(-1)?.other ?? false
  const isOne = boxes.some((box) => box.isOne)
  readGroup({ question: '', labels, other, ...(isOne && { isOne }) }, parent, reader, list.position)
}

/** The option that an item with one box is: `- [ ] text`, `- ☐ text`, `- text ☐`. */
function boxOf(item: ListItem): Options | undefined {
  const [paragraph, ...more] = item.children
  if (paragraph?.type !== 'paragraph' || more.length > 0) return undefined
  const flat = flatten(paragraph.children)
  const [line, ...others] = linesOf(flat)
  if (!line) return undefined
  if (typeof item.checked === 'boolean') {
    if (item.checked) return undefined
    return boxed(
      flat.text.replace(/\s+/g, ' ').trim(),
      flat.marks.map(({ from }) => from),
    )
  }
  const hasOther = line.marks.every(({ kind }) => kind === 'gap') && isOther(line.text)
  if (hasOther && line.marks.length === 1) return { question: '', labels: [], other: true }
  const found = others.length === 0 ? readOptions(line) : undefined
  if (!found || found.question || line.marks.length === 0) return undefined
  return found.labels.length + Number(found.other) === 1 ? found : undefined
}

function boxed(label: string, gaps: readonly number[]): Options | undefined {
  const [from] = gaps
  if (isOther(label)) return { question: '', labels: [], other: true }
  return from === undefined && label ? { question: '', labels: [label], other: false } : undefined
}

function readBoxItem(item: ListItem, { labels }: Options, reader: Reader): void {
  const [label = 'Other'] = labels
  delete item.checked
  addBlank(reader, { label, answer: { kind: 'tick' }, position: item.position }, (directive) => {
    if (directive.type === 'leafDirective') item.children = [directive]
  })
}

/** Words in bold, and what they mean. */
function isTitle({ children: [child, ...more] }: ListItem): boolean {
  if (child?.type !== 'paragraph' || more.length > 0) return false
  const [first, ...others] = child.children
  const rest = others
    .map((node) => textOf(node))
    .join('')
    .trim()
  return first?.type === 'strong' && (rest === '' || /^\([^()]*\)[.:]?$/.test(rest))
}

function readTitleItem(item: ListItem, reader: Reader): void {
  const answer = { kind: 'writing' as const, type: 'multiline' as const, lines: 4 }
  const label = textOf(item)
  addBlank(reader, { label, answer, position: item.position }, (directive) => {
    if (directive.type === 'leafDirective') item.children = [directive]
  })
}

/** An item that is nothing but a line to write on. */
function isGap({ children: [child, ...more] }: ListItem): boolean {
  if (!child) return true
  if (more.length > 0) return false
  if (child.type === 'thematicBreak') return true
  const { text, marks } =
    child.type === 'paragraph' ? flatten(child.children) : { text: '', marks: [] }
  const [mark] = marks
  return mark?.kind === 'gap' && mark.to - mark.from === text.trim().length
}

/** `1. ____`, and below it what is asked of that: the line answers what stands before the list. */
function startsWithGap({ children: [child, more] }: ListItem): boolean {
  return child?.type === 'thematicBreak' && more !== undefined
}

function answerIn(item: ListItem, label: string): Question | undefined {
  const line = item.position?.start.line ?? 0
  if (label === '') return undefined
  return {
    label,
    line: line - 1,
    position: item.position,
    reach: 'line',
    alone: undefined,
    put: at(item),
  }
}

function readGapItem(item: ListItem, label: string, reader: Reader): void {
  const answer = { kind: 'writing' as const, type: 'text' as const, lines: 1 }
  addBlank(reader, { label, answer, position: item.position }, (directive) => {
    if (directive.type === 'leafDirective') item.children = [directive]
  })
}

function readItem(
  item: ListItem,
  reader: Reader,
  {
    asks,
    readBlocks,
    after,
  }: { asks: boolean; readBlocks: ReadBlocks; after: readonly RootContent[] },
): void {
  const task = item.checked === false ? wordsOf(item) : undefined
  readBlocks(item, reader, { mayAsk: false, after })
  if (task !== undefined) keepBox(item, task, reader)
  const { question } = reader
  const isBare = item.children.length === 1 && item.children[0]?.type === 'paragraph'
  if (question && asks && isBare && isWhole(question.label, item)) question.alone = 'item'
  else if (question && question.alone !== 'item') question.alone = undefined
}

/** Only an item that is nothing but the question. */
function isWhole(label: string, item: ListItem): boolean {
  return textOf(item).replace(/\s+/g, ' ').trim() === label.replace(/\s+/g, ' ').trim()
}

/** A task whose text has a blank of its own keeps its box before it. */
function keepBox(item: ListItem, words: string, reader: Reader): void {
  const [first] = item.children
  const inline = first?.type === 'paragraph'
  const label = words || 'Tick if this is so'
  delete item.checked
  addBlank(
    reader,
    { label, answer: { kind: 'tick' }, position: item.position, inline },
    (directive) => {
      if (inline && directive.type === 'textDirective') {
        first.children.unshift(directive, { type: 'text', value: ' ' })
      } else if (directive.type === 'leafDirective') {
        item.children.unshift(directive)
      }
    },
  )
}
