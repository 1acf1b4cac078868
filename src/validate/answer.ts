import type { RawValue } from '../model/extraction.ts'
import type { ColumnField, Field, FieldOf, Option } from '../model/field.ts'
import type { RecordValue } from '../model/record.ts'
import { ratingOptions, visibleOptions } from '../model/slot.ts'
import { calendarOf } from './calendar.ts'
import { dateInWords, readDate } from './date.ts'
import { type Finding, finding, quoted, subject } from './finding.ts'
import { fold } from './fold.ts'
import { dateFaults, type Fault, numberFaults, textFaults } from './limits.ts'
import { readNumber } from './number.ts'
import { optionMeant } from './option.ts'

/** A question that has an answer of its own: any but a signature or a table. */
export type Question = Exclude<Field, FieldOf<'signature' | 'rows'>> | ColumnField

/** Where one answer is looked for. */
export interface Asked {
  /** Fully qualified name of the PDF field. */
  readonly name: string
  /** The question, with the row where it is one of a table. */
  readonly label: string
  readonly locale: string
  /** What the file holds under a name of the PDF. */
  readonly raw: (name: string) => RawValue | undefined
}

/** An answer as a record has it, and what is to be said of it. */
export interface Answer {
  /** `null` when blank or when the text cannot be read as an answer of this kind. */
  readonly value: RecordValue
  /** The text in the file, where the value does not show it. */
  readonly raw?: string
  /** Below 1 when there is an answer and it is not certain. */
  readonly confidence?: number
  readonly findings: readonly Finding[]
}

