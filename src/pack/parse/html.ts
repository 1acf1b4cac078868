import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { replaceChild } from '../text/tree.ts'
import { prune } from './prune.ts'

/** Reports raw HTML and takes it out. Comments go without a word: they are for authors, and show nowhere. */
export const html: Plugin<[{ readonly keepsRoom: boolean }?], Root> = (options) => (tree, file) => {
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || !parent) return
    if (/^<br\s*\/?>$/i.test(node.value) && parent.type !== 'root') {
      replaceChild(parent, index, [
        { type: 'break', ...(node.position && { position: node.position }) },
      ])
      return [SKIP, index + 1]
    }
    if (!isComment(node.value) && !isEndTag(node.value)) {
      report(file, 'raw-html', `Unexpected HTML ${quote(node.value)}, expected Markdown`, node)
    }
    replaceChild(parent, index, [])
    return [SKIP, index]
  })
  prune(tree, options)
}

function isComment(value: string): boolean {
  return /^\s*<!--[\s\S]*-->\s*$/.test(value)
}

// Its start tag has been reported already.
function isEndTag(value: string): boolean {
  return /^<\/[^<>]*>$/.test(value)
}

function quote(value: string): string {
  const [line = ''] = value.split('\n', 1)
  const short = line.length > 40 ? `${line.slice(0, 40)}…` : line
  return `\`${short}\``
}
