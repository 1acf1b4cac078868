import type { Root } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../../messages/message.ts'
import { foreignSignsIn } from '../../text/foreign-signs.ts'

/** Reports a container whose closing fence is missing, since it then takes in all the rest of the document. */
export function reportUnclosed(directive: Directives, file: VFile): void {
  if (directive.type !== 'containerDirective' || directive.data?.position?.closing) return
  const { name } = directive
  report(file, 'directive-syntax', `Missing \`:::\` at the end of \`:::${name}\``, directive)
}

/** Reports texts that were surely meant as directives, and that a missing quote or brace keeps from being read. */
export function reportUnread(tree: Root, known: Iterable<string>, file: VFile): void {
  const names = [...known].join('|')
  const attempt = new RegExp(
    `[:：∶](?:${names})[[{［｛]|^::|^[：∶]{2,}|^[:：∶]{3,}(?:${names})?\\s*$`,
    'mu',
  )
  visit(tree, 'text', (text) => {
    const index = text.value.search(attempt)
    if (index < 0) return
    const [found] = text.value.slice(index, index + 40).split('\n')
    report(
      file,
      'directive-syntax',
      `Unexpected \`${found}\`, which cannot be read as a directive`,
      text,
      foreignSignsIn(found ?? '') ??
        'Look for a quotation mark, bracket or brace that is not closed, or a `:::` too many.',
    )
  })
}

/** The quotes of an attribute, as they are before its value. */
const QUOTED = /=\s*([“”„‟«»″＂‘’‚‛‹›′＇])/u

/** Reports quotes that only a word processor takes for such, which would be part of the value. */
export function reportQuotes(directive: Directives, file: VFile): void {
  const { start, end } = directive.position ?? {}
  const source = String(file).slice(start?.offset, end?.offset)
  const [braces = ''] = /\{[^{}\n]*\}/.exec(source) ?? []
  const [, sign] = QUOTED.exec(braces) ?? []
  if (!sign) return
  const reason = `Unexpected \`${sign}\` in \`${braces}\`, expected \`"\` before and after a value`
  report(file, 'directive-syntax', reason, directive, foreignSignsIn(braces))
}
