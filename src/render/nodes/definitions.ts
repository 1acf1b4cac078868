import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Definitions } from '../../model/document.ts'

/** Terms with their meanings. */
export function definitions(_: State, node: Definitions): Element {
  return h(
    'dl.definitions',
    node.entries.flatMap(({ term, meaning }) => [h('dt', term), h('dd', meaning)]),
  )
}
