import type { Parent, Position } from 'unist'
import {
  asksForMany,
  asksForOne,
  excludeEachOther,
  isStatement,
} from '../../../language/exclusive-answers.ts'
import type { Options } from './options.ts'
import { addBlank, at, type Reader, settle, takeQuestion } from './reader.ts'

/** Options, which belong to the question before them unless they have their own. */
export function readGroup(
  { question: own, labels, other, isOne: isToldOne }: Options,
  parent: Parent,
  reader: Reader,
  position: Position | undefined,
): boolean {
  const isOne = isToldOne === true
  const group = reader.last?.answer
  const line = position?.start.line ?? 0
  // `I agree to this.` under `☐ Website ☐ Newsletter` stands by itself.
  const isApart =
    group?.kind === 'options' &&
    labels.length > 0 &&
    labels.every(isSaid) &&
    !group.labels.some(isSaid) &&
    !asksForMany(reader.last?.label ?? '')
  if (
    !own &&
    group?.kind === 'options' &&
    !group.other &&
    !isApart &&
    line <= reader.optionsUntil
  ) {
    reader.optionsUntil = line + 2
    const added = labels.filter((label) => !group.labels.includes(label))
    group.labels.push(...added)
    group.other ||= other
    group.isOne ??= asksForOne(reader.last?.label ?? '') && !group.labels.some(isStatement)
    return true
  }
  if (labels.length === 0) return false
  const isNear = line <= reader.optionsUntil
  const { isTitle, reach = 'any' } = reader.question ?? {}
  // `Photography` over what somebody says is no question.
  const isDeclared =
    labels.every(isTitle ? isStatement : isSaid) &&
    (isTitle || reach !== 'any' || EACH.test(reader.question?.label ?? ''))
  const areAnswers = labels.length > 1 && !labels.some(isStatement)
  const question = own || isDeclared ? undefined : takeQuestion(reader, line, { areAnswers })
  // One box a paragraph is how options look after a question in a paragraph of its own.
  reader.optionsUntil = line + (own ? 1 : 2)
  if (own) settle(reader, 'block')
  const label = own || question?.label || nameOf(labels, isOne, reader)
  const put = question?.put ?? at(parent)
  reader.signature = undefined
  reader.undated = []
  reader.last = undefined
  if (label) {
    const asked = own || question?.label || (label === reader.section ? label : '')
    const answer = {
      kind: 'options' as const,
      labels: [...labels],
      other,
      // Of a single box nothing tells yet how many go with it.
      ...(isToldOne === undefined && labels.length === 1
        ? {}
        : { isOne: isToldOne ?? (areAnswers && asksForOne(asked)) }),
    }
    const place = question?.position ?? position
    reader.last = addBlank(reader, { label, answer, position: place }, put)
    return true
  }
  settle(reader, 'block')
  if (isNear && joinsTick(labels, isOne, reader)) return true
  for (const label of labels)
    reader.tick = addBlank(reader, { label, answer: { kind: 'tick' }, position }, put)
  return true
}

/** `Tick each statement that you agree to`, of which each is a question of its own. */
const EACH = /\b(?:each|every) (?:statement|line|item|box|point)\b/i

/** What somebody says by a tick. */
function isSaid(label: string): boolean {
  return /^(?:I|we)\b|\p{L}{2}\.$/iu.test(label)
}

/** What answers are called that have no question and rule each other out; undefined for boxes that stand each by itself. */
function nameOf(
  labels: readonly string[],
  isOne: boolean,
  { section }: Reader,
): string | undefined {
  // Boxes in a line are the answers to one question.
  const isRow =
    labels.length > 1 && labels.every((label) => label.length <= 40) && !labels.every(isSaid)
  const isQuestion = isRow || (labels.length > 1 && (isOne || excludeEachOther('', labels)))
  const isTelling = labels.length === 2 && !/^(?:yes|no)\b/i.test(labels[0] ?? '')
  return isQuestion ? (isTelling ? '' : section) || labels.join(' or ') : undefined
}

/** Two boxes in lines of their own, of which one rules out the other, are one question. */
function joinsTick(
  [label = '', ...more]: readonly string[],
  isOne: boolean,
  reader: Reader,
): boolean {
  const { tick } = reader
  const both = [tick?.label ?? '', label]
  const isQuestion = isOne || excludeEachOther('', both)
  const name = isQuestion && more.length === 0 ? nameOf(both, isOne, reader) : undefined
  if (!tick || name === undefined) return false
  tick.answer = { kind: 'options', labels: both, other: false, isOne }
  tick.label = name
  reader.last = tick
  reader.tick = undefined
  return true
}
