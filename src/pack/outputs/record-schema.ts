import { privateQuestions } from '../../contracts/definition.ts'
import { OTHER } from '../../contracts/slot.ts'
import type { ColumnField, Field, FieldOf } from '../../model/field.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { SignatureDoubt, SignatureUnchecked } from '../../model/record.ts'

/**
 * The JSON Schema of a form's records. Every record has the shape; a `complete` one also keeps to the limits and has the
 * answers that the form requires. Dates' limits, patterns and rules between answers are checked by import only.
 */
export function recordSchema(
  form: Pick<FormDefinition, 'id' | 'version' | 'title' | 'fields' | 'private'>,
): JsonSchema {
  const optional = {
    trust: { const: 'embedded' },
    supersedes: recordId,
    case: digest,
    identifying: listOf(text),
    keep: { type: 'object' },
    apart: { const: true },
    closed: decision,
    held: decision,
    confirmed: decision,
    withheld: listOf(text),
    extra: mapOf(listOf(text)),
    copies: listOf(copy),
  }
  const shape = object(
    {
      $schema: text,
      id: recordId,
      form: object(
        { id: { const: form.id }, version: text, hash: digest, title: text },
        { questions: digest },
      ),
      organisation: text,
      status: { enum: ['complete', 'incomplete'] },
      values: nested(form.fields, shapes),
      signatures: listOf(signature),
      source,
      messages: listOf(message),
    },
    optional,
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: form.title,
    description: `A completed form “${form.title}”, version ${form.version}`,
    ...shape,
    if: { type: 'object', properties: { status: { const: 'complete' } } },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
    then: { type: 'object', properties: { values: nested(withoutPrivate(form), limits) } },
  }
}

/** The fields, of which those that may be private are not required: what was withheld is not missing. */
function withoutPrivate(form: Pick<FormDefinition, 'fields' | 'private'>): Field[] {
  const names = privateQuestions(form)
  return form.fields.map((field) =>
    names.includes(field.name) ? { ...field, required: false } : field,
  )
}

/** The JSON Schema of the file with the answers on an anonymous form of one month. */
export function anonymousSchema(
  form: Pick<FormDefinition, 'id' | 'version' | 'title' | 'fields'>,
): JsonSchema {
  const record = object(
    {
      form: object({ id: { const: form.id }, version: text, title: text }, { questions: digest }),
      organisation: text,
      month: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}$' },
      values: nested(form.fields, shapes),
    },
    { unread: mapOf(text) },
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: form.title,
    description: `The completed forms “${form.title}” of one month, version ${form.version}`,
    ...object({ format: { const: 1 }, answers: listOf(record), seen: listOf(digest) }),
  }
}

type Question = Exclude<Field, FieldOf<'signature' | 'rows'>> | ColumnField

/** What is said of one answer and of one table. */
interface Leaves {
  readonly answer: (question: Question) => JsonSchema
  readonly table: (field: FieldOf<'rows'>, row: JsonSchema) => JsonSchema
}

/** What holds for every record, whatever was filled in. */
const shapes: Leaves = { answer: shapeOf, table: (_, row) => listOf(row) }

/** What holds for a complete record. */
const limits: Leaves = {
  answer: limitsOf,
  table: (field, row) => ({ ...listOf(row), ...(field.required && { minItems: 1 }) }),
}

function shapeOf(question: Question): JsonSchema {
  switch (question.type) {
    case 'checkbox':
      return { type: 'boolean' }
    case 'checks':
      return { ...listOf({ enum: optionValues(question) }), uniqueItems: true }
    case 'number':
      return nullable({ type: 'number' })
    case 'date':
      return nullable({ type: 'string', format: 'date' })
    case 'rating':
      return nullable({ type: 'integer', minimum: 1, maximum: question.max })
    case 'choice':
    case 'select':
      return nullable({ enum: optionValues(question) })
    default:
      return nullable({ type: 'string', minLength: 1 })
  }
}

function limitsOf(question: Question): JsonSchema {
  switch (question.type) {
    case 'checkbox':
      return question.required ? { const: true } : { type: 'boolean' }
    case 'checks':
      return { type: 'array', ...(question.required && { minItems: 1 }) }
    default:
      return question.required ? limitsOfValue(question) : nullable(limitsOfValue(question))
  }
}

