import type {
  FormPage,
  PageDoubt,
  PagePicture,
  PageReading,
  Raster,
  Traces,
  UnknownPage,
} from '../../model/paper.ts'
import { alignTo } from './align.ts'
import { besideAll } from './beside.ts'
import { boxesOn } from './boxes.ts'
import { FORM_DPI, inkOn, noiseOf } from './ink.ts'
import { type Blanks, placeOn, scaleOf } from './place.ts'
import { withoutStreaks } from './streaks.ts'
import { tracesOf } from './traces.ts'

/** What is done with a page before the next is read. */
export type OnPage = (
  ...[page, seen]: [page: FormPage, seen: Seen] | [page: UnknownPage, seen: SeenUnknown]
) => void

/** The picture of a page, laid over its form, and where it has ink. */
interface Seen {
  readonly picture: Raster
  readonly traces: Traces
}

/** The picture of a page of which nothing tells the form, and the same laid over the likeliest. */
interface SeenUnknown {
  readonly picture: Raster
  readonly likeliest?: () => Raster
}

/** Share of bare paper that is as dark as ink: 0.06 mm² in a box of 4.8 mm. */
const NOISY = 0.0026
/** Part of the pieces of the form that must be found at their places. */
const LEAST_FOUND = 0.3
/** Dots per inch below which nothing is certain. */
const COARSE = 100

/** Reads what one picture shows: which page of which form it is, and where there is ink on it that the form does not have. */
export async function readPage(
  picture: PagePicture,
  blanks: Blanks,
  onPage?: OnPage,
): Promise<PageReading> {
  const lies = await placeOn(picture, blanks)
  if ('is' in lies) {
    if (lies.is !== 'unknown') return lies
    const { likeliest, ...unknown } = lies
    onPage?.(unknown, {
      picture,
      ...(likeliest && {
        likeliest: () => alignTo(likeliest.blank, picture, likeliest.homography, []).aligned,
      }),
    })
    return unknown
  }
  const { hash, page, form, blank } = lies
  const { aligned, found, homography } = alignTo(blank, picture, lies.homography, lies.anchors)
  const ink = withoutStreaks(inkOn(blank, aligned), homography)
  const widgets = form.definition.widgets.filter((widget) => widget.page === page)
  const { boxes, taken } = boxesOn(widgets, ink)
  const resolution = Math.round(scaleOf(homography, blank) * FORM_DPI * picture.pixels)
  const doubts: PageDoubt[] = [
    ...lies.doubts,
    ...(picture.isBilevel ? (['bilevel'] as const) : []),
    ...(resolution < COARSE ? (['coarse'] as const) : []),
    ...(found < LEAST_FOUND ? (['misplaced'] as const) : []),
    ...(noiseOf(ink, taken) > NOISY ? (['noisy'] as const) : []),
  ]
  const read: FormPage = {
    ...{ is: 'page', hash, page, marks: lies.marks, resolution, doubts },
    boxes,
    beside: besideAll(ink, taken),
  }
  onPage?.(read, { picture: aligned, traces: tracesOf(ink) })
  return read
}
