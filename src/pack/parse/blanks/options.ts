import type { Flat } from './inline.ts'
import { ENUMERATOR, isLead, isQuestion } from './words.ts'

const BLANK_LEFT = /_{3,}|\.{5,}|…{2,}/
const ONLY_ENUMERATOR = /^(?:\(?[a-z\d]{1,3}[.)]|[-•·–*])$/i

/** Answers of which a person chooses, and the question if it stands on the same line. */
export interface Options {
  readonly question: string
  readonly labels: readonly string[]
  /** True when the last one is "Other", with a place to say what. */
  readonly other: boolean
}

/** Reads `Question? ☐ Yes ☐ No` and `Question? Yes ☐ No ☐`, and `Question? Yes / No`; undefined for all else. */
export function readOptions({ text, marks }: Flat): Options | undefined {
  const boxes = marks.filter(({ kind }) => kind === 'box')
  const [first] = boxes
  const last = boxes.at(-1)
  if (!first || !last) return readYesNo(text)
  const head = text.slice(0, first.from).trim()
  const between = boxes.slice(1).map(({ from }, index) => text.slice(boxes[index]?.to, from))
  const tail = text.slice(last.to)
  const found =
    tail.trim() === '' ? boxesAfter(head, between) : boxesBefore(head, [...between, tail])
  if (!found) return undefined
  return withOther(found.question, found.labels)
}

function boxesBefore(head: string, labels: string[]) {
  const question = head.replace(ONLY_ENUMERATOR, '')
  return question === '' || isQuestion(question) || isLead(question)
    ? { question, labels }
    : undefined
}

function boxesAfter(head: string, between: string[]) {
  const [, question = '', first = head] = /^(.*[?:](?:\s*\([^()]*\))?)\s*(.*)$/.exec(head) ?? []
  // `I have read the policy: ☐` is a statement with its box.
  if (between.length === 0) {
    const statement = first === '' ? question.replace(/\s*:$/, '') : first
    return { question: first === '' ? '' : question, labels: [statement] }
  }
  return { question, labels: [first, ...between] }
}

function withOther(question: string, written: readonly string[]): Options | undefined {
  const labels = written.map(clean)
  const other = /^other\b/i.test(labels.at(-1) ?? '')
  const named = other ? labels.slice(0, -1) : labels
  const isUsable =
    named.every((label) => label !== '' && !BLANK_LEFT.test(label)) &&
    new Set(named).size === named.length
  return isUsable ? { question, labels: named, other } : undefined
}

function clean(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/^[\s/|,;]+|[\s/|,;]+$/g, '')
    .replace(/\s+(?:and|or)$/, '')
}

function readYesNo(text: string): Options | undefined {
  const [, asked = '', answers = ''] =
    /^(.*?)\s*\(?\s*(Yes\s*\/\s*No(?:\s*\/\s*[\p{L}/ '’]{2,20})*)\s*\)?\s*(?:\([^()]*\)|\*)?$/iu.exec(
      text,
    ) ?? []
  if (answers === '' || (asked !== '' && !isQuestion(asked) && !isLead(asked))) return undefined
  const labels = answers.split('/').map(clean)
  return { question: asked.replace(ENUMERATOR, (number) => number), labels, other: false }
}
