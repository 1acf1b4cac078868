import type { RootContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

const stringifier = unified().use(rehypeStringify)

/** Elements as HTML text. */
export function toHtml(...nodes: RootContent[]): string {
  return stringifier.stringify({ type: 'root', children: nodes })
}
