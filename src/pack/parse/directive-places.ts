import { directiveFromMarkdown } from 'mdast-util-directive'
import type { Processor } from 'unified'

/** Makes directives tell where each attribute and the closing fence stand, which remark-directive has no option for. */
export function directivePlaces(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(directiveFromMarkdown({ verbose: true }))
}
