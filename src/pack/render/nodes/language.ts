import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Language } from '../../../model/document.ts'

/** A passage in another language. */
export function language(state: State, node: Language): Element {
  return h('span', { lang: node.lang }, state.all(node))
}
