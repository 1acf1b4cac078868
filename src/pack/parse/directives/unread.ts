import type { Root } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../../messages/message.ts'

/** Reports a container whose closing fence is missing, since it then takes in all the rest of the document. */
export function reportUnclosed(directive: Directives, file: VFile): void {
  if (directive.type !== 'containerDirective' || directive.data?.position?.closing) return
  const { name } = directive
  report(file, 'directive-syntax', `Missing \`:::\` at the end of \`:::${name}\``, directive)
}

/** Reports texts that were surely meant as directives, and that a missing quote or brace keeps from being read. */
export function reportUnread(tree: Root, known: Iterable<string>, file: VFile): void {
  const attempt = new RegExp(`:(${[...known].join('|')})[[{]|^::|^:::`, 'm')
  visit(tree, 'text', (text) => {
    const index = text.value.search(attempt)
    if (index < 0) return
    const [found] = text.value.slice(index, index + 40).split('\n')
    report(
      file,
      'directive-syntax',
      `Unexpected \`${found}\`, which cannot be read as a directive`,
      text,
      'Look for a quotation mark, bracket or brace that is not closed, or a `:::` too many.',
    )
  })
}
