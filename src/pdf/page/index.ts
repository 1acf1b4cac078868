export type { Glyph, Mark, PageContent } from './content.ts'
export { isSpace, type Line, linesOf } from './lines.ts'
export { hasArea, intersect, inverse, transformRect } from './matrix.ts'
export { readContents } from './read-contents.ts'
