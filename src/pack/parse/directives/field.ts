import type { FieldNode } from '../../../model/document.ts'
import { readField } from '../fields/index.ts'
import type { ReadDirective } from './directive.ts'

/** `:field[Question]{#name}` inside a sentence, `::field[Question]{#name}` on a line of its own. */
export const field: ReadDirective = {
  forms: ['textDirective', 'leafDirective'],
  read(directive, file) {
    const inline = directive.type === 'textDirective'
    const found = readField(directive, { place: inline ? 'inline' : 'block', file })
    if (!found) return []
    const node: FieldNode = { type: 'field', field: found, inline }
    return [{ ...node, ...(directive.position && { position: directive.position }) }]
  },
}
