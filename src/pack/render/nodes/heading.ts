import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { clauseNumber } from './clause-number.ts'

/** A heading with its anchor, and its number where the document is numbered. */
export function heading(state: State, node: Heading): Element {
  const { id, number } = node.data ?? {}
  return h(`h${node.depth}`, { id }, [
    ...(id && number ? clauseNumber(number, id) : []),
    ...state.all(node),
  ])
}
