import { CORNERS, placeOfMark } from '../../contracts/page-mark.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PageDoubt, PagePicture, PageReading, Raster, UnknownPage } from '../../model/paper.ts'
import { guessesFor, type Sketch } from './by-print.ts'
import { fitHomography, type Homography, type Pair, type Point, project } from './homography.ts'
import { type Area, FORM_DPI, PER_MM, PER_POINT } from './ink.ts'
import { type FoundMark, findMarks } from './marks.ts'
import { half, sharpened } from './raster.ts'

/** A form as it is printed: each of its pages at 200 dots per inch. */
export interface BlankForm {
  readonly definition: Pick<FormDefinition, 'widgets'>
  readonly pages: readonly Raster[]
}

/** The forms that are known here. */
export interface Blanks {
  /** A form by the first 12 digits of its hash; undefined where it, or its blank, is not there. */
  find(hash: string): Promise<BlankForm | undefined>
  /** The pages of all of them, by which one without marks is known. */
  sketches?(): Promise<readonly Sketch[]>
}

/** A page of a form, and how it lies on a picture. */
interface Placed {
  readonly hash: string
  readonly page: number
  readonly form: BlankForm
  readonly blank: Raster
  /** From pixels of the form to those of the picture. */
  readonly homography: Homography
  /** How many marks were found, and the middles of them on the form. */
  readonly marks: number
  readonly anchors: readonly Point[]
  readonly doubts: readonly PageDoubt[]
}

/** Millimetres by which marks may lie beside the places that fit all of them best. */
const STRAIGHT = 2.5
/** Part of a picture that is dark on one with anything on it. */
const SOMETHING = 0.0005
/** How alike a picture and a page are that are the same, and how much more than any other it is. */
const [ALIKE, MORE] = [0.35, 1.3]
/** How alike anything printed is to some page. */
const SOMEWHAT = 0.2
/** How many pages are proposed of one that is not known. */
const PROPOSED = 5

/** A page of which nothing tells for certain of which form it is, and how it would lie on the likeliest. */
type Unsure = UnknownPage & { readonly likeliest?: Placed }

/** Finds the page of a form that a picture shows: by its marks, and where it has none, by its print. */
export async function placeOn(
  picture: PagePicture,
  blanks: Blanks,
): Promise<Placed | Unsure | Exclude<PageReading, { is: 'page' | 'unknown' }>> {
  const { all, shown } = await marksOn(picture)
  const [most, ...others] = byPage(all)
  if (!most) return isBlank(picture) ? { is: 'blank' } : byPrint(picture, blanks)
  const [{ hash, page }] = most as [FoundMark]
  const form = await blanks.find(hash)
  const blank = form?.pages[page]
  if (!form || !blank) return { is: 'foreign', hash, page }
  const marks = await completed(most, shown, blank)
  const fitted = homographyFor(marks, blank)
  if (!fitted) return { is: 'foreign', hash, page }
  const { homography, error } = fitted
  return {
    ...{ hash, page, form, blank, homography, marks: marks.length },
    anchors: marks.map(({ corner }) => middleOf(placeInPixels(corner, blank))),
    doubts: [
      ...(error > STRAIGHT ? (['misplaced'] as const) : []),
      ...(others.length > 0 ? (['several'] as const) : []),
    ],
  }
}

/** Without marks, a page is what a person says it is, and nothing on it is certain. */
async function byPrint(picture: PagePicture, blanks: Blanks): Promise<Placed | Unsure> {
  const sketches = (await blanks.sketches?.()) ?? []
  const guesses = guessesFor(picture, sketches)
  const pages = [...Map.groupBy(guesses, ({ hash, page }) => `${hash} ${page}`).values()]
  const [first, second] = pages.map(([best]) => best!)
  const likely = pages.slice(0, PROPOSED).map(([best]) => ({ hash: best!.hash, page: best!.page }))
  const unknown: UnknownPage = {
    ...{ is: 'unknown', likely, isPrinted: (first?.score ?? 0) > SOMEWHAT },
    resolution: Math.round(picture.pixels * FORM_DPI),
  }
  if (!first || !unknown.isPrinted) return unknown
  const { hash, page, homography } = first
  const form = await blanks.find(hash)
  const blank = form?.pages[page]
  if (!form || !blank) return unknown
  const likeliest: Placed = {
    ...{ hash, page, form, blank, homography },
    ...{ marks: 0, anchors: [], doubts: ['unmarked'] },
  }
  const isPlain = first.score >= ALIKE && first.score >= MORE * (second?.score ?? 0)
  return isPlain ? likeliest : { ...unknown, likeliest }
}

/** All marks, and the picture that they were found on: small or blurred ones show at another size, or where edges are steeper. */
async function marksOn(picture: Raster): Promise<{ all: FoundMark[]; shown: Raster }> {
  const found = await findMarks(picture)
  if (found.length > 0 || isBlank(picture)) return { all: found, shown: picture }
  const smaller = await findMarks(half(picture, 1))
  if (smaller.length > 0) return { all: smaller.map((mark) => scaled(mark, 2)), shown: picture }
  const shown = sharpened(picture)
  const sharp = await findMarks(shown)
  if (sharp.length > 0) return { all: sharp, shown }
  const { width, height } = picture
  const whole = { left: 0, top: 0, width, height }
  return { all: await findMarks(picture, whole, 1.5), shown: picture }
}

