import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { PLACEHOLDER_OPENING } from '../text/placeholder.ts'
import type { Check } from './check.ts'

/** No placeholder stays in a finished text. The text of an answer may look like one and is none. */
export const placeholderLeft: Check = ({ tree, file }) => {
  // An earlier stage says better what is wrong where it has found something.
  if (file.data.hasBrokenPlaceholder) return
  visit(tree, (node) => {
    const written = node.type === 'placeholder' ? node.raw : authorsText(node)
    if (written === undefined || written.search(PLACEHOLDER_OPENING) < 0) return
    report(file, 'placeholder-left', `Unexpected placeholder left in \`${written}\``, node)
  })
}

/** The text of a node, code included, which is never filled. */
function authorsText(node: Nodes): string | undefined {
  if (node.type === 'text') return node.data?.answer ? undefined : node.value
  return node.type === 'inlineCode' || node.type === 'code' ? node.value : undefined
}
