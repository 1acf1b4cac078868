import type { Glyph } from './content.ts'

/** How far baselines of one line may differ, as a part of the type size. */
const SAME_LINE = 0.3
/** The least width of a space; it is 0.2 or more in fonts for text, and kerning opens at most half of that. */
const SPACE = 0.13
/** On a line with space characters, a gap without one is a space from here on; fallback fonts leave smaller ones. */
const UNSPACED_GAP = 0.6

/** Characters on one baseline, from left to right, without spaces. */
export interface Line {
  readonly words: readonly (readonly [Glyph, ...Glyph[]])[]
  readonly glyphs: readonly Glyph[]
  /** The words with single spaces between them; a character without text is U+FFFD. */
  readonly text: string
}

/** Groups the level characters of a page into lines, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const rows: Glyph[][] = []
  const level = glyphs.filter(({ angle }) => angle === 0)
  for (const glyph of level.toSorted((one, other) => other.y - one.y)) {
    const first = rows.at(-1)?.[0]
    const isSame = first && first.y - glyph.y <= SAME_LINE * Math.min(first.size, glyph.size)
    if (isSame) rows.at(-1)?.push(glyph)
    else rows.push([glyph])
  }
  return rows
    .map((row) => lineOf(row.toSorted((one, other) => one.x - other.x)))
    .filter(({ words }) => words.length > 0)
}

/** Whether a character is a space, which a page may have as well as leave out. */
export function isSpace({ text }: Glyph): boolean {
  return text !== '' && text.trim() === ''
}

function lineOf(row: readonly Glyph[]): Line {
  const least = row.some(isSpace) ? UNSPACED_GAP : SPACE
  const words: [Glyph, ...Glyph[]][] = []
  let before: Glyph | undefined
  for (const glyph of row) {
    if (isSpace(glyph)) {
      before = undefined
      continue
    }
    if (before && gapBetween(before, glyph) <= least) words.at(-1)?.push(glyph)
    else words.push([glyph])
    before = glyph
  }
  const text = words.map((word) => word.map((glyph) => glyph.text || '\ufffd').join('')).join(' ')
  return { words, glyphs: words.flat(), text: text.normalize('NFC') }
}

/** As a part of the type size. */
function gapBetween(one: Glyph, next: Glyph): number {
  return (next.x - one.x - one.width) / Math.min(one.size, next.size)
}
