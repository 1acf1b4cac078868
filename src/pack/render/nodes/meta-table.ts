import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { MetaTable } from '../../../model/document.ts'

/** A mark where a table from the front matter belongs; `place-tables` puts it there. */
export function metaTable(_: State, node: MetaTable): Element {
  return h('slot', { dataTable: node.table })
}
