import type { Parent, Position } from 'unist'
import type { Options } from './options.ts'
import { addBlank, at, type Reader, settle, takeQuestion } from './reader.ts'
import { excludeEachOther } from './words.ts'

/** Options, which belong to the question before them unless they have their own. */
export function readGroup(
  { question: own, labels, other, isOne = false }: Options,
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
  const label =
    own ||
    question?.label ||
    (labels.length > 1 && (isOne || excludeEachOther('', labels))
      ? reader.section || labels.join(' or ')
      : undefined)
  const put = question?.put ?? at(parent)
  reader.signature = undefined
  reader.last = undefined
  if (label) {
    const answer = { kind: 'options' as const, labels: [...labels], other, isOne }
    const place = question?.position ?? position
    reader.last = addBlank(reader, { label, answer, position: place }, put)
  } else {
    settle(reader, 'block')
    for (const label of labels) addBlank(reader, { label, answer: { kind: 'tick' }, position }, put)
  }
  return true
}
