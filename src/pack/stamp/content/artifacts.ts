import { applyEdits, type Edit } from './edits.ts'
import { latin1, type Operator, operators } from './operators.ts'

/** A page's content in which everything is tagged or an artifact. */
export interface MarkedContent {
  readonly content: Uint8Array
  /** The marked-content ids that are left. */
  readonly kept: ReadonlySet<number>
}

/** A marked-content sequence that is open. */
interface Sequence {
  readonly begin: Operator
  readonly tag: string
  /** Marked-content id; absent for sequences that are not tagged. */
  readonly mcid: number | undefined
  /** Something that has meaning is shown: text or a picture. */
  meaningful: boolean
}

const BEGIN = '/Artifact BMC'

/** Tags of what has a meaning although it is only drawn: pictures, and the boxes of a list of tasks. */
const DRAWN = new Set(['Figure', 'Form'])
const SHOWS = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh'])
const PATH_STARTS = new Set(['m', 're'])
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

/**
 * Turns into artifacts (ISO 14289-1, 7.1): what Chromium left untagged, such as headers and footers; sequences that
 * only draw lines and backgrounds; and the sequences with the ids in `discard`.
 */
export function markArtifacts(content: Uint8Array, discard: ReadonlySet<number>): MarkedContent {
  const edits: Edit[] = []
  const kept = new Set<number>()
  const open: Sequence[] = []
  let unit: Operator | undefined
  let path: Operator | undefined

  const covered = () => open.some(({ tag, mcid }) => mcid !== undefined || tag === 'Artifact')
  const wrap = (first: Operator, last: Operator) => {
    if (covered()) return
    edits.push(insertion(first.start, `${BEGIN}\n`), insertion(last.end, '\nEMC'))
  }
  for (const operator of operators(content)) {
    const { name } = operator
    if (PATH_STARTS.has(name)) path ??= operator
    if (SHOWS.has(name)) for (const sequence of open) sequence.meaningful = true

    if (name === 'BMC' || name === 'BDC') {
      const sequence = sequenceOf(content, operator)
      // Chromium gives the characters of joined letters and bidirectional marks in a `Span` within the text object.
      if (unit && sequence.mcid !== undefined)
        throw new Error('Unexpected tagged content inside a text object of a printed page')
      open.push(sequence)
    } else if (name === 'EMC') {
      const closed = open.pop()
      if (closed?.mcid === undefined) continue
      if (discard.has(closed.mcid) || (!closed.meaningful && !DRAWN.has(closed.tag)))
        edits.push({ start: closed.begin.start, end: closed.begin.end, text: BEGIN })
      else kept.add(closed.mcid)
    } else if (name === 'BT') unit = operator
    else if (name === 'ET' && unit) {
      wrap(unit, operator)
      unit = undefined
    } else if (PAINTS.has(name) || name === 'n') {
      // `n` ends a path without painting it, after a clip.
      if (path && name !== 'n') wrap(path, operator)
      path = undefined
    } else if (name === 'Do' || name === 'sh') wrap(operator, operator)
  }
  return { content: applyEdits(content, edits), kept }
}

function sequenceOf(content: Uint8Array, begin: Operator): Sequence {
  const operands = latin1(content, begin.start, begin.at)
  const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1]
  return {
    begin,
    tag: /^\/([^\s<>[\]()/]*)/.exec(operands)?.[1] ?? '',
    mcid: mcid === undefined ? undefined : Number(mcid),
    meaningful: false,
  }
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text }
}
