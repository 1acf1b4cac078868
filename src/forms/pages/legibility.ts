import { type PageContent, seenOf } from '../../pdf/page/index.ts'

/** A page with fewer characters than these is taken for one without text. */
const FEWEST = 20
/** Borders, backgrounds and rules of a page are fewer. */
const MOST_SHAPES = 300
/** Part of the page that a picture of it covers at least, or the strips of one together. */
const LEAST_SHARE = 0.4

/**
 * Whether pages hold text that can be read: `pictures` are scans and prints of programs that draw pages as images,
 * `unmapped` is text in fonts that do not say what their characters mean, as after a detour through PostScript, or letters
 * that are drawn.
 */
export type Legibility = 'text' | 'pictures' | 'unmapped'

/** Judges the pages of a file, to say why no form was recognised in it. */
export function legibility(contents: readonly PageContent[]): Legibility {
  const glyphs = contents.flatMap((content) => [...seenOf(content).glyphs])
  if (glyphs.length < contents.length * FEWEST) {
    if (contents.some(isPicture)) return 'pictures'
    return contents.some(isDrawn) ? 'unmapped' : 'text'
  }
  return glyphs.filter(({ text }) => text === '').length > glyphs.length / 2 ? 'unmapped' : 'text'
}

/** Whether most of a page is a picture, whatever words a program wrote over it. */
export function isPicture({ width, height, marks }: PageContent): boolean {
  const areas = marks.map(({ kind, box: [left, bottom, right, top] }) =>
    kind === 'image' ? Math.max(0, right - left) * Math.max(0, top - bottom) : 0,
  )
  return areas.reduce((sum, area) => sum + area, 0) > width * height * LEAST_SHARE
}

/** Letters that are drawn are filled outlines, hundreds on a page. */
function isDrawn({ marks }: PageContent): boolean {
  return marks.filter(({ kind }) => kind === 'fill').length > MOST_SHAPES
}
