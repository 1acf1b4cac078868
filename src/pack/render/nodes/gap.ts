import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Gap } from '../../../model/document.ts'

/** A gap that is still to be filled, in the author's own words. */
export function gap(_: State, node: Gap): Element {
  return h('mark.gap', node.raw)
}
