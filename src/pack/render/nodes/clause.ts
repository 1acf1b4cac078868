import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Clause } from '../../../model/document.ts'
import { clauseNumber } from './clause-number.ts'

/** A numbered clause; its number stands at the beginning of its first paragraph. */
export function clause(state: State, node: Clause): Element {
  const children = state.all(node)
  const first = children.find((child) => child.type === 'element' && child.tagName === 'p')
  if (first?.type === 'element') first.children.unshift(...clauseNumber(node.number, node.id))
  return h('div.clause', { id: node.id }, children)
}
