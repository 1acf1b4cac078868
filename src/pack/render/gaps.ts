import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { PLACEHOLDER_PATTERN } from '../text/placeholder.ts'
import { linked } from './linked.ts'

/** A text from the front matter; in a draft, what is still to be filled in is highlighted. */
export function withGaps(text: string, draft: boolean): ElementContent[] {
  if (!draft) return [{ type: 'text', value: text }]
  const parts: ElementContent[] = []
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER_PATTERN)) {
    if (match.index > end) parts.push({ type: 'text', value: text.slice(end, match.index) })
    parts.push(h('mark.gap', match[0]))
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) })
  return parts
}

/** The same where a link can stand, in which addresses are links. */
export function linkedWithGaps(text: string, draft: boolean): ElementContent[] {
  return withGaps(text, draft).flatMap((part) =>
    part.type === 'text' ? linked(part.value) : [part],
  )
}
