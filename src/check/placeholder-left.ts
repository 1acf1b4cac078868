import { visit } from 'unist-util-visit'
import { report } from '../model/message.ts'
import { placeholderOpening } from '../model/placeholder.ts'
import type { Check } from './check.ts'

/** No placeholder stays in a finished text. The text of an answer may look like one and is none. */
export const placeholderLeft: Check = ({ tree, file }) => {
  // The parse stage says better what is wrong where it has found something.
  if (file.messages.some(({ ruleId }) => ruleId === 'placeholder-unclosed')) return
  visit(tree, (node) => {
    const left =
      node.type === 'placeholder' ||
      (node.type === 'text' && !node.data?.answer && node.value.search(placeholderOpening) >= 0)
    if (!left) return
    const written = node.type === 'placeholder' ? node.raw : node.value
    report(file, 'placeholder-left', `Unexpected placeholder left in \`${written}\``, node)
  })
}
