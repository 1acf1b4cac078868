import type { FieldNode } from '../../../model/document.ts'
import type { Field } from '../../../model/field.ts'
import { readField } from '../fields/index.ts'
import type { ReadDirective } from './directive.ts'

/** `::signature[Whose signature]{#name date=name}`: the signature, and the field for its date beside it. */
export const signature: ReadDirective = {
  forms: ['leafDirective'],
  read(directive, file) {
    const found = readField(directive, { place: 'block', file, type: 'signature' })
    if (found?.type !== 'signature') return []
    const fields: Field[] = found.date ? [found, dateOf(found, found.date)] : [found]
    return fields.map((field) => {
      const node: FieldNode = { type: 'field', field, inline: false }
      return { ...node, ...(directive.position && { position: directive.position }) }
    })
  },
}

function dateOf({ label, required }: Field, name: string): Field {
  const whose = /^\p{Lu}\p{Ll}/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
  const words = /^signed\b/i.test(label) ? 'Date' : 'Date of'
  return { type: 'date', name, label: `${words} ${whose}`, required, width: 'half' }
}
