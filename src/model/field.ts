import * as z from 'zod/mini'

/** One option of a choice, select or checks field. */
export const Option = z.strictObject({
  /** What the record says. */
  value: z.string().check(z.minLength(1)),
  /** What a person reads. */
  label: z.string().check(z.minLength(1)),
  /** The on-state in the PDF: ASCII letters, digits and hyphens, never digits only, never `Off`. */
  state: z.string().check(z.regex(/^(?!\d+$)(?!off$)[a-z0-9-]+$/)),
})
export type Option = z.infer<typeof Option>

/** A dotted name such as `mentee.name`; also the fully qualified name in the PDF. */
export const FieldName = z.string().check(
  z.regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/),
  z.refine(
    (name) => !name.split('.').some((part) => part === 'constructor' || part === 'prototype'),
  ),
)

const common = {
  name: FieldName,
  /** The question, as a person reads it; screen readers say it. */
  label: z.string().check(z.minLength(1)),
  hint: z.optional(z.string()),
  required: z.boolean(),
  /** Share of the line a block field takes. Inline fields have none. */
  width: z.optional(z.enum(['third', 'half', 'full'])),
}

const options = z.array(Option).check(z.minLength(1))

const TextField = z.strictObject({
  type: z.literal('text'),
  ...common,
  maxLength: z.optional(z.int().check(z.positive())),
  /** A regular expression that the whole answer must match. */
  pattern: z.optional(z.string()),
  /** It asks for the identity that the organisation chose, until that is known. */
  identity: z.optional(z.literal(true)),
})
const MultilineField = z.strictObject({
  type: z.literal('multiline'),
  ...common,
  /** Height of the box in lines of writing. */
  lines: z.int().check(z.gte(1), z.lte(40)),
  maxLength: z.optional(z.int().check(z.positive())),
})
const NumberField = z.strictObject({
  type: z.literal('number'),
  ...common,
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** How many digits may stand after the decimal point; absent: any. */
  decimals: z.optional(z.int().check(z.gte(0), z.lte(6))),
  unit: z.optional(z.string()),
})
const DateField = z.strictObject({
  type: z.literal('date'),
  ...common,
  /** Earliest and latest day, ISO 8601. */
  min: z.optional(z.iso.date()),
  max: z.optional(z.iso.date()),
})
const EmailField = z.strictObject({ type: z.literal('email'), ...common })
/** One of a few options, all of them visible (radio buttons). */
const ChoiceField = z.strictObject({
  type: z.literal('choice'),
  ...common,
  options,
  /** The name of the text field for "Other", when there is one. */
  other: z.optional(FieldName),
})
/** One of several options, in a drop-down list of a web page. */
const SelectField = z.strictObject({
  type: z.literal('select'),
  ...common,
  options,
  other: z.optional(FieldName),
  /** In PDFs all options are radio buttons; absent where they are too many, and in forms of old. */
  buttons: z.optional(z.literal(true)),
})
/** Any of several options (checkboxes). */
const ChecksField = z.strictObject({
  type: z.literal('checks'),
  ...common,
  options,
  /** Values of options that exclude all others, such as "None of these". */
  alone: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
  other: z.optional(FieldName),
})
/** One box; the label is the statement that is confirmed. */
const CheckboxField = z.strictObject({ type: z.literal('checkbox'), ...common })
/** A whole number from 1 to `max` (radio buttons). */
const RatingField = z.strictObject({
  type: z.literal('rating'),
  ...common,
  max: z.int().check(z.gte(2), z.lte(10)),
  low: z.optional(z.string()),
  high: z.optional(z.string()),
})
const SignatureField = z.strictObject({
  type: z.literal('signature'),
  ...common,
  /** The name of the date field beside it, when there is one. */
  date: z.optional(FieldName),
})

/** What may stand in a column of a table of rows. */
export const ColumnField = z.discriminatedUnion('type', [
  TextField,
  MultilineField,
  NumberField,
  DateField,
  EmailField,
  SelectField,
  CheckboxField,
])
export type ColumnField = z.infer<typeof ColumnField>

export const columnTypes = ColumnField.def.options.flatMap((option) => option.shape.type.def.values)

/** A table in which each row is one entry. A column's name is relative to the row. */
const RowsField = z.strictObject({
  type: z.literal('rows'),
  ...common,
  /** How many rows the form shows. */
  min: z.int().check(z.gte(1), z.lte(60)),
  columns: z.array(ColumnField).check(z.minLength(1)),
})

/** A question of a form. */
export const Field = z.discriminatedUnion('type', [
  TextField,
  MultilineField,
  NumberField,
  DateField,
  EmailField,
  ChoiceField,
  SelectField,
  ChecksField,
  CheckboxField,
  RatingField,
  SignatureField,
  RowsField,
])
export type Field = z.infer<typeof Field>

export type FieldType = Field['type']

/** The field of one type, for example `FieldOf<'rows'>`. */
export type FieldOf<Type extends FieldType> = Extract<Field, { readonly type: Type }>

/** All types in the order in which messages list them. */
export const fieldTypes = Field.def.options.flatMap((option) => option.shape.type.def.values)
