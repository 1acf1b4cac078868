import type { Instruction } from '../../../pdf/page/index.ts'
import { applyEdits, type Edit } from './edits.ts'
import { readPageInstructions, type Sequence } from './instructions.ts'

const BEGIN = '/Artifact BMC'

/** A page's content in which everything is tagged or an artifact. */
export interface MarkedContent {
  readonly content: Uint8Array
  /** The marked-content ids that are left. */
  readonly kept: ReadonlySet<number>
}

/** Tags of what has a meaning although it is only drawn: pictures, and the boxes of a list of tasks. */
const drawn = new Set(['Figure', 'Form'])
const shows = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh'])
const pathStarts = new Set(['m', 're'])
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

/**
 * Turns into artifacts (ISO 14289-1, 7.1): what Chromium left untagged, such as headers and footers; sequences that
 * only draw lines and backgrounds; and the sequences with the ids in `discard`.
 */
export function markArtifacts(content: Uint8Array, discard: ReadonlySet<number>): MarkedContent {
  const edits: Edit[] = []
  const kept = new Set<number>()
  /** The sequences in which something is shown that has meaning: text or a picture. */
  const meaningful = new Set<Sequence>()
  let unit: Instruction | undefined
  let path: Instruction | undefined

  for (const instruction of readPageInstructions(content)) {
    const { operator, open } = instruction
    const wrap = (first: Instruction) => {
      if (open.some(({ tag, mcid }) => mcid !== undefined || tag === 'Artifact')) return
      edits.push(insertion(first.start, `${BEGIN}\n`), insertion(instruction.end, '\nEMC'))
    }
    if (pathStarts.has(operator)) path ??= instruction
    if (shows.has(operator)) for (const sequence of open) meaningful.add(sequence)

    if (operator === 'BMC' || operator === 'BDC') {
      // Chromium gives the characters of joined letters and bidirectional marks in a `Span` within the text object.
      if (unit && open.at(-1)?.mcid !== undefined)
        throw new Error('Unexpected tagged content inside a text object of a printed page')
    } else if (operator === 'EMC') {
      const closed = open.at(-1)
      if (closed?.mcid === undefined) continue
      if (discard.has(closed.mcid) || !(meaningful.has(closed) || drawn.has(closed.tag)))
        edits.push({ start: closed.begin.start, end: closed.begin.end, text: BEGIN })
      else kept.add(closed.mcid)
    } else if (operator === 'BT') unit = instruction
    else if (operator === 'ET' && unit) {
      wrap(unit)
      unit = undefined
    } else if (paints.has(operator) || operator === 'n') {
      // `n` ends a path without painting it, after a clip.
      if (path && operator !== 'n') wrap(path)
      path = undefined
    } else if (operator === 'Do' || operator === 'sh') wrap(instruction)
  }
  return { content: applyEdits(content, edits), kept }
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text }
}
