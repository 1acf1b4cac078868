import type { Directives } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { report } from '../../../messages/message.ts'
import { didYouMean, listed } from '../../../messages/suggest.ts'
import { columnTypes, type FieldType, fieldTypes } from '../../../model/field.ts'
import { attributesOf, placeOf } from '../directives/directive.ts'

/** Where a field stands: on a line of its own, inside a sentence, or as a column of a table of rows. */
export type FieldPlace = 'block' | 'inline' | 'column'

/** What asks for the identity that the organisation chose; which type that is, only its answers say. */
export const IDENTITY = 'identity'

/** The types that `field` can have at each place. Signatures and rows have directives of their own. */
const typesAt: Readonly<Record<FieldPlace, readonly (FieldType | typeof IDENTITY)[]>> = {
  block: [...fieldTypes.filter((type) => type !== 'signature' && type !== 'rows'), IDENTITY],
  inline: ['text', 'number', 'date', 'email', 'select', 'checkbox', IDENTITY],
  column: [...columnTypes, IDENTITY],
}

const phrases: Readonly<Record<FieldPlace, string>> = {
  block: 'in `::field`',
  inline: 'inside a sentence',
  column: 'in a table of rows',
}

/** Reads the type of a field; text when it says none, undefined when the place cannot have it. */
export function readType(
  directive: Directives,
  place: FieldPlace,
  file: VFile,
): FieldType | typeof IDENTITY | undefined {
  const written = attributesOf(directive).get('type') ?? 'text'
  const type = typesAt[place].find((known) => known === written)
  if (type) return type

  const known = fieldTypes.some((type) => type === written)
  const where = known ? ` ${phrases[place]}` : ''
  const reason = `Unexpected field type \`${written}\`${where}, expected one of ${listed(typesAt[place])}`
  const note = known ? remedies[place] : didYouMean(written, typesAt[place]).replace(/^, d/, 'D')
  report(file, known ? 'field-place' : 'field-type', reason, placeOf(directive, 'type'), note)
  return undefined
}

const remedies: Readonly<Record<FieldPlace, string>> = {
  block: 'Signatures and tables have directives of their own, `::signature` and `:::rows`.',
  inline: 'Put the field on a line of its own, with `::field`.',
  column: 'Put the field on a line of its own, outside the table.',
}
