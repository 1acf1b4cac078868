import type { Text } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../../../messages/message.ts'
import { didYouMean } from '../../../messages/suggest.ts'
import { colons, isLabel } from './directive.ts'

/** True for `:30` of `10:30`, `:b` of `a:b` and the like, which only look like directives. */
export function isProse({ type, children, attributes }: Directives): boolean {
  return (
    type === 'textDirective' && children.length === 0 && Object.keys(attributes ?? {}).length === 0
  )
}

/** The directive as the author wrote it. */
export function sourceOf({ position }: Directives, file: VFile): Text {
  const value = String(file).slice(position?.start.offset, position?.end.offset)
  return { type: 'text', value, ...(position && { position }) }
}

/** Reports a directive of a name that is not known, and keeps what it holds. */
export function readUnknown(directive: Directives, known: Iterable<string>, file: VFile): Node[] {
  const written = `${colons[directive.type]}${directive.name}`
  report(
    file,
    'unknown-directive',
    `Unexpected directive \`${written}\`${didYouMean(directive.name, known)}`,
    directive,
  )
  return directive.type === 'containerDirective' ? contentOf(directive) : []
}

/** Reports a directive with too few or too many colons, and keeps what it holds. */
export function reportForm(
  directive: Directives,
  forms: readonly Directives['type'][],
  file: VFile,
): Node[] {
  const written = `${colons[directive.type]}${directive.name}`
  const expected = forms.map((form) => `\`${colons[form]}${directive.name}\``).join(' or ')
  report(file, 'unknown-directive', `Unexpected \`${written}\`, expected ${expected}`, directive)
  return directive.type === 'containerDirective' ? contentOf(directive) : []
}

function contentOf(directive: Extract<Directives, { type: 'containerDirective' }>): Node[] {
  return directive.children.filter(({ data }) => !isLabel(data))
}
