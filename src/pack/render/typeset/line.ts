import { type Piece, typographic } from './quotes.ts'

/** Sets a text that stands by itself, such as a title or a label. */
export type SetLine = (text: string) => string

/** Sets such texts and leaves the answers in them as they were typed. */
export function lineSetter(answers: readonly string[]): SetLine {
  const kept = [...new Set(answers)]
    .filter((answer) => /['"]|\.{3}/.test(answer))
    // A longer answer may hold a shorter one.
    .sort((a, b) => b.length - a.length)
  return (text) => typographic(piecesOf(text, kept)).join('')
}

function piecesOf(text: string, [answer, ...others]: readonly string[]): Piece[] {
  if (answer === undefined) return [{ text, fixed: false }]
  return text
    .split(answer)
    .flatMap((part, index) => [
      ...(index > 0 ? [{ text: answer, fixed: true }] : []),
      ...piecesOf(part, others),
    ])
}
