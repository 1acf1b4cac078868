import type { Glyph, PageContent } from '../../pdf/page/index.ts'

/**
 * Whether pages hold text that can be read: `pictures` are scans and prints of programs that draw pages as images,
 * `unmapped` is text in fonts that do not say what their characters mean, as after a detour through PostScript.
 */
export type Legibility = 'text' | 'pictures' | 'unmapped'

/** Judges the pages of a file, to say why no form was recognised in it. */
export function legibility(contents: readonly PageContent[]): Legibility {
  const glyphs = contents.flatMap((content) => content.glyphs)
  if (glyphs.length < contents.length * fewest) {
    return contents.some(isPicture) ? 'pictures' : 'text'
  }
  return glyphs.filter(isUnmapped).length > glyphs.length / 2 ? 'unmapped' : 'text'
}

function isPicture({ width, height, marks }: PageContent): boolean {
  return marks.some(({ kind, box: [left, bottom, right, top] }) => {
    const area = Math.max(0, right - left) * Math.max(0, top - bottom)
    return kind === 'image' && area > width * height * leastShare
  })
}

function isUnmapped({ text }: Glyph): boolean {
  return text === ''
}

/** A page with fewer characters than these is taken for one without text. */
const fewest = 20
/** Part of the page that a picture of it covers at least. */
const leastShare = 0.4
