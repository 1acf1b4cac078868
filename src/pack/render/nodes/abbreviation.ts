import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Abbreviation } from '../../../model/document.ts'

/** An abbreviation with its meaning; the text alone where no meaning is left. */
export function abbreviation(state: State, node: Abbreviation): ElementContent[] {
  const children = state.all(node)
  return node.meaning ? [h('abbr', { title: node.meaning }, children)] : children
}
