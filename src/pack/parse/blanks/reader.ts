import type { RootContent } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { Node, Parent, Position } from 'unist'
import type { VFile } from 'vfile'
import { typeOf } from '../../../language/asked-type.ts'
import { knownLabel } from '../../../language/known-label.ts'
import { replaceChild } from '../../text/tree.ts'
import type { Answer, Blank } from './blank.ts'
import { makeDirective } from './directive.ts'

/** What is known while a document is read from its beginning to its end. */
export interface Reader {
  readonly file: VFile
  readonly blanks: Blank[]
  section: string
  /** The words that were read last, if they ask for something. */
  question: Question | undefined
  /** The blank that was read last, with nothing after it. */
  last: Blank | undefined
  /** The box that was read last, with no question before it. */
  tick: Blank | undefined
  /** Where boxes still belong to the options that were read last: up to this line. */
  optionsUntil: number
  /** The last signature, as long as nothing but other blanks came after it. */
  signature: Blank | undefined
  /** Those of the same run that have no date yet. */
  undated: Blank[]
}

/** Where a paragraph stands. */
export interface Surroundings {
  readonly next: RootContent | undefined
  /** How many blocks come next that are nothing but room to write. */
  readonly rooms: number
  /** Questions in a list of things to think about are not to be answered. */
  readonly mayAsk: boolean
}

/** Words that ask for something which may follow. */
export interface Question {
  readonly label: string
  /** The last line that it stands on. */
  readonly line: number
  readonly position: Position | undefined
  /** How far the blank may be that it asks for: on the very next line, in the next block, or anywhere after it. */
  readonly reach: 'line' | 'block' | 'any'
  /** It stands bold in a line of its own. */
  readonly isTitle?: true
  /** It asks only where answers to choose from follow. */
  readonly isStatement?: true
  /** When nothing follows: it asks for an answer in writing if so, whatever comes next or unless a text does. */
  alone: 'item' | 'paragraph' | undefined
  /** Puts a blank in its place. */
  readonly put: (directive: Directives) => void
}

/** Where a blank is put: in the place of the question, at the end of a block's content so far, or by itself. */
export type Put = (directive: Directives) => void

/** Puts a blank at the end of what was read of a parent. */
export function at(parent: Parent): Put {
  return (directive) => {
    parent.children.push(directive)
  }
}

/** Notes a blank and puts the directive for it into the tree. */
export function addBlank(
  reader: Reader,
  blank: { label: string; answer: Answer; position: Position | undefined; inline?: boolean },
  put: Put,
): Blank {
  const { inline = false, ...found } = blank
  const label = found.label.replace(/\s+/g, ' ').trim()
  const directive = makeDirective(found.answer, { inline, position: found.position })
  const added = { ...found, label, directive, section: reader.section }
  reader.blanks.push(added)
  put(directive)
  return added
}

/** Takes the question that waits for an answer on `line`; undefined when there is none. */
export function takeQuestion(
  reader: Reader,
  line: number | undefined,
  { areAnswers = false } = {},
): Question | undefined {
  const { question } = reader
  if (!question || !reaches(question, line) || (question.isStatement && !areAnswers))
    return undefined
  reader.question = undefined
  return question
}

/** Whether a blank on `line` is what a question waits for. */
export function reaches({ reach, line: own }: Question, line: number | undefined): boolean {
  return reach === 'any' || own + 1 === line || (reach === 'block' && own + 2 === line)
}

/** Ends the wait for an answer: something else follows. A question with nothing after it is one to be answered in writing. */
export function settle(reader: Reader, next: 'text' | 'block'): void {
  const { question } = reader
  reader.question = undefined
  if (!question?.alone || (question.alone === 'paragraph' && next === 'text')) return
  const { label, position, put } = question
  const type = typeOf(label)
  const answer: Answer =
    type === 'number' || type === 'email' || (type === 'date' && label.endsWith(':'))
      ? { kind: 'writing', type, lines: 1 }
      : label.endsWith(':') && knownLabel(label) === 'short'
        ? { kind: 'writing', type: 'text', lines: 1 }
        : { kind: 'writing', type: 'multiline', lines: 4 }
  addBlank(reader, { label, position, answer }, put)
}

/** Forgets the blanks that the next line could belong to. */
export function moveOn(reader: Reader): void {
  reader.last = undefined
  reader.tick = undefined
  reader.signature = undefined
  reader.undated = []
}

/** Puts nodes in the place of one that is already in a parent. */
export function substitute(parent: Parent, node: Node, nodes: readonly Node[]): void {
  const index = parent.children.indexOf(node)
  if (index >= 0) replaceChild(parent, index, nodes)
}
