import { PLACEHOLDER_PATTERN } from './placeholder.ts'
import { type Piece, typographic } from './quotes.ts'

/** Sets a text that stands by itself, such as a title or a label; what is asked for in it stays as it was written. */
export function line(text: string): string {
  return typographic(piecesOf(text)).join('')
}

/** The same change without what is asked for in a text. */
export function withoutPlaceholders(edit: (text: string) => string): (text: string) => string {
  return (text) =>
    piecesOf(text)
      .map((piece) => (piece.fixed ? piece.text : edit(piece.text)))
      .join('')
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: raw, index } of text.matchAll(PLACEHOLDER_PATTERN)) {
    pieces.push({ text: text.slice(end, index), fixed: false }, { text: raw, fixed: true })
    end = index + raw.length
  }
  return [...pieces, { text: text.slice(end), fixed: false }]
}
