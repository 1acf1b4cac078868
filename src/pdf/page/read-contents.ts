import { concat } from '../bytes.ts'
import { type Rect, readRect } from '../geometry.ts'
import { isMarkup } from '../markup.ts'
import { type PdfDict, PdfStream } from '../objects.ts'
import type { PdfFile } from '../open.ts'
import { type PdfPage, readAnnotationDicts, readPages } from '../pages.ts'
import { normaliseText } from '../text-string.ts'
import { isHidden, paintAppearance } from './appearance.ts'
import { ContentBudget } from './budget.ts'
import type { Glyph, Mark, PageAnnotation, PageContent, Painted, WidgetLook } from './content.ts'
import { ContentRun, type ContentSource } from './content-run.ts'
import { initialState } from './graphics-state.ts'
import { type Matrix, transformRect } from './matrix.ts'
import { operators } from './operators/index.ts'
import { PageMemory } from './page-memory.ts'
import { pageSpace } from './page-space.ts'

/**
 * What is to be seen on each page of a file, the appearances of its annotations and fields included. Pages on which
 * most text is turned come upright. Nothing throws but a PdfError `too-large`; what is left out makes a page incomplete.
 */
export function readContents(
  file: PdfFile,
  { budget = new ContentBudget(), memory = new PageMemory() }: ReadContentsOptions = {},
): PageContent[] {
  const source: ContentSource = {
    objects: file.objects,
    budget,
    fonts: new Map(),
    memory,
    operators,
  }
  return readPages(file)
    .slice(0, budget.limits.pages)
    .map((page) => {
      const content = readContent(source, page, 0)
      const turn = turnOf(content.glyphs)
      return turn === 0 ? content : readContent(source, page, turn)
    })
}

interface ReadContentsOptions {
  readonly budget?: ContentBudget
  /** What pages of earlier files draw. */
  readonly memory?: PageMemory
}

function readContent(source: ContentSource, page: PdfPage, turn: number): PageContent {
  const space = pageSpace(source.objects, page, turn)
  const { matrix, width, height } = space
  const sheet: Rect = [0, 0, width, height]
  const painted = source.memory.paintedOn(source, page, space, () => {
    const drawn: Painted = { glyphs: [], marks: [], complete: true }
    const run = new ContentRun(source, page.resources, drawn, initialState(matrix, sheet))
    run.run(contentOf(source, page, drawn))
    return drawn
  })
  const own = { glyphs: painted.glyphs.length, marks: painted.marks.length }
  const annotations = new ContentRun(source, undefined, painted, initialState(matrix, sheet))
  const laidOver: PageAnnotation[] = []
  const covers: Mark[] = []
  const widgets: WidgetLook[] = []
  for (const dict of readAnnotationDicts(source.objects, page)) {
    const annotation = readAnnotation(source, dict, matrix)
    const [glyphs, marks] = [painted.glyphs.length, painted.marks.length]
    const isPainted = isPartOfPage(annotation) && paintAppearance(annotations, dict)
    const isSeen = !isHidden(source.objects, dict)
    if (!isPainted && isSeen) covers.push(...coversOf(annotations, dict))
    if (isMarkup(annotation.subtype) && isSeen) laidOver.push({ ...annotation, painted: isPainted })
    if (isMarkup(annotation.subtype) || aboutPage.has(annotation.subtype)) continue
    widgets.push({
      annotation: dict,
      glyphs: painted.glyphs.slice(glyphs),
      marks: painted.marks.slice(marks),
      state: isPainted ? 'painted' : isSeen ? 'unpainted' : 'hidden',
    })
  }
  const { index } = page
  return {
    ...{ page: index, width, height, matrix, ...painted },
    ...{ own, covers, annotations: laidOver, widgets },
  }
}

/** What an annotation hides that is no part of the page. */
function coversOf({ source, state, painted }: ContentRun, dict: PdfDict): Mark[] {
  const apart: Painted = { glyphs: [], marks: [], complete: true }
  paintAppearance(new ContentRun(source, undefined, apart, state), dict)
  const after = painted.glyphs.length
  return apart.marks.filter(({ opaque }) => opaque).map((mark) => ({ ...mark, after }))
}

/** The parts of a page's content are one stream, but no token runs over their ends (ISO 32000-1, 7.8.2). */
function contentOf({ objects }: ContentSource, page: PdfPage, painted: Painted): Uint8Array {
  const contents = objects.resolve(page.dict.get('Contents'))
  const parts = contents instanceof PdfStream ? [contents] : (objects.array(contents) ?? [])
  const streams = parts
    .map((part) => objects.resolve(part))
    .filter((part) => part instanceof PdfStream)
  return concat(
    streams.flatMap((stream) => {
      const { bytes, isDamaged } = objects.streamData(stream)
      if (isDamaged) painted.complete = false
      return [bytes, lineEnd]
    }),
  )
}

type Annotation = Omit<PageAnnotation, 'painted'>

function readAnnotation({ objects }: ContentSource, dict: PdfDict, matrix: Matrix): Annotation {
  const rect = readRect(objects, dict.get('Rect'))
  return {
    subtype: objects.name(dict.get('Subtype')) ?? '',
    text: normaliseText(objects.text(dict.get('Contents'))?.text ?? '').trim(),
    box: transformRect(matrix, rect ?? nowhere),
  }
}

/** The text of a free-text annotation is exact where its appearance may not be; icons and highlights are about the page. */
function isPartOfPage({ subtype, text }: Annotation): boolean {
  return !aboutPage.has(subtype) && !(subtype === 'FreeText' && text !== '')
}

/** Degrees clockwise that bring most of the text upright. */
function turnOf(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  for (const { angle } of glyphs) counts.set(angle, (counts.get(angle) ?? 0) + 1)
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most !== undefined && most[0] % 90 === 0 ? most[0] : 0
}

const aboutPage = new Set(
  'Popup Link Text Highlight Underline Squiggly StrikeOut Caret FileAttachment Sound'.split(' '),
)
const nowhere: Rect = [0, 0, 0, 0]
const lineEnd = Uint8Array.of(0x0a)
