import type { Anchor, PrintedPage, Widget } from '../model/form.ts'
import { areaOf } from '../pdf/geometry.ts'
import { openPdf } from '../pdf/open.ts'
import type { Glyph, Mark, PageContent } from '../pdf/page/content.ts'
import { linesOf } from '../pdf/page/lines.ts'
import { isWithin } from '../pdf/page/matrix.ts'
import { readContents } from '../pdf/page/read-contents.ts'
import { seenOf } from '../pdf/page/seen.ts'
import { anchorsOf, rounded, runsOf } from './anchors.ts'

/** Points; borders and rules are narrower or lower than backgrounds and pictures. */
const LEAST_SIZE = 6
/** From this lightness on a background is none that people see. */
const PALEST = 0.9
/** Points by which drawings stand out of their boxes, as borders do. */
const BESIDE = 4

/**
 * What is printed on a blank form, from its bytes.
 *
 * @param options `beside`: only what is printed beside the fields, for a form that others made, whose fields may hold something
 */
export function printOfPdf(
  pdf: Uint8Array,
  widgets: readonly Pick<Widget, 'page' | 'rect'>[],
  { beside = false }: { readonly beside?: boolean } = {},
): { anchors: Anchor[]; printed: PrintedPage[] } {
  const contents = readContents(openPdf(pdf)).map((page) => (beside ? withoutFields(page) : page))
  return {
    anchors: contents.flatMap(anchorsOf),
    printed: contents.map((content) =>
      printedOf(
        content,
        widgets.flatMap(({ page, rect }) => (page === content.page ? [rect] : [])),
      ),
    ),
  }
}

function withoutFields(content: PageContent): PageContent {
  const { glyphs, marks, own } = content
  return { ...content, glyphs: glyphs.slice(0, own.glyphs), marks: marks.slice(0, own.marks) }
}

type Rectangle = Mark['box']

function printedOf(content: PageContent, boxes: readonly Rectangle[]): PrintedPage {
  const seen = seenOf(content)
  const glyphs = content.glyphs.filter((glyph) => seen.glyphs.has(glyph))
  const texts = textsOf(glyphs)
  const turned = turnedText(glyphs)
  return {
    texts: texts.map(({ text, x, y, width }) => ({
      text,
      ...{ x: rounded(x), y: rounded(y), width: rounded(width) },
    })),
    ...(turned !== '' && { turned }),
    drawings: drawingsBeside(content.marks, boxes).map(([left, bottom, right, top]) => [
      ...([rounded(left), rounded(bottom), rounded(right), rounded(top)] as const),
    ]),
  }
}

/** A part of a line as it stands on a page. */
export interface TextRun {
  readonly text: string
  readonly glyphs: readonly [Glyph, ...Glyph[]]
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The texts that characters make, from top to bottom. */
export function textsOf(glyphs: readonly Glyph[]): TextRun[] {
  return linesOf(glyphs)
    .flatMap((line) => runsOf(line.glyphs))
    .map((run) => {
      const [first, ...others] = run as [Glyph, ...Glyph[]]
      const last = others.at(-1) ?? first
      const text = linesOf(run).map((line) => line.text)
      const width = last.x + last.width - first.x
      return { text: text.join(' '), glyphs: [first, ...others], x: first.x, y: first.y, width }
    })
}

/** What runs in other directions than from left to right. */
export function turnedText(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ angle, text }) => (angle === 0 ? '' : text)).join('')
}

/** The rectangles around pictures, drawings and backgrounds that are not of the given boxes; each stands for all that lie in it. */
export function drawingsBeside(
  marks: readonly Mark[],
  boxes: readonly Rectangle[],
): readonly Rectangle[] {
  const drawn = marks.filter(isDrawing).map(({ box }) => box)
  const kept: Rectangle[] = []
  for (const one of drawn.toSorted((a, b) => areaOf(b) - areaOf(a)))
    if (![...boxes, ...kept].some((other) => isWithin(one, other, BESIDE))) kept.push(one)
  return kept
}

function isDrawing({ kind, box, slanted, curved, lightness }: Mark): boolean {
  const [left, bottom, right, top] = box
  const isLarge = right - left >= LEAST_SIZE && top - bottom >= LEAST_SIZE
  const isSeen = lightness <= PALEST
  return kind === 'image' || (isSeen && (slanted || curved || (kind === 'fill' && isLarge)))
}
