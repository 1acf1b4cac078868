import { concat } from '../../../pdf/bytes.ts'

/** A range of bytes of a content stream and what takes its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Makes changes, given in any order, that do not overlap. */
export function applyEdits(content: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(content.subarray(at, start), new TextEncoder().encode(text))
    at = end
  }
  parts.push(content.subarray(at))
  return concat(parts)
}
