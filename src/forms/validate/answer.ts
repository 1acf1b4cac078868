import { visibleOptions } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { RecordValue } from '../../model/record.ts'
import { readByKind, type Source } from './kinds/index.ts'
import { listed } from './kinds/option.ts'
import { doubtful, type Fault } from './limits.ts'
import { namesOf, type Question } from './question.ts'
import { subject } from './wording.ts'

/** On a page that was printed, an empty box is never quite certain to be empty; below this there may be something in it. */
const CLEARLY_BLANK = 0.9
/** Below this there is something in a box that cannot be read, such as handwriting. */
const ILLEGIBLE = 0.3

/** Where one answer is looked for, and what the question is called. */
export interface Asked extends Source {
  /** The question, with the row where it is one of a table. */
  readonly label: string
  /** Names of the fields whose damage is told already. */
  readonly damaged: ReadonlySet<string>
}

/** An answer as a record has it, and what is to be said of it. */
export interface Answer {
  /** `null` when blank or when the text cannot be read as an answer of this kind. */
  readonly value: RecordValue
  /** The text in the file, where the value does not show it. */
  readonly raw?: string
  /** Below 1 when the answer, or that there is none, is not certain. */
  readonly confidence?: number
  /** Whether it may be another one, so that the record is not complete. */
  readonly isDoubtful: boolean
  readonly findings: readonly Finding[]
}

/** Reads the answer to a question and checks it against everything that the question itself asks for. */
export function readAnswer(question: Question, asked: Asked): Answer {
  const { value, raw, faults } = readByKind(question, asked)
  const confidence = confidenceOf(question, asked)
  const isUncertain = confidence < (isBlank(value) ? CLEARLY_BLANK : 1)
  const isMissed = question.required && isBlank(value) && faults.length === 0 && !isUncertain
  const all = [
    ...faults,
    ...(isMissed ? [unanswered(question)] : []),
    ...(isUncertain ? [doubt(question, value, confidence)] : []),
  ]
  return {
    value,
    ...(raw !== undefined && { raw }),
    ...(isUncertain && { confidence }),
    isDoubtful: all.some(({ leaves }) => leaves === 'doubt'),
    findings: all
      .filter(({ leaves }) => leaves !== 'damage' || !asked.damaged.has(asked.name))
      .map(({ rule, says }) => finding(rule, `${subject(asked.label)} ${says}`, asked.name)),
  }
}

/** True when nothing was answered: no text, no tick, no row. */
export function isBlank(value: RecordValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}

function confidenceOf(question: Question, { name, raw }: Asked): number {
  const certainties = namesOf(question, name).map((of) => raw(of)?.confidence ?? 1)
  return Math.max(0, Math.min(1, ...certainties))
}

function doubt(question: Question, value: RecordValue, confidence: number): Fault {
  const read = isBlank(value) ? whyBlank(confidence) : whatWasRead(question, value)
  return doubtful(`${read}; compare it with the original`)
}

function whyBlank(confidence: number): string {
  return confidence < ILLEGIBLE
    ? 'seems to have no answer, but there is something in its box'
    : 'seems to have no answer, which is not certain'
}

function whatWasRead(question: Question, value: RecordValue): string {
  const said = Array.isArray(value)
    ? value.map((one) => labelOf(question, one)).join(', ')
    : labelOf(question, value)
  return `was read from the page as ${quoted(said)}, which is not certain`
}

/** An option as people see it. */
function labelOf(question: Question, value: RecordValue): string {
  if (value === true) return 'ticked'
  const options = 'options' in question ? visibleOptions(question) : []
  return options.find((option) => option.value === value)?.label ?? String(value)
}

function unanswered(question: Question): Fault {
  return { rule: 'value-required', says: howToAnswer(question) }
}

function howToAnswer(question: Question): string {
  switch (question.type) {
    case 'checkbox':
      return 'must be ticked'
    case 'checks':
      return 'has no answer; tick at least one box'
    case 'choice':
    case 'select':
      return `has no answer; choose ${listed(visibleOptions(question))}`
    case 'rating':
      return `has no answer; choose a number from 1 to ${question.max}`
    default:
      return 'has no answer; fill it in'
  }
}
