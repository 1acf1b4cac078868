import type { Directives } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import type { FieldType } from '../../model/field.ts'
import { report } from '../../model/message.ts'
import { didYouMean, listed } from '../../model/suggest.ts'
import { attributesOf, placeOf } from '../directives/directive.ts'
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
  wholeNumber,
} from './readers.ts'
import type { FieldPlace } from './type.ts'

const widths = ['third', 'half', 'full'] as const
const choices = { options: readOptions, other: flag }

/** The attributes that each type has beside those of all fields. */
const attributes: Readonly<Record<FieldType, Readonly<Record<string, ReadAttribute>>>> = {
  text: { maxLength: wholeNumber(1), pattern: regularExpression },
  multiline: { lines: wholeNumber(1, 40), maxLength: wholeNumber(1) },
  number: { min: decimal, max: decimal, decimals: wholeNumber(0, 6), unit: text },
  date: { min: isoDate, max: isoDate },
  email: {},
  choice: choices,
  select: choices,
  checks: choices,
  checkbox: {},
  rating: { max: wholeNumber(2, 10), low: text, high: text },
  signature: { date: fieldName },
  rows: { min: wholeNumber(1, 60) },
}

/** What holds where the author says nothing. */
const defaults: Readonly<Partial<Record<FieldType, Readonly<Record<string, unknown>>>>> = {
  multiline: { lines: 3 },
  rating: { max: 5 },
  rows: { min: 3 },
}

const defaultWidths: Readonly<Record<FieldType, (typeof widths)[number]>> = {
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

/** Reads the attributes of a field of a known type; undefined when a value that it needs cannot be used. */
export function readAttributes(
  directive: Directives,
  type: FieldType,
  place: FieldPlace,
  file: VFile,
): Record<string, unknown> | undefined {
  const readers = readersOf(type, place)
  const values: Record<string, unknown> = {
    required: false,
    ...defaults[type],
    ...(place === 'block' && { width: defaultWidths[type] }),
  }
  let usable = true
  for (const [name, written] of attributesOf(directive)) {
    const read = readers.get(name)
    if (!read) {
      if (name !== 'type' || type === 'signature' || type === 'rows') {
        reportUnknown(directive, name, type, [...readers.keys()], file)
      }
      continue
    }
    const reading = read(written)
    if ('value' in reading) values[name] = reading.value
    else {
      usable &&= name !== 'options'
      const rule = name === 'options' ? 'field-options' : 'field-attribute'
      const reason = reading.reason ?? `Unexpected value \`${written}\` for \`${name}\``
      report(file, rule, `${reason}, expected ${reading.expected}`, placeOf(directive, name))
    }
  }
  if (readers.has('options') && !('options' in values)) {
    if (usable) reportMissingOptions(directive, type, file)
    return undefined
  }
  reportEmptyRange(values, directive, file)
  return values
}

function readersOf(type: FieldType, place: FieldPlace): ReadonlyMap<string, ReadAttribute> {
  return new Map<string, ReadAttribute>(
    Object.entries({
      required: flag,
      hint: text,
      ...(place === 'block' && { width: oneOf(widths) }),
      ...attributes[type],
    }),
  )
}

function reportUnknown(
  directive: Directives,
  name: string,
  type: FieldType,
  known: readonly string[],
  file: VFile,
): void {
  const reason = `Unexpected attribute \`${name}\` for a field of type \`${type}\`${didYouMean(name, known)}`
  const note = `It can have ${listed(known)}.`
  report(file, 'field-attribute', reason, placeOf(directive, name), note)
}

function reportMissingOptions(directive: Directives, type: FieldType, file: VFile): void {
  const reason = `Missing options of a field of type \`${type}\`, expected such as \`options="yes=Yes|no=No"\``
  report(file, 'field-options', reason, directive)
}

function reportEmptyRange(
  { min, max }: Readonly<Record<string, unknown>>,
  directive: Directives,
  file: VFile,
): void {
  const numbers = typeof min === 'number' && typeof max === 'number' && min > max
  const dates = typeof min === 'string' && typeof max === 'string' && min > max
  if (!numbers && !dates) return
  const reason = `Unexpected value \`${min}\` for \`min\`, expected no more than \`${max}\``
  report(file, 'field-attribute', reason, placeOf(directive, 'min'))
}
