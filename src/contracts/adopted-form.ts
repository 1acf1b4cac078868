import * as z from 'zod'
import { slug } from '../language/slug.ts'
import { DocumentId } from '../model/document.ts'
import { Field } from '../model/field.ts'
import {
  type FormDefinition,
  Keep,
  type OriginalField,
  Privacy,
  Private,
  RecordKey,
  type Widget,
} from '../model/form.ts'
import { FormRule } from '../model/form-rule.ts'
import { type PdfField, readFormFields } from '../pdf/form-fields.ts'
import { openPdf } from '../pdf/open.ts'
import { readPages } from '../pdf/pages.ts'
import { sealDefinition } from './definition.ts'
import { takesOthers, takesSeveral } from './list-field.ts'
import { printOfPdf } from './printed.ts'
import { withoutRoom } from './tooltip.ts'

/** The ending of the files in `forms/` beside the configuration that say what a form asks that others made. */
const ENDING = '.json'

/** A question to a field of the PDF. What else stands in it is as in the definitions of forms. */
export const AdoptedQuestion = z.looseObject({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  /** Name of the field in the PDF; absent where the question has several. */
  field: z.string().optional(),
  /** Where it stands, counted from 1; for people only. */
  page: z.int().optional(),
  options: z
    .array(
      z.strictObject({
        value: z.string(),
        label: z.string(),
        /** What the PDF stores where this is chosen. */
        stored: z.string(),
        /** Name of its own field in the PDF, where each answer has one. */
        field: z.string().optional(),
      }),
    )
    .optional(),
  /** Of a table: its columns, and the names of the fields in the PDF row by row. */
  columns: z
    .array(z.looseObject({ name: z.string(), label: z.string(), type: z.string() }))
    .optional(),
  cells: z.array(z.array(z.string())).optional(),
})
export type AdoptedQuestion = z.infer<typeof AdoptedQuestion>

/** What a form asks that others made, as people may edit it. */
export const AdoptedForm = z.strictObject({
  format: z.literal(1),
  id: DocumentId,
  title: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Expected a version such as `1.0.0`'),
  /** Name of the blank form, which lies beside. */
  pdf: z.string().regex(/^[\w-]+\.pdf$/),
  recordKey: z.optional(RecordKey),
  retention: z.string().optional(),
  keep: z.optional(Keep),
  sensitive: z.literal('anonymous').optional(),
  privacy: z.optional(Privacy),
  private: z.optional(Private),
  rules: z.array(FormRule).optional(),
  questions: z.array(AdoptedQuestion).min(1),
})
export type AdoptedForm = z.infer<typeof AdoptedForm>

/** Whether a file in `forms/` has the name of one. */
export function isAdoptedName(name: string): boolean {
  return name.endsWith(ENDING) && !name.endsWith('.form.json')
}

/** The names of the two files of an adopted form. */
export function adoptedNames(id: string): { readonly json: string; readonly pdf: string } {
  return { json: `${id}${ENDING}`, pdf: `${id}.pdf` }
}

const WRITTEN = ['text', 'multiline', 'number', 'date', 'email']

/** Which types a question can have, by what the PDF has for it. */
const fitting: Readonly<Record<PdfField['type'], readonly string[]>> = {
  text: WRITTEN,
  checkbox: ['checkbox', 'choice'],
  radio: ['choice'],
  choice: ['select'],
  signature: ['signature'],
  pushbutton: [],
  unknown: ['text'],
}

/** What one field of the PDF is of a question: all of it, one of its answers, or a cell. */
type Part = Pick<AdoptedQuestion, 'name' | 'type' | 'options'> & {
  readonly field: string
  /** The on-state of the answer that its box stands for. */
  readonly state?: string
}

function partsOf({
  name,
  type,
  field,
  options = [],
  columns = [],
  cells,
}: AdoptedQuestion): Part[] {
  if (cells)
    return cells.flatMap((row, index) =>
      row.flatMap((cell, column): Part[] => {
        const of = columns[column]
        return of ? [{ name: `${name}.${index + 1}.${of.name}`, type: of.type, field: cell }] : []
      }),
    )
  const boxes = options.flatMap((option, index): Part[] => {
    const state = stateOf(option.value, index)
    const own = type === 'checks' ? `${name}.${state}` : name
    return option.field === undefined ? [] : [{ name: own, type, field: option.field, state }]
  })
  if (boxes.length > 0) return boxes
  return [{ name, type, options, field: field ?? '' }]
}

