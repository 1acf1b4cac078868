import { put, type Values } from '../../contracts/nested-values.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { Field, FieldOf } from '../../model/field.ts'
import { type Answer, type Asked, isBlank, readAnswer } from './answer.ts'
import { readOther } from './other.ts'
import { namesOf, otherNameOf, type Question } from './question.ts'
import { usualVoice, type Voice } from './voice.ts'

export interface Answers {
  readonly values: Values
  /** Texts that had to be read, by the name of their PDF field. */
  readonly raw: Readonly<Record<string, string>>
  /** The names in `raw` whose text could not be read, so that it is in `values` as `null`. */
  readonly unread: readonly string[]
  /** Certainty from 0 to 1 of the answers that are not certain, by the name of their PDF field. */
  readonly confidence: Readonly<Record<string, number>>
  /** Whether one of them may be another, so that the record is not complete. */
  readonly areDoubtful: boolean
  /** The boxes of the form that are not in the file any more. */
  readonly missing: readonly MissingBox[]
  /** What is to be said of the answers, apart from boxes that are missing. */
  readonly findings: readonly Finding[]
}

/** A box of the form that is not in the file any more. */
export interface MissingBox {
  readonly name: string
  /** The question, with the row where it is one of a table. */
  readonly label: string
}

/**
 * Reads the answers to all questions of a form from what its PDF fields hold. Dates are compared with `today`, ISO 8601, where
 * it is given.
 */
export function readAnswers(
  {
    form: { fields, locale },
    values: held,
    damaged,
  }: Pick<Extraction, 'form' | 'values' | 'damaged'>,
  {
    today,
    voice = usualVoice,
  }: { readonly today?: string | undefined; readonly voice?: Voice | undefined } = {},
): Answers {
  const values: Values = {}
  const parts = fields.map((field) =>
    readField(field, values, { locale, voice, today, damaged, raw: (name) => held.get(name) }),
  )
  const entries = parts.flatMap((part) => part.entries)
  const raw: Record<string, string> = {}
  const confidence: Record<string, number> = {}
  const unread: string[] = []
  for (const { name, answer } of entries) {
    if (answer.raw !== undefined) raw[name] = answer.raw
    if (answer.raw !== undefined && answer.value === null) unread.push(name)
    if (answer.confidence !== undefined) confidence[name] = answer.confidence
  }
  return {
    values,
    raw,
    unread,
    confidence,
    areDoubtful: entries.some(({ answer }) => answer.isDoubtful),
    missing: parts.flatMap((part) => part.missing),
    findings: parts.flatMap((part) => part.findings),
  }
}

/** The answer under one name of the PDF. */
interface Entry {
  readonly name: string
  readonly answer: Answer
}

/** What a field gives: its entries, its boxes that are missing, and the findings about them and about the field as a whole. */
interface Part {
  readonly entries: readonly Entry[]
  readonly missing: readonly MissingBox[]
  readonly findings: readonly Finding[]
}

type Source = Pick<Asked, 'locale' | 'voice' | 'today' | 'raw' | 'damaged'>

function readField(field: Field, values: Values, source: Source): Part {
  switch (field.type) {
    case 'signature':
      return { entries: [], missing: [], findings: [] }
    case 'rows':
      return readRows(field, values, source)
    default:
      return readQuestion(field, values, { ...source, name: field.name, label: field.label })
  }
}

/** Reads a question, and the text beside "Other" where it has one, into the values of the record or of its row. */
function readQuestion(question: Question, values: Values, asked: Asked): Part {
  const missing = namesOf(question, asked.name).filter((name) => !asked.raw(name))
  const main = readAnswer(missing.length > 0 ? { ...question, required: false } : question, asked)
  put(values, question.name, main.value)
  const entries: Entry[] = [{ name: asked.name, answer: main }]
  const other = otherNameOf(question)
  if (other !== undefined) {
    const answer = readOther(question, other, main.value, asked)
    put(values, other, answer.value)
    entries.push({ name: other, answer })
    if (!asked.raw(other)) missing.push(other)
  }
  return {
    entries,
    missing: missing.map((name) => ({ name, label: asked.label })),
    findings: entries.flatMap(({ answer }) => answer.findings),
  }
}

/** Reads the rows of a table that have something in them. */
function readRows(field: FieldOf<'rows'>, values: Values, source: Source): Part {
  const rows: Values[] = []
  const parts: Part[] = []
  for (let row = 1; row <= field.min; row += 1) {
    const inRow: Values = {}
    const cells = field.columns.map((column) =>
      readQuestion(column, inRow, {
        ...source,
        name: `${field.name}.${row}.${column.name}`,
        label: source.voice.say('{table}, row {row}, {column}', {
          table: field.label,
          row,
          column: column.label,
        }),
      }),
    )
    const isEmpty = cells.every(({ entries }) => entries.every(({ answer }) => isNothing(answer)))
    if (!isEmpty) rows.push(inRow)
    parts.push(...(isEmpty ? cells.map(onlyMissing) : cells))
  }
  put(values, field.name, rows)
  const unanswered = field.required && rows.length === 0
  return {
    entries: parts.flatMap(({ entries }) => entries),
    missing: parts.flatMap(({ missing }) => missing),
    findings: [
      ...parts.flatMap(({ findings }) => findings),
      ...(unanswered
        ? [
            finding(
              'value-required',
              source.voice.say('{question} has no entry; fill in at least one row', {
                question: source.voice.subject(field.label),
              }),
              field.name,
            ),
          ]
        : []),
    ],
  }
}

/** True when there is no answer, no text that could not be read as one, and no doubt about it. */
function isNothing({ value, raw, confidence }: Answer): boolean {
  return isBlank(value) && raw === undefined && confidence === undefined
}

/** An empty row has nothing to find fault with but boxes that are gone. */
function onlyMissing({ missing }: Part): Part {
  return { entries: [], missing, findings: [] }
}
