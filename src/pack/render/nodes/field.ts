import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { FieldNode } from '../../../model/document.ts'

/** A mark where a field belongs; `place-fields` puts it there once the author's content is sanitised. */
export function field(_: State, { field: { name }, inline }: FieldNode): Element {
  return h('slot', { dataField: name, dataPlace: inline ? 'sentence' : 'question' })
}
