import type { Glyph } from './content.ts'

/** Characters on one baseline, from left to right. */
export interface Line {
  /** Their text, with a space where there is a gap; characters without text are U+FFFD. */
  readonly text: string
  readonly glyphs: readonly Glyph[]
}

/** Groups the level characters of a page into lines, from top to bottom. Spaces are left out and found again by gaps. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const rows: Glyph[][] = []
  const sorted = glyphs
    .filter(({ angle, text }) => (angle === 0 && text.trim() !== '') || text === '')
    .toSorted((one, other) => other.y - one.y)
  for (const glyph of sorted) {
    const first = rows.at(-1)?.[0]
    const isSame = first && first.y - glyph.y <= sameLine * Math.min(first.size, glyph.size)
    if (isSame) rows.at(-1)?.push(glyph)
    else rows.push([glyph])
  }
  return rows.map((row) => {
    const line = row.toSorted((one, other) => one.x - other.x)
    return { glyphs: line, text: textOfLine(line) }
  })
}

/** The text of characters that stand side by side. */
export function textOfLine(glyphs: readonly Glyph[]): string {
  return glyphs
    .map((glyph, index) => {
      const before = glyphs[index - 1]
      const space = before && isGap(before, glyph) ? ' ' : ''
      return space + (glyph.text === '' ? '\ufffd' : glyph.text)
    })
    .join('')
    .normalize('NFC')
}

/** Whether there is a space between two neighbours. */
export function isGap(one: Glyph, next: Glyph): boolean {
  return next.x - (one.x + one.width) > space * Math.min(one.size, next.size)
}

/** How far baselines of one line may differ, as a part of the type size. */
const sameLine = 0.3
/** The least width of a space; it is 0.2 or more in fonts for text, and kerning opens at most half of that. */
const space = 0.13
