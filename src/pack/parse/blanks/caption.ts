import { capital } from '../../../language/capital.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Entry } from './entries.ts'
import type { Line } from './inline.ts'

const LONGEST = 60
/** `Witness (name in block letters)` */
const PRINTED = /\([^()]*\b(?:name|print(?:ed)?|block|capitals?)\b[^()]*\)$/i

/**
 * The labels under `count` lines to sign on, when a line of text is nothing else: `Mentee's signature    Date`. Where a question waits
 * for an answer, the line is for that.
 */
export function captionOf(
  line: Line,
  { count, isAwaited }: { readonly count: number; readonly isAwaited: boolean },
): Entry[] | undefined {
  if (line.marks.length > 0) return undefined
  const entries = [...line.text.matchAll(/\S+(?:[ \u00a0]\S+)*/g)].map(({ index, 0: label }) => ({
    label: label.replace(/^\((.*)\)$/, '$1'),
    from: index,
    bare: false,
    isBracketed: label.startsWith('('),
  }))
  const parts = entries.length < count ? partsOf(line.text, count) : undefined
  if (parts) return captionOf({ ...line, text: parts.join('  ') }, { count, isAwaited })
  const isSigned = entries.some(({ label }) => /\bsign(?:ature|ed)\b/i.test(label))
  const isKnown = entries.every(({ label }) => knownLabel(label) === 'short')
  if (isSigned && isKnown) return entries
  const isLabels = entries.every(
    ({ label, isBracketed }) =>
      label.length <= LONGEST &&
      (isBracketed || /^[\p{Lu}[]/u.test(label)) &&
      !/[.:;?!]$/.test(label),
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
    const label = capital(entry.label)
    return { ...entry, label: isSignature ? `${label} (signature)` : label }
  })
}

/** `Employee signature Date` under two lines: as many labels with no more than a space between them. */
function partsOf(text: string, count: number): string[] | undefined {
  if (count < 2) return knownLabel(text) === 'short' ? [text] : undefined
  const words = text.split(/\s+/)
  for (let end = words.length - 1; end > 0; end--) {
    const label = words.slice(0, end).join(' ')
    const others = partsOf(words.slice(end).join(' '), count - 1)
    if (others && knownLabel(label) === 'short') return [label, ...others]
  }
  return undefined
}