function scaled(mark: FoundMark, by: number): FoundMark {
  const [a, b, c, d] = mark.corners.map(({ x, y }) => ({ x: x * by, y: y * by })) as [
    ...FoundMark['corners'],
  ]
  return { ...mark, corners: [a, b, c, d] }
}

/** The marks of each page that is on a picture, most of them first, and of each corner one. */
function byPage(marks: readonly FoundMark[]): FoundMark[][] {
  const pages = Map.groupBy(marks, ({ hash, page }) => `${hash} ${page}`)
  return [...pages.values()]
    .map((same) => [...new Map(same.map((mark) => [mark.corner, mark])).values()])
    .sort((a, b) => b.length - a.length)
}

/** Looks once more, larger, at the places where marks must lie that were not found. */
async function completed(
  marks: readonly FoundMark[],
  picture: Raster,
  blank: Raster,
): Promise<FoundMark[]> {
  const fitted = homographyFor(marks, blank)
  if (!fitted || marks.length === CORNERS.length) return [...marks]
  const more: FoundMark[] = []
  for (const corner of CORNERS) {
    if (marks.some((mark) => mark.corner === corner)) continue
    const { x, y } = middleOf(placeInPixels(corner, blank))
    const centre = project(fitted.homography, x, y)
    const side = LOOK_AROUND * PER_MM * scaleOf(fitted.homography, blank)
    const part = { left: centre.x - side, top: centre.y - side, width: 2 * side, height: 2 * side }
    const [{ hash, page }] = marks as [FoundMark]
    const again = await findMarks(picture, part, 2)
    const one = again.find(
      (mark) => mark.corner === corner && mark.hash === hash && mark.page === page,
    )
    if (one) more.push(one)
  }
  return [...marks, ...more]
}

/** Millimetres around the place of a mark in which it is looked for again. */
const LOOK_AROUND = 14

function placeInPixels(corner: FoundMark['corner'], { width, height }: Raster): Area {
  const size = { width: width / PER_POINT, height: height / PER_POINT }
  const [left, bottom, right, top] = placeOfMark(corner, size)
  return {
    left: left * PER_POINT,
    top: height - top * PER_POINT,
    right: right * PER_POINT,
    bottom: height - bottom * PER_POINT,
  }
}

function middleOf({ left, top, right, bottom }: Area): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** From pixels of the form to those of the picture, with the largest error of a mark in millimetres of the form. */
function homographyFor(
  marks: readonly FoundMark[],
  blank: Raster,
): { homography: Homography; error: number } | undefined {
  const pairs = marks.flatMap((mark): Pair[] => {
    const { left, top, right, bottom } = placeInPixels(mark.corner, blank)
    const [topLeft, topRight, bottomRight, bottomLeft] = mark.corners
    return [
      { from: { x: left, y: top }, to: topLeft },
      { from: { x: right, y: top }, to: topRight },
      { from: { x: right, y: bottom }, to: bottomRight },
      { from: { x: left, y: bottom }, to: bottomLeft },
    ]
  })
  const homography = fitHomography(pairs, marks.length < 3)
  if (!homography) return undefined
  const scale = scaleOf(homography, blank)
  const errors = pairs.map(({ from, to }) => {
    const { x, y } = project(homography, from.x, from.y)
    return Math.hypot(x - to.x, y - to.y) / scale / PER_MM
  })
  return { homography, error: Math.max(...errors) }
}

/** Pixels of the picture for one of the form, in the middle of the page. */
export function scaleOf(homography: Homography, { width, height }: Raster): number {
  const [x, y] = [width / 2, height / 2]
  const [a, b, c] = [
    project(homography, x, y),
    project(homography, x + 1, y),
    project(homography, x, y + 1),
  ]
  return Math.sqrt(Math.hypot(b.x - a.x, b.y - a.y) * Math.hypot(c.x - a.x, c.y - a.y))
}

/** Whether there is nothing on a picture but paper, as on the back of a sheet; its rim is not looked at. */
function isBlank(picture: Raster): boolean {
  const { width, height, gray } = half(picture, 2)
  const size = 16
  let [dark, all] = [0, 0]
  for (let top = size * 2; top + 3 * size < height; top += size)
    for (let left = size * 2; left + 3 * size < width; left += size) {
      const values: number[] = []
      for (let y = top; y < top + size; y++)
        for (let x = left; x < left + size; x++) values.push(gray[y * width + x]!)
      const paper = values.toSorted((a, b) => a - b)[Math.floor(0.8 * values.length)]!
      all += values.length
      dark += values.filter((value) => value < 0.75 * paper).length
    }
  return all > 0 && dark / all < SOMETHING
}