function faultOf(
  { field, type, state }: Part,
  label: string,
  there: ReadonlyMap<string, PdfField>,
): string | undefined {
  const found = there.get(field)
  if (!found) return `the PDF has no field \`${field}\`, which the question \`${label}\` is of`
  const may = mayBe(found, state !== undefined)
  return may.includes(type)
    ? undefined
    : `the question \`${label}\` has the type \`${type}\`, expected one of ${may.map((one) => `\`${one}\``).join(', ')}`
}

function mayBe(found: PdfField, isAnswer: boolean): readonly string[] {
  if (isAnswer) return found.type === 'checkbox' ? ['choice', 'checks'] : []
  if (takesSeveral(found)) return ['checks', 'select']
  return takesOthers(found) ? [...WRITTEN, 'select'] : fitting[found.type]
}

/** Whose form it is, and how its dates are read. */
export interface Adopter {
  readonly organisation: string
  readonly locale: string
}

/**
 * The definition of a form that others made, of what people say that it asks and of the blank PDF; or a sentence that says what is wrong
 * with it. Throws a `PdfError` for a PDF that cannot be read.
 */
export function adoptedDefinition(
  { questions, pdf: _, ...form }: AdoptedForm,
  pdf: Uint8Array,
  adopter: Adopter,
): FormDefinition | string {
  const file = openPdf(pdf)
  const there = new Map(readFormFields(file).fields.map((field) => [field.name, field]))
  const fields: Field[] = []
  const widgets: Widget[] = []
  const original: OriginalField[] = []
  for (const question of questions) {
    const parts = partsOf(question)
    const strange = parts.map((part) => faultOf(part, question.label, there)).find(Boolean)
    if (strange) return strange
    const read = Field.safeParse(fieldOf(question))
    if (!read.success) return `the question \`${question.label}\`: ${issueIn(read.error)}`
    if (fields.some(({ name }) => name === question.name))
      return `two questions have the name \`${question.name}\``
    fields.push(read.data)
    for (const part of parts) {
      const field = there.get(part.field)
      if (!field) continue
      const values = valuesOf(part, field)
      original.push({ name: field.name, is: part.name, values })
      widgets.push(...widgetsOf(part, field, new Map(values)))
    }
  }
  const { recordKey = [], rules = [], ...said } = form
  return sealDefinition({
    ...said,
    ...adopter,
    recordKey,
    rules,
    fields,
    pages: readPages(file).length,
    widgets,
    original,
    ...printOfPdf(pdf, widgets, { beside: true }),
  })
}

function issueIn({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}): string {
  const [first] = issues
  return first
    ? `\`${first.path.join('.') || 'it'}\` is not as expected (${first.message})`
    : 'it is not as expected'
}

function fieldOf({
  field: _,
  page: __,
  options,
  cells,
  columns,
  ...question
}: AdoptedQuestion): unknown {
  return {
    required: false,
    ...(question.type === 'multiline' && { lines: 4 }),
    ...question,
    ...(cells && { min: cells.length }),
    ...(columns && { columns: columns.map((column) => ({ required: false, ...column })) }),
    ...(options && {
      options: options.map(({ value, label }, index) => ({
        value,
        label,
        state: stateOf(value, index),
      })),
    }),
  }
}

/** On-states are letters, digits and hyphens, and none of them is a number. */
function stateOf(value: string, index: number): string {
  const name = slug(value, `option-${index + 1}`)
  return /^\d+$/.test(name) || name === 'off' ? `o-${name}` : name
}

function valuesOf({ type, options = [], state }: Part, field: PdfField): [string, string][] {
  const { widgets } = field
  if (state !== undefined)
    return [...new Set(widgets.flatMap(({ onStates }) => onStates))].map((on) => [on, state])
  if (type === 'checkbox')
    return [...new Set(widgets.flatMap(({ onStates }) => onStates))].map((state) => [state, 'yes'])
  if (field.type === 'choice' && WRITTEN.includes(type))
    return field.options.map(({ value, label }) => [value, label])
  return options.flatMap(({ value, label, stored }, index): [string, string][] => {
    if (type === 'choice' || type === 'checks') return [[stored, stateOf(value, index)]]
    return type === 'select'
      ? [[stored, value], ...(label === stored ? [] : [[label, label] as [string, string]])]
      : []
  })
}

function widgetsOf(
  { name, type }: Part,
  { widgets, tooltip }: PdfField,
  values: ReadonlyMap<string, string>,
): Widget[] {
  return widgets.flatMap(({ page, rect, onStates: [stored] }): Widget[] => {
    if (page === undefined || rect === undefined) return []
    const state = stored === undefined ? undefined : values.get(stored)
    return [
      {
        name,
        page,
        rect: [...rect],
        ...(state !== undefined && { state }),
        ...(tooltip !== undefined &&
          type !== 'choice' &&
          type !== 'checks' && { tooltip: withoutRoom(tooltip) }),
      },
    ]
  })
}
