import type { Paragraph } from 'mdast'
import { knownLabel } from '../../../language/known-label.ts'
import type { Entry } from './entries.ts'
import { flatten, linesOf } from './inline.ts'

const LONGEST = 60
/** `Witness (name in block letters)` */
const PRINTED = /\([^()]*\b(?:name|print(?:ed)?|block|capitals?)\b[^()]*\)$/i

/**
 * The labels under `count` lines to sign on, when a paragraph is nothing else: `Mentee's signature    Date`. Where a question waits for
 * an answer, the line is for that.
 */
export function captionOf(
  paragraph: Paragraph,
  { count, isAwaited }: { readonly count: number; readonly isAwaited: boolean },
): Entry[] | undefined {
  const [line, ...more] = linesOf(flatten(paragraph.children))
  if (!line || more.length > 0 || line.marks.length > 0) return undefined
  const entries = [...line.text.matchAll(/\S+(?:[ \u00a0]\S+)*/g)].map(({ index, 0: label }) => ({
    label: label.replace(/^\((.*)\)$/, '$1'),
    from: index,
    bare: false,
    isBracketed: label.startsWith('('),
  }))
  const isSigned = entries.some(({ label }) => /\bsign(?:ature|ed)\b/i.test(label))
  const isKnown = entries.every(({ label }) => knownLabel(label) === 'short')
  if (isSigned && isKnown) return entries
  const isLabels = entries.every(
    ({ label }) => label.length <= LONGEST && /^[\p{Lu}[]/u.test(label) && !/[.:;?!]$/.test(label),
  )
  const isOne =
    isKnown ||
    isSigned ||
    entries.every(({ label }) => PRINTED.test(label)) ||
    entries.every(({ isBracketed }) => isBracketed)
  if (isAwaited || entries.length !== count || !isLabels || (count === 1 && !isOne))
    return undefined
  // Somebody and a date: the line is signed.
  const isDated = entries.length === 2 && /^dated?$/i.test(entries[1]?.label ?? '')
  return entries.map((entry, index) => {
    const isSignature = isDated && index === 0 && !/\bname\b|\bsign/i.test(entry.label)
    return isSignature ? { ...entry, label: `${entry.label} (signature)` } : entry
  })
}
