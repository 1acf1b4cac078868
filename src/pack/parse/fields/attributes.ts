import type { Directives } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { OTHER } from '../../../contracts/slot.ts'
import { report } from '../../../messages/message.ts'
import { didYouMean, listed } from '../../../messages/suggest.ts'
import type { FieldType, Option } from '../../../model/field.ts'
import { attributesOf, placeOf } from '../directives/directive.ts'
import {
  attributesOfType,
  commonAttributes,
  defaults,
  defaultWidths,
  width,
} from './attribute-table.ts'
import { type ReadAttribute, text } from './readers.ts'
import type { FieldPlace } from './type.ts'

type Values = Record<string, unknown>

/** Reads the attributes of a field of a known type; undefined when it needs options and has none that can be used. */
export function readAttributes(
  directive: Directives,
  type: FieldType,
  place: FieldPlace,
  file: VFile,
): Values | undefined {
  const readers = readersOf(directive, type, place)
  const values: Values = {
    required: false,
    ...defaults[type],
    ...(place === 'block' && { width: defaultWidths[type] }),
  }
  for (const [name, written] of attributesOf(directive)) {
    const read = readers.get(name)
    if (read) Object.assign(values, readOne(directive, name, written, read, file))
    else reportUnknown(directive, name, type, [...readers.keys()], file)
  }
  reportEmptyRange(values, directive, file)
  reportUnknownAlone(values, directive, file)
  if (!readers.has('options') || 'options' in values) return values
  reportMissingOptions(directive, type, file)
  return undefined
}

function readersOf(
  { name }: Directives,
  type: FieldType,
  place: FieldPlace,
): ReadonlyMap<string, ReadAttribute> {
  const readers = new Map<string, ReadAttribute>(
    Object.entries({
      // Read already; the other directives say their type by their name.
      ...(name === 'field' && { type: text }),
      ...commonAttributes,
      ...(place === 'block' && { width }),
      ...attributesOfType[type],
    }),
  )
  // A cell has no room for a second field.
  if (place === 'column') readers.delete('other')
  return readers
}

function readOne(
  directive: Directives,
  name: string,
  written: string,
  read: ReadAttribute,
  file: VFile,
): Values {
  const reading = read(written)
  if ('value' in reading) return { [name]: reading.value }
  const rule = name === 'options' ? 'field-options' : 'field-attribute'
  const reason = reading.reason ?? `Unexpected value \`${written}\` for \`${name}\``
  report(file, rule, `${reason}, expected ${reading.expected}`, placeOf(directive, name))
  return {}
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
  if (attributesOf(directive).has('options')) return
  const reason = `Missing options of a field of type \`${type}\`, for example \`options="yes=Yes|no=No"\``
  report(file, 'field-options', reason, directive)
}

function reportUnknownAlone(
  { alone, options, other }: Values,
  directive: Directives,
  file: VFile,
): void {
  const known = [
    ...((options as readonly Option[] | undefined) ?? []),
    ...(other === true ? [OTHER] : []),
  ].map(({ value }) => value)
  for (const value of (alone as readonly string[] | undefined) ?? []) {
    if (known.includes(value)) continue
    const reason = `Unexpected value \`${value}\` for \`alone\`, expected one of ${listed(known)}`
    report(file, 'field-attribute', reason, placeOf(directive, 'alone'))
  }
}

function reportEmptyRange({ min, max }: Values, directive: Directives, file: VFile): void {
  const numbers = typeof min === 'number' && typeof max === 'number' && min > max
  const dates = typeof min === 'string' && typeof max === 'string' && min > max
  if (!numbers && !dates) return
  const reason = `Unexpected value \`${min}\` for \`min\`, expected no more than \`${max}\``
  report(file, 'field-attribute', reason, placeOf(directive, 'min'))
}
