import { asciiBytes, indexOf, latin1 } from './bytes.ts'
import { CARRIAGE_RETURN, LINE_FEED } from './characters.ts'

/** End offsets of the revisions, each behind its `%%EOF` and one line end, as signatures cover them. */
export function findRevisionEnds(bytes: Uint8Array): number[] {
  const ends: number[] = []
  for (let at = indexOf(bytes, endMark); at !== -1; at = indexOf(bytes, endMark, at + 1)) {
    // The first part of a linearized file has a mark too, but is no revision.
    if (!isLinearizedPart(bytes, at)) ends.push(behindLine(bytes, at + endMark.length))
  }
  return ends
}

function isLinearizedPart(bytes: Uint8Array, mark: number): boolean {
  return /startxref\s+0\s*$/.test(latin1(bytes, Math.max(0, mark - 32), mark))
}

function behindLine(bytes: Uint8Array, at: number): number {
  const afterReturn = bytes[at] === CARRIAGE_RETURN ? at + 1 : at
  return bytes[afterReturn] === LINE_FEED ? afterReturn + 1 : afterReturn
}

const endMark = asciiBytes('%%EOF')
