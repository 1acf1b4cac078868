import { withoutFormMark } from '../../contracts/foot-line.ts'
import { textsOf } from '../../contracts/printed.ts'
import { type Slot, slotsOf } from '../../contracts/slot.ts'
import { foldPrinted } from '../../language/fold.ts'
import type { FormDefinition, PrintedPage, Widget } from '../../model/form.ts'
import type { PdfField } from '../../pdf/index.ts'
import { type PageContent, seenOf, transformRect } from '../../pdf/page/index.ts'
import { asInFile } from './placed-form.ts'

/** Points by which a text may stand into the box that it is beside. */
const INTO = 2
/** Points by which the baseline of a text beside a box may be below it. */
const BELOW = 3
/** Fewer characters may be part of any word. */
const SHORT = 8
/** As many as a page of ours has, and many more; an embedded definition may claim any number. */
const MOST_TEXTS = 1000
const MOST_IN_ALL = 5000
/** The number of a page, with a word or two around it. */
const PAGE_NUMBER = /^\D{0,12}\d+(?:\D{1,6}\d+)?\D{0,6}$/u

/** The boxes of a form and the texts of its pages. */
export interface Layout {
  readonly widgets: readonly Widget[]
  /** One entry a page. */
  readonly printed: readonly Pick<PrintedPage, 'texts'>[]
}

/** What a layout says otherwise than another of the same questions. */
export interface LayoutDifferences {
  /** Questions whose boxes stand beside other texts. */
  readonly relabelled: readonly Slot[]
  readonly added: readonly string[]
  /** Texts of the other layout that this one does not have. */
  readonly missing: readonly string[]
}

/** The layout that a file shows, whose fields are those of the form. */
export function layoutInFile(
  form: FormDefinition,
  fields: readonly PdfField[],
  contents: readonly PageContent[],
): Layout {
  return {
    widgets: asInFile(form, fields).widgets.map(({ rect, ...widget }) => {
      const matrix = contents[widget.page]?.matrix
      return { ...widget, rect: matrix ? [...transformRect(matrix, rect)] : rect }
    }),
    printed: contents.map((content) => {
      const seen = seenOf(content)
      const own = content.glyphs.slice(0, content.own.glyphs)
      return { texts: textsOf(own.filter((glyph) => seen.glyphs.has(glyph))) }
    }),
  }
}

/** Compares the texts of two layouts of the same questions, and which of them each box stands beside. */
export function compareLayouts(
  { fields }: Pick<FormDefinition, 'fields'>,
  here: Layout,
  there: Layout,
): LayoutDifferences {
  return {
    relabelled: slotsOf(fields).filter((slot) => isRelabelled(slot, here, there)),
    added: textsWithout(here, there),
    missing: textsWithout(there, here),
  }
}

type PrintedText = PrintedPage['texts'][number]

/** The texts of one layout that another does not have, wherever its lines and pages break. */
function textsWithout(one: Layout, other: Layout): string[] {
  const texts = textsIn(other).map(folded)
  const [whole, single] = [texts.join(''), new Set(texts)]
  const isRenumbered = one.printed.length !== other.printed.length
  return textsIn(one)
    .map(({ text }) => text)
    .filter((text) => {
      if (isRenumbered && PAGE_NUMBER.test(text)) return false
      const wanted = foldPrinted(withoutFormMark(text))
      return wanted.length < SHORT ? wanted !== '' && !single.has(wanted) : !whole.includes(wanted)
    })
}

function textsIn({ printed }: Layout): PrintedText[] {
  return printed.flatMap(({ texts }) => texts.slice(0, MOST_TEXTS)).slice(0, MOST_IN_ALL)
}

function folded({ text }: PrintedText): string {
  return foldPrinted(withoutFormMark(text))
}

/** Whether the texts around a box are others; where it has some on its line, those above may be. */
function isRelabelled(slot: Slot, here: Layout, there: Layout): boolean {
  const [own, meant] = [textsAround(slot, here), textsAround(slot, there)]
  if (!own || !meant) return false
  const isOnLine = meant.left !== '' || meant.right !== ''
  return (
    !isPart(own.left, meant.left, 'endsWith') ||
    !isPart(own.right, meant.right, 'startsWith') ||
    (!isOnLine && !isPart(own.above, meant.above, 'endsWith'))
  )
}

/** Whether two texts are the same, as far as their lines go. */
function isPart(one: string, other: string, how: 'startsWith' | 'endsWith'): boolean {
  if (one === '' || other === '') return one === other
  return one[how](other) || other[how](one)
}

/** The texts nearest to a box, folded; empty where there is none. */
interface Around {
  readonly left: string
  readonly right: string
  readonly above: string
}

function textsAround({ name, state }: Slot, { widgets, printed }: Layout): Around | undefined {
  const alike = widgets.filter((widget) => widget.name === name)
  const widget =
    alike.find((one) => one.state === state) ?? (alike.length === 1 ? alike[0] : undefined)
  if (!widget) return undefined
  const [left, bottom, right, top] = widget.rect
  const texts = printed[widget.page]?.texts.slice(0, MOST_TEXTS) ?? []
  const onLine = texts.filter(({ y }) => y > bottom - BELOW && y < top)
  const before = onLine.filter(({ x, width }) => x + width < left + INTO)
  const behind = onLine.filter(({ x }) => x > right - INTO)
  const over = texts.filter(({ x, y, width }) => y >= top && x < right && x + width > left)
  return {
    left: nearest(before, ({ x, width }) => -x - width),
    right: nearest(behind, ({ x }) => x),
    above: nearest(over, ({ y }) => y),
  }
}

function nearest(texts: readonly PrintedText[], distance: (text: PrintedText) => number): string {
  const [first] = texts.toSorted((one, other) => distance(one) - distance(other))
  return first ? folded(first) : ''
}
