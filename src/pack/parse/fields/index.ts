import type { Directives } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { OTHER, visibleOptions } from '../../../contracts/slot.ts'
import { report } from '../../../messages/message.ts'
import {
  type ColumnField,
  Field,
  FieldName,
  type FieldOf,
  type FieldType,
} from '../../../model/field.ts'
import { IDENTITY_OF_STAFF, PLACEHOLDER_PATTERN, readPlaceholder } from '../../text/placeholder.ts'
import { labelOf, nameOf, placeOf } from '../directives/directive.ts'
import { readAttributes } from './attributes.ts'
import { type FieldPlace, IDENTITY, readType } from './type.ts'

/** What is known of a field before its attributes are read. */
export interface FieldContext {
  readonly place: FieldPlace
  readonly file: VFile
  /** The type, where the directive itself says it. */
  readonly type?: FieldType
  /** The columns of a table. */
  readonly columns?: readonly ColumnField[]
}

/** Reads a field from its directive; undefined when a fault, which is reported, leaves none. */
export function readField(directive: Directives, context: FieldContext): Field | undefined {
  const { place, file, columns } = context
  const label = labelOf(directive)
  if (!label) report(file, 'field-label', 'Missing question in square brackets', directive)
  const name = readName(directive, file)
  const written = context.type ?? readType(directive, place, file)
  if (!written) return undefined
  const isIdentity = written === IDENTITY
  const type = isIdentity ? 'text' : written
  if (isIdentity && label) reportUnsaidIdentity(label, directive, file)

  const attributes = readAttributes(directive, type, place, file)
  if (!attributes || !label || !name) return undefined
  const { other, ...rest } = attributes
  const field = Field.parse({
    ...rest,
    ...(other === true && { other: `${name}Other` }),
    type,
    name,
    label,
    ...(isIdentity && { identity: true }),
    ...(columns && { columns }),
  })
  reportSecondOther(field, directive, file)
  return hasButtons(field, place) ? { ...field, buttons: true } : field
}

/** Most options that PDFs show as radio buttons: a list would hide them on paper. */
const mostButtons: Readonly<Record<FieldPlace, number>> = { block: 12, inline: 4, column: 4 }

function hasButtons(field: Field, place: FieldPlace): field is FieldOf<'select'> {
  return field.type === 'select' && visibleOptions(field).length <= mostButtons[place]
}

/** Who fills a form in must see whether a number or an address is asked for. */
function reportUnsaidIdentity(label: string, directive: Directives, file: VFile): void {
  const placeholders = [...label.matchAll(PLACEHOLDER_PATTERN)].map((match) =>
    readPlaceholder(match),
  )
  if (placeholders.some(({ key }) => key === IDENTITY_OF_STAFF)) return
  const reason = `Missing \`(insert ${IDENTITY_OF_STAFF})\` in the question \`${label}\`, such as \`Your (insert ${IDENTITY_OF_STAFF})\``
  report(file, 'field-label', reason, directive)
}

function reportSecondOther(field: Field, directive: Directives, file: VFile): void {
  if (!('other' in field) || field.other === undefined) return
  const twin = field.options.find(
    ({ value, label }) => value === OTHER.value || label === OTHER.label,
  )
  if (!twin) return
  const reason = `Unexpected option \`${twin.label}\` beside the attribute \`other\`, which adds one`
  report(file, 'field-options', reason, placeOf(directive, 'options'))
}

function readName(directive: Directives, file: VFile): string | undefined {
  const name = nameOf(directive)
  if (FieldName.safeParse(name).success) return name
  const reason = name
    ? `Unexpected field name \`${name}\`, expected words such as \`#mentee.signedOn\``
    : 'Missing name of the field, expected one such as `{#mentee.name}`'
  const note =
    'A name has letters and digits only, begins with a small letter, and may have parts joined by full stops.'
  report(file, 'field-name', reason, placeOf(directive, 'id'), note)
  return undefined
}
