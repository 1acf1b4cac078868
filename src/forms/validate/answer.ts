import { visibleOptions } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { RecordValue } from '../../model/record.ts'
import { readByKind, type Source } from './kinds/index.ts'
import { namesOf, type Question } from './question.ts'
import { doubtful, type Fault, type Voice } from './voice.ts'

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
    ...(isMissed ? [unanswered(question, asked.voice)] : []),
    ...(isUncertain
      ? [
          doubt(
            question,
            value,
            { confidence, isUnreadable: isUnreadable(question, asked) },
            asked.voice,
          ),
        ]
      : []),
  ]
  return {
    value,
    ...(raw !== undefined && { raw }),
    ...(isUncertain && { confidence }),
    isDoubtful: all.some(({ leaves }) => leaves === 'doubt'),
    findings: all
      .filter(({ leaves }) => leaves !== 'damage' || !asked.damaged.has(asked.name))
      .map(({ rule, says, values }) =>
        finding(
          rule,
          asked.voice.say(says, { ...values, question: asked.voice.subject(asked.label) }),
          asked.name,
        ),
      ),
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

function isUnreadable(question: Question, { name, raw }: Asked): boolean {
  return namesOf(question, name).some((of) => raw(of)?.isUnreadable)
}

function doubt(
  question: Question,
  value: RecordValue,
  { confidence, isUnreadable }: { readonly confidence: number; readonly isUnreadable: boolean },
  voice: Voice,
): Fault {
  if (!isBlank(value))
    return doubtful(
      '{question} was read from the page as {text}, which is not certain; compare it with the original',
      { text: voice.quoted(whatWasRead(question, value, voice)) },
    )
  if (isUnreadable)
    return doubtful('{question} cannot be read on the paper; ask whose form it is what it says')
  return doubtful(
    confidence < ILLEGIBLE
      ? '{question} seems to have no answer, but there is something in its box; compare it with the original'
      : '{question} seems to have no answer, which is not certain; compare it with the original',
  )
}

function whatWasRead(question: Question, value: RecordValue, voice: Voice): string {
  return Array.isArray(value)
    ? value.map((one) => labelOf(question, one, voice)).join(', ')
    : labelOf(question, value, voice)
}

function labelOf(question: Question, value: RecordValue, { say }: Voice): string {
  if (value === true) return say('ticked')
  const options = 'options' in question ? visibleOptions(question) : []
  return options.find((option) => option.value === value)?.label ?? String(value)
}

function unanswered(question: Question, { oneOf }: Voice): Fault {
  const rule = 'value-required'
  switch (question.type) {
    case 'checkbox':
      return { rule, says: '{question} must be ticked' }
    case 'checks':
      return { rule, says: '{question} has no answer; tick at least one box' }
    case 'choice':
    case 'select':
      return {
        rule,
        says: '{question} has no answer; choose {options}',
        values: { options: oneOf(visibleOptions(question).map(({ label }) => label)) },
      }
    case 'rating':
      return {
        rule,
        says: '{question} has no answer; choose a number from 1 to {max}',
        values: { max: question.max },
      }
    default:
      return { rule, says: '{question} has no answer; fill it in' }
  }
}
