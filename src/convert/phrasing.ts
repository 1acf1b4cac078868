import type { PhrasingContent } from 'mdast'

/** Words with their marks, before they are put into one another. */
export interface Piece {
  readonly node: PhrasingContent
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isStruck?: boolean
  /** Where a link leads. */
  readonly url?: string | undefined
}

const marks = ['url', 'isBold', 'isItalic', 'isStruck'] as const
type Mark = (typeof marks)[number]

/** Puts words that have a mark in common into one node, spaces at the edges outside, as Markdown needs it. */
export function phrasing(pieces: readonly Piece[]): PhrasingContent[] {
  return trimmed(nested(spacesOutside(joined(pieces)), marks))
}

/** Neighbours of the same marks as one; a space between two bold words is bold as well. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (piece.node.type !== 'text' || piece.node.value === '') {
      if (piece.node.type !== 'text') all.push(piece)
    } else if (last?.node.type === 'text' && hasSameMarks(last, piece)) {
      all[all.length - 1] = {
        ...last,
        node: { type: 'text', value: last.node.value + piece.node.value },
      }
    } else {
      all.push(piece)
    }
  }
  return all
}

function hasSameMarks(one: Piece, other: Piece): boolean {
  return marks.every((mark) => (one[mark] || undefined) === (other[mark] || undefined))
}

/** Spaces at the edges of marked words go before or behind them; marks on spaces and places to write alone go. */
function spacesOutside(pieces: readonly Piece[]): Piece[] {
  return joined(
    pieces.flatMap((piece): Piece[] => {
      if (piece.node.type !== 'text') return [{ node: piece.node, url: piece.url }]
      const { value } = piece.node
      if (!/[^\s_.…☐☑☒]/.test(value)) return [{ node: piece.node }]
      if (!marks.some((mark) => piece[mark])) return [piece]
      const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(value) ?? []
      const inside: Piece = { ...piece, node: { type: 'text', value: words } }
      return [textPiece(before), inside, textPiece(after)]
    }),
  )
}

function textPiece(value: string): Piece {
  return { node: { type: 'text', value } }
}

function nested(pieces: readonly Piece[], [mark, ...others]: readonly Mark[]): PhrasingContent[] {
  if (!mark) return pieces.map(({ node }) => node)
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const run = runs.at(-1)
    if (run && (run[0]?.[mark] || undefined) === (piece[mark] || undefined)) run.push(piece)
    else runs.push([piece])
  }
  return runs.flatMap((run) => {
    const children = nested(run, others)
    const value = run[0]?.[mark]
    return value ? [wrap[mark](children, String(value))] : children
  })
}

const wrap: Readonly<
  Record<Mark, (children: PhrasingContent[], value: string) => PhrasingContent>
> = {
  url: (children, url) => ({ type: 'link', url, children: children as never[] }),
  isBold: (children) => ({ type: 'strong', children }),
  isItalic: (children) => ({ type: 'emphasis', children }),
  isStruck: (children) => ({ type: 'delete', children }),
}

/** Without spaces and line breaks at both ends, which Markdown would write as signs. */
export function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const isSpace = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  const kept = [...nodes]
  while (isSpace(kept[0])) kept.shift()
  while (isSpace(kept.at(-1))) kept.pop()
  const [first] = kept
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart() }
  const last = kept.at(-1)
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.trimEnd() }
  return kept
}
