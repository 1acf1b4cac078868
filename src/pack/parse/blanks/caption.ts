import type { Paragraph } from 'mdast'
import { knownLabel } from '../../../language/known-label.ts'
import type { Entry } from './entries.ts'
import { flatten, linesOf } from './inline.ts'

/** The labels under a line to sign on, when a paragraph is nothing else: `Mentee's signature    Date`. */
export function captionOf(paragraph: Paragraph): Entry[] | undefined {
  const [line, ...more] = linesOf(flatten(paragraph.children))
  if (!line || more.length > 0 || line.marks.length > 0) return undefined
  const entries = [...line.text.matchAll(/\S+(?:[ \u00a0]\S+)*/g)].map(({ index, 0: label }) => ({
    label,
    from: index,
    bare: false,
  }))
  const isCaption =
    entries.some(({ label }) => /\bsign(?:ature|ed)\b/i.test(label)) &&
    entries.every(({ label }) => knownLabel(label) === 'short')
  return isCaption ? entries : undefined
}
