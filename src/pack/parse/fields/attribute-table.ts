import type { FieldType } from '../../../model/field.ts'
import { readOptions } from './options.ts'
import {
  decimal,
  fieldName,
  flag,
  isoDate,
  oneOf,
  type ReadAttribute,
  regularExpression,
  text,
  values,
  wholeNumber,
} from './readers.ts'

const widths = ['third', 'half', 'full'] as const
const choices = { options: readOptions, other: flag }

export const commonAttributes = { required: flag, hint: text }

/** The attribute of fields on a line of their own. */
export const width = oneOf(widths)

/** The attributes that each type has beside those of all fields. */
export const attributesOfType: Readonly<
  Record<FieldType, Readonly<Record<string, ReadAttribute>>>
> = {
  text: { maxLength: wholeNumber(1), pattern: regularExpression },
  multiline: { lines: wholeNumber(1, 40), maxLength: wholeNumber(1) },
  number: { min: decimal, max: decimal, decimals: wholeNumber(0, 6), unit: text },
  date: { min: isoDate, max: isoDate },
  email: {},
  choice: choices,
  select: choices,
  checks: { ...choices, alone: values },
  checkbox: {},
  rating: { max: wholeNumber(2, 10), low: text, high: text },
  signature: { date: fieldName },
  rows: { min: wholeNumber(1, 60) },
}

/** What holds where the author says nothing. */
export const defaults: Readonly<Partial<Record<FieldType, Readonly<Record<string, unknown>>>>> = {
  multiline: { lines: 3 },
  rating: { max: 5 },
  rows: { min: 3 },
}

/** The share of the line that a field takes where the author says nothing. */
export const defaultWidths: Readonly<Record<FieldType, (typeof widths)[number]>> = {
  text: 'full',
  multiline: 'full',
  number: 'half',
  date: 'half',
  email: 'half',
  choice: 'full',
  select: 'half',
  checks: 'full',
  checkbox: 'full',
  rating: 'full',
  signature: 'half',
  rows: 'full',
}