/** Reads the answer to a question and checks it against everything that the question itself asks for. */
export function readAnswer(question: Question, asked: Asked): Answer {
  const { value, raw, faults } = read(question, asked)
  const confidence = confidenceOf(question, asked)
  const uncertain = confidence < 1 && !isBlank(value)
  return {
    value,
    ...(raw !== undefined && { raw }),
    ...(uncertain && { confidence }),
    findings: [
      ...faults,
      ...(question.required && isBlank(value) && faults.length === 0 ? [unanswered(question)] : []),
      ...(uncertain ? [doubt(value)] : []),
    ].map(({ rule, says }) => finding(rule, asked.name, `${subject(asked.label)} ${says}`)),
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

/** The names in the PDF under which the answer to a question stands, that of "Other" left out. */
export function namesOf(question: Question, name: string): string[] {
  return question.type === 'checks'
    ? visibleOptions(question).map(({ state }) => `${name}.${state}`)
    : [name]
}

/** What became of the text of an answer. */
interface Reading {
  readonly value: RecordValue
  readonly raw?: string
  readonly faults: readonly Fault[]
}

const BLANK: Reading = { value: null, faults: [] }

function read(question: Question, asked: Asked): Reading {
  switch (question.type) {
    case 'checkbox':
      return readTick(asked.name, [question.label], asked)
    case 'checks':
      return readTicks(question, asked)
    default: {
      const texts = asked.raw(asked.name)?.texts.filter((text) => text.trim() !== '') ?? []
      return texts.length === 0 ? BLANK : readTexts(question, texts, asked)
    }
  }
}

function readTexts(
  question: Exclude<Question, FieldOf<'checkbox' | 'checks'>>,
  texts: readonly string[],
  asked: Asked,
): Reading {
  const text = texts.join('\n')
  switch (question.type) {
    case 'number':
      return readNumberText(text.trim(), question, asked)
    case 'date':
      return readDateText(text.trim(), question, asked)
    case 'email':
      return readEmail(text.trim())
    case 'choice':
    case 'select':
      return readOption(texts, visibleOptions(question), ({ value }) => value)
    case 'rating':
      return readOption(texts, ratingOptions(question), ({ value }) => Number(value))
    default:
      return readText(text, question)
  }
}

function readText(text: string, question: FieldOf<'text' | 'multiline'>): Reading {
  const value = text.toWellFormed()
  const damaged: Fault[] = value.includes('\ufffd')
    ? [
        {
          rule: 'value-uncertain',
          says: `reads ${quoted(value)}; the program that filled it in damaged a character, so compare it with the original`,
        },
      ]
    : []
  return { value, faults: [...damaged, ...textFaults(value, question)] }
}

function readNumberText(text: string, question: FieldOf<'number'>, asked: Asked): Reading {
  const reading = readNumber(text, {
    locale: asked.locale,
    unit: question.unit,
    label: question.label,
  })
  if (!reading)
    return unreadable(
      text,
      `must be a number, like ${question.min ?? 12}${question.unit ? ` (in ${question.unit})` : ''}, and it says ${quoted(text)}`,
    )
  const ambiguous: Fault[] = reading.ambiguous
    ? [
        {
          rule: 'value-ambiguous',
          says: `says ${quoted(text)}, which was read as ${reading.number}`,
        },
      ]
    : []
  return {
    value: reading.number,
    ...differing(text, String(reading.number)),
    faults: [...ambiguous, ...numberFaults(reading.number, question)],
  }
}

function readDateText(text: string, question: FieldOf<'date'>, asked: Asked): Reading {
  const reading = readDate(text, asked.locale)
  if (!reading)
    return unreadable(
      text,
      `must be a real date, like ${calendarOf(asked.locale).example}, and it says ${quoted(text)}`,
    )
  const words = dateInWords(reading.date)
  const faults: Fault[] = dateFaults(reading.date, question)
  if (reading.ambiguous)
    faults.unshift({
      rule: 'value-ambiguous',
      says: `says ${quoted(text)}, which was read as ${words}`,
    })
  if (reading.wrongWeekday)
    faults.unshift({
      rule: 'value-uncertain',
      says: `says ${quoted(text)}, and ${words} is another day of the week; ask which is right`,
    })
  return { value: reading.date, ...differing(text, reading.date), faults }
}

function readEmail(text: string): Reading {
  const faults: Fault[] = /^[^\s@]+@[^\s@]+$/u.test(text)
    ? []
    : [
        {
          rule: 'value-type',
          says: `must be an e-mail address, like name@example.org, and it says ${quoted(text)}`,
        },
      ]
  return { value: text.toWellFormed(), faults }
}

function readOption(
  texts: readonly string[],
  options: readonly Option[],
  toValue: (option: Option) => string | number,
): Reading {
  const text = texts.join('; ')
  const meant = new Set(
    texts
      .map((said) => optionMeant(said, options) ?? wordOf(said))
      .filter((found) => found !== 'off'),
  )
  if (meant.size === 0) return BLANK
  const [option] = meant
  if (meant.size > 1)
    return {
      value: null,
      raw: text.toWellFormed(),
      faults: [
        { rule: 'value-option', says: `has more than one answer, ${quoted(text)}; choose one` },
      ],
    }
  if (typeof option !== 'object')
    return {
      value: null,
      raw: text.toWellFormed(),
      faults: [
        {
          rule: 'value-option',
          says: `says ${quoted(text)}, which is not one of its options; choose ${listed(options)}`,
        },
      ],
    }
  return { value: toValue(option), faults: [] }
}

/** Reads a box; `on` are the words for ticked that are its own. */
function readTick(name: string, on: readonly string[], { raw }: Asked): Reading {
  const texts = raw(name)?.texts ?? []
  const says = texts.filter((text) => !isOff(text))
  const known = new Set([...ON, ...on].map(fold))
  const isClear =
    says.length === 0 ||
    (says.length === texts.length && says.every((text) => known.has(wordOf(text))))
  const doubt: Fault = {
    rule: 'value-uncertain',
    says: `was taken as ticked because it says ${quoted(texts.join('; '))}; compare it with the original`,
  }
  return { value: says.length > 0, faults: isClear ? [] : [doubt] }
}

function readTicks(question: FieldOf<'checks'>, asked: Asked): Reading {
  const ticks = visibleOptions(question).map(({ value, label, state }) => ({
    value,
    tick: readTick(`${asked.name}.${state}`, [value, label, state], asked),
  }))
  return {
    value: ticks.filter(({ tick }) => tick.value === true).map(({ value }) => value),
    faults: ticks.flatMap(({ tick }) => tick.faults),
  }
}

const ON = ['yes', 'on', 'true', '1', 'x', '✓', '✔', '☑', '☒']
const OFF = ['', 'off', 'no', 'false', '0']

function isOff(text: string): boolean {
  return OFF.includes(wordOf(text))
}

/** The word as it is compared; some programs write the slash of a PDF name along. */
function wordOf(text: string): string {
  return fold(text).replace(/^\//, '')
}

function confidenceOf(question: Question, asked: Asked): number {
  return Math.min(
    1,
    ...namesOf(question, asked.name).map((name) => asked.raw(name)?.confidence ?? 1),
  )
}

function doubt(value: RecordValue): Fault {
  const said = Array.isArray(value) ? value.join(', ') : value === true ? 'ticked' : String(value)
  return {
    rule: 'value-uncertain',
    says: `was read from the page as ${quoted(said)}, which is not certain; compare it with the original`,
  }
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

function unreadable(text: string, says: string): Reading {
  return { value: null, raw: text.toWellFormed(), faults: [{ rule: 'value-type', says }] }
}

function differing(text: string, canonical: string): { raw?: string } {
  return text === canonical ? {} : { raw: text.toWellFormed() }
}

function listed(options: readonly Option[]): string {
  const labels = options.map(({ label }) => quoted(label))
  if (labels.length > 8) return `one of its ${labels.length} options`
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(labels)
}
