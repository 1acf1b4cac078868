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
  /** Drawn so that one is chosen: `( ) Yes ( ) No`. */
  readonly isOne?: boolean
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
  const options = withOther(found.question, found.labels)
  return options && /[(○◯⚪〇]/.test(text[first.from] ?? '') ? { ...options, isOne: true } : options
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

const HOW =
  '\\(?(?:please )?(?:delete|strike out|circle|tick|choose|select|underline)[^()]{0,40}\\)?'
const SAYS_HOW =
  /\((?:please )?(?:delete|strike out|circle|tick|choose|select|underline)[^()]{0,40}\)\.?$/i
/** `Yes / No`, `Y/N`, `(Yes / No / Not sure)` at the end of a line. */
const YES_OR_NO =
  /^(.*?)\s*\(?\s*((?:Yes|Y)\s*[/|]\s*(?:No|N)\b(?:\s*[/|]\s*[\p{L}/ '’]{1,20})*)\s*\)?\s*(?:\([^()]*\)|\*)?$/iu
/** `Full-time / Part-time (delete as appropriate)` */
const ONE_OF = new RegExp(
  `^(.*?[:?])?\\s*([\\p{L}\\p{N}][\\p{L}\\p{N} ’'-]{0,30}(?:\\s*[/|]\\s*[\\p{L}\\p{N}][\\p{L}\\p{N} ’'-]{0,30}){1,6})\\s*${HOW}\\.?$`,
  'iu',
)
/** `1 2 3 4 5` */
const NUMBERS = /^(.*?)(?:^|[\s:])\(?((?:0|1)(?:[\s/|,–-]+\d{1,2}){2,10})\)?\s*$/

function readYesNo(text: string): Options | undefined {
  const [, scaled = '', numbers = ''] = NUMBERS.exec(text) ?? []
  const points = numbers.split(/[\s/|,–-]+/)
  const isScale =
    numbers !== '' && points.every((point, index) => Number(point) === Number(points[0]) + index)
  if (isScale && (scaled.trim() === '' || asksFor(scaled.trim())))
    return { question: scaled.trim(), labels: points, other: false, isOne: true }
  const [, listed = '', one = ''] = ONE_OF.exec(text) ?? []
  // Without a question only the words after it tell that one is to be chosen.
  const choices = listed !== '' || SAYS_HOW.test(text) ? one : ''
  const [, asked = '', answers = choices] = YES_OR_NO.exec(text) ?? ['', listed, choices]
  if (answers === '' || (asked !== '' && !asksFor(asked))) return undefined
  const labels = answers
    .split(/[/|]/)
    .map(clean)
    .map((label) => ({ y: 'Yes', n: 'No' })[label.toLowerCase()] ?? label)
  return {
    question: asked.trim().replace(ENUMERATOR, (number) => number),
    labels,
    other: false,
    ...(choices !== '' && { isOne: true }),
  }
}

function asksFor(text: string): boolean {
  return isQuestion(text) || isLead(text)
}
