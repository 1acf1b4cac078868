import type { PdfField, Rect } from '../../pdf/index.ts'
import {
  type Glyph,
  hasArea,
  intersect,
  type Mark,
  type PageContent,
  type Seen,
  seenOf,
  transformRect,
  type WidgetLook,
} from '../../pdf/page/index.ts'

/** Points; a box that is narrower or lower shows nothing. */
const SMALLEST = 2

type PdfWidget = PdfField['widgets'][number]

/** One box of a field, as people see it. */
export interface Look {
  readonly widget: PdfWidget
  readonly state: WidgetLook['state']
  /** On the upright page. */
  readonly rect: Rect
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Mark[]
}

/** Finds the boxes of fields on pages: none that is hidden, outside the page, or too small to show anything. */
export interface Looks {
  of(field: Pick<PdfField, 'widgets'>): Look[]
  /** Whether programs make them anew from the values. */
  readonly needsAppearances: boolean
  /** Buttons are on where the file says that it shows them so: those of others are drawn in ways that tell nothing. */
  readonly isByState: boolean
}

/** Reads what the boxes of all fields look like. */
export function readLooks(
  contents: readonly PageContent[],
  { needsAppearances, isByState }: Pick<Looks, 'needsAppearances' | 'isByState'>,
): Looks {
  const looks = new Map(
    contents.flatMap((content) => {
      const seen = seenOf(content)
      return content.widgets.map(
        (look) =>
          [look.annotation, (widget: PdfWidget) => lookOf(widget, look, content, seen)] as const,
      )
    }),
  )
  return {
    needsAppearances,
    isByState,
    of: ({ widgets }) => widgets.flatMap((widget) => looks.get(widget.annotation)?.(widget) ?? []),
  }
}

function lookOf(
  widget: PdfWidget,
  { state, glyphs, marks }: WidgetLook,
  { matrix, width, height }: PageContent,
  seen: Seen,
): Look | undefined {
  if (state === 'hidden' || !widget.rect) return undefined
  const rect = intersect(transformRect(matrix, widget.rect), [0, 0, width, height])
  const [left, bottom, right, top] = rect
  if (!hasArea(rect) || right - left < SMALLEST || top - bottom < SMALLEST) return undefined
  return {
    widget,
    state,
    rect,
    glyphs: glyphs.filter((glyph) => seen.glyphs.has(glyph)),
    marks: marks.filter((mark) => seen.marks.has(mark)),
  }
}