function limitsOfValue(question: Exclude<Question, FieldOf<'checkbox' | 'checks'>>): JsonSchema {
  switch (question.type) {
    case 'number':
      return {
        type: question.decimals === 0 ? 'integer' : 'number',
        ...(question.min !== undefined && { minimum: question.min }),
        ...(question.max !== undefined && { maximum: question.max }),
      }
    case 'rating':
      return { type: 'integer' }
    case 'email':
      return { type: 'string', pattern: '^[^\\s@]+@[^\\s@]+$' }
    case 'text':
    case 'multiline':
      return {
        type: 'string',
        ...(question.maxLength !== undefined && { maxLength: question.maxLength }),
      }
    default:
      return { type: 'string' }
  }
}

/** The values of fields as they nest by the dots of their names. */
function nested(fields: readonly (Field | ColumnField)[], leaves: Leaves): JsonSchema {
  return groups(fields.flatMap((field) => properties(field, leaves)))
}

type Property = readonly [path: readonly string[], schema: JsonSchema]

function properties(field: Field | ColumnField, leaves: Leaves): Property[] {
  const path = field.name.split('.')
  if (field.type === 'signature') return []
  if (field.type === 'rows') return [[path, leaves.table(field, nested(field.columns, leaves))]]
  const other = 'other' in field && field.other
  return [
    [path, leaves.answer(field)],
    ...(other ? [[other.split('.'), nullable(text)] satisfies Property] : []),
  ]
}

function groups(list: readonly Property[]): JsonSchema {
  const byFirst = Map.groupBy(list, ([[first = '']]) => first)
  return object(
    Object.fromEntries(
      [...byFirst].map(([first, members]) => [
        first,
        members.find(([path]) => path.length === 1)?.[1] ??
          groups(members.map(([path, schema]) => [path.slice(1), schema])),
      ]),
    ),
  )
}

const text: JsonSchema = { type: 'string' }
const flag: JsonSchema = { type: 'boolean' }
const pageIndex: JsonSchema = { type: 'integer', minimum: 0 }
const digest: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const recordId: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{32}$' }

const decision = object({ on: { type: 'string', format: 'date' }, reason: text })

const signature = object(
  { field: text, kind: { enum: ['digital', 'typed', 'drawn'] } },
  {
    by: text,
    at: text,
    intact: flag,
    coversWholeFile: flag,
    changedAfter: listOf(text),
    overwrittenAfter: listOf(text),
    signedAfter: listOf(text),
    redrawnAfter: listOf(pageIndex),
    remarkedAfter: listOf(pageIndex),
    trusted: flag,
    doubts: listOf({ enum: SignatureDoubt.options }),
    sameSignatureAs: listOf(text),
    sameSignerAs: listOf(text),
    unchecked: listOf({ enum: SignatureUnchecked.options }),
  },
)

const paper = object(
  {
    task: text,
    answers: mapOf(
      object({ method: { enum: ['mark-read', 'keyed', 'unreadable'] } }, { value: text }),
    ),
    sheets: listOf(object({ file: text, sha256: digest, index: pageIndex, page: pageIndex })),
  },
  { by: text },
)

const source = object(
  {
    file: text,
    sha256: digest,
    bytes: { type: 'integer', minimum: 0 },
    method: { enum: ['fields', 'flattened', 'page', 'keyed', 'paper'] },
    importedAt: { type: 'string', format: 'date-time' },
  },
  {
    software: text,
    raw: mapOf(text),
    confidence: mapOf({ type: 'number', minimum: 0, maximum: 1 }),
    written: object({}, { signed: text, modified: text }),
    paper,
  },
)

const message = object(
  { rule: text, severity: { enum: ['error', 'warning', 'info'] }, message: text },
  { field: text },
)

const copy = object(
  {
    file: text,
    sha256: digest,
    bytes: { type: 'integer', minimum: 0 },
    importedAt: { type: 'string', format: 'date-time' },
    status: { enum: ['complete', 'incomplete'] },
    messages: listOf(message),
  },
  { paper },
)

function object(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

function mapOf(values: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: values }
}

function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] }
}

function optionValues(field: FieldOf<'choice' | 'select' | 'checks'>): string[] {
  const values = field.options.map(({ value }) => value)
  return field.other ? [...values, OTHER.value] : values
}
