import { namesForm } from '../../contracts/foot-line.ts'
import type { Remark } from '../../model/extraction.ts'
import { areaOf } from '../../pdf/geometry.ts'
import {
  type Glyph,
  hasArea,
  intersect,
  linesOf,
  type Mark,
  type PageContent,
} from '../../pdf/page/index.ts'
import type { Box } from './boxes.ts'
import { readBoxMark } from './read-box-mark.ts'

/** Points by which a border may lie beside the edge of its box. */
const BORDER_WIDTH = 3
/** Part of a stroke that lies in the box that it is for. */
const LEAST_SHARE = 0.3
/** Words, figures and ticks; dots and dashes may be ornaments in a font of their own. */
export const SAYS = /[\p{L}\p{N}×✓✔✗✘✕✖☑☒√]/u

/** What is known of a page that was read. */
export interface Known {
  readonly boxes: readonly Box[]
  readonly others: readonly Glyph[]
  readonly printed: ReadonlySet<Glyph>
}

/**
 * What became part of a page beside the boxes. The definition does not tell everything that is printed on a form, but what
 * was added in a program that has other fonts shows by them, and strokes of a pen by their slant.
 */
export function writtenBeside(content: PageContent, known: Known): Remark[] {
  const { page } = content
  return [
    ...addedLines(known).map((text) => ({ page, subtype: 'FreeText', text })),
    ...(hasStrokes(content, known) ? [{ page, subtype: 'Ink', text: '' }] : []),
  ]
}

function addedLines({ others, printed }: Known): string[] {
  const fonts = new Set([...printed].map(({ font }) => font))
  return linesOf(others.filter(({ font }) => !fonts.has(font)))
    .map(({ text }) => text)
    .filter((text) => SAYS.test(text) && !namesForm(text))
}

/** Whether somebody drew where the boxes are; above them there may be a logo. */
function hasStrokes({ marks }: PageContent, { boxes }: Known): boolean {
  const top = Math.max(...boxes.map(({ rect }) => rect[3]))
  return marks.some(
    (mark) =>
      mark.kind === 'stroke' &&
      (mark.slanted || mark.curved) &&
      mark.box[1] < top &&
      !boxes.some((box) => belongsTo(mark, box)),
  )
}

/** Whether a mark is the tick or the border of a box, or lies in it for a good part. */
export function belongsTo(mark: Mark, { slot: { control }, rect }: Box): boolean {
  const isButton = control === 'checkbox' || control === 'radio'
  if (isButton && readBoxMark(rect, [], [mark]) !== 'no') return true
  const isBorder = mark.box.every((edge, index) => Math.abs(edge - rect[index]!) < BORDER_WIDTH)
  const shared = intersect(mark.box, rect)
  return isBorder || (hasArea(shared) && areaOf(shared) > LEAST_SHARE * areaOf(mark.box))
}
