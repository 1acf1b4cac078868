import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { fold } from '../../language/fold.ts'
import { report } from '../../messages/message.ts'
import { plainText } from '../text/plain-text.ts'
import type { Check } from './check.ts'

const QUOTED = /^(?:(?:an?|the)\s+)?['‘"“]([^'’"”]+)['’"”](.*)/is
const VERB = /^:?\s+(?:is|are|means?)\b/i

/** A document defines a term once, be it the author or the organisation that does. */
export const termDefinedTwice: Check = ({ tree, file }) => {
  const defined = new Set<string>()
  visit(tree, (node) => {
    for (const term of termsOf(node)) {
      const key = fold(term)
      if (defined.has(key)) {
        report(file, 'term-defined-twice', `Unexpected second definition of \`${term}\``, node)
      }
      defined.add(key)
    }
  })
}

function termsOf(node: Nodes): string[] {
  if (node.type === 'definitions') return node.entries.map(({ term }) => term)
  if (node.type !== 'paragraph') return []
  const [first] = node.children
  const text = plainText(node)
  if (first?.type === 'strong') {
    const term = plainText(first)
    return VERB.test(text.slice(term.length)) ? [term] : []
  }
  const [, term, rest = ''] = QUOTED.exec(text) ?? []
  return term !== undefined && VERB.test(rest) ? [term] : []
}
