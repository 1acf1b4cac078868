export type { Glyph, Mark, PageContent, WidgetLook } from './content.ts'
export { readCMap } from './fonts/cmap.ts'
export { readFont } from './fonts/font.ts'
export { type Instruction, readInstructions, readKeyword } from './instructions.ts'
export { isSpace, type Line, linesOf } from './lines.ts'
export {
  hasArea,
  identity,
  intersect,
  inverse,
  isWithin,
  type Matrix,
  multiply,
  transformRect,
  union,
} from './matrix.ts'
export { PageMemory } from './page-memory.ts'
export { readContents } from './read-contents.ts'
export { type Seen, seenOf } from './seen.ts'
