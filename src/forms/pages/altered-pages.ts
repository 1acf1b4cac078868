import { namesForm, withoutFormMark } from '../../contracts/foot-line.ts'
import { drawingsBeside, type TextRun, textsOf, turnedText } from '../../contracts/printed.ts'
import type { Slot } from '../../contracts/slot.ts'
import { foldPrinted } from '../../language/fold.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { FormDefinition, PrintedPage } from '../../model/form.ts'
import { type Glyph, isSpace, isWithin, type PageContent, seenOf } from '../../pdf/page/index.ts'
import { type Box, boxesOf, moved } from './boxes.ts'
import { type FindText, textFinder } from './find-text.ts'
import { matchPages } from './match-pages.ts'
import { MOST_TEXTS, printedOn } from './printed-on.ts'
import { readBoxMark } from './read-box-mark.ts'
import type { Placement } from './register.ts'
import { holds } from './sort-glyphs.ts'
import { unseenTexts } from './unseen-texts.ts'
import { belongsTo, SAYS } from './written-beside.ts'

/** Points by which what was filled in may stand out of its box. */
const SLACK = 1
/** Points by which the baselines of a text and of what replaced it may differ. */
const SAME_PLACE = 6

export interface AlteredPage {
  /** Counted from 0, in the form where the file does not have it. */
  readonly page: number
  /** Printed on the form, and nobody can see it here: it is gone, pale, covered or elsewhere. */
  readonly missing: readonly string[]
  /** Printed on the form, and here there is something else. */
  readonly replaced: readonly { readonly printed: string; readonly shown: string }[]
  readonly added: readonly string[]
  /** Boxes that are ticked on the page alone. */
  readonly ticked: readonly Slot[]
  /** Whether there is a picture, drawing or background that the form does not have. */
  readonly isDrawnOn: boolean
}

/** What is known of a file whose pages are compared. */
export type Compared = Pick<Extraction, 'form' | 'method' | 'values' | 'missingPages'>

/**
 * Compares what the pages of a file show with what the form prints. Answers on the pages are no difference where they are
 * read from there, and notes that were laid over the pages are told apart.
 */
export function alteredPages(
  compared: Compared,
  contents: readonly PageContent[],
): readonly AlteredPage[] {
  const { form, missingPages } = compared
  const { printed } = form
  if (!printed) return withoutTexts(unseenTexts(form, contents, missingPages))
  const asPrinted = contents.length === printed.length ? contents.map(inPlace) : []
  const likely = asPrinted.map((copy) => alteredSheet([copy], compared))
  if (likely.length > 0 && likely.every(({ missing }) => missing.length === 0))
    return likely.filter(isAltered)
  const copies = copiesOf(form, contents)
  const sheets = [...Map.groupBy(copies, ({ content }) => content).values()]
  const found = new Set(copies.map(({ page }) => page))
  const lost = printed.flatMap(({ texts }, page) =>
    found.has(page) || missingPages.includes(page) ? [] : texts.map(({ text }) => ({ page, text })),
  )
  return [
    ...sheets.map((sheet) => alteredSheet(sheet, compared)).filter(isAltered),
    ...withoutTexts(unseenTexts({ anchors: lost.slice(0, MOST_TEXTS) }, contents, [])),
  ]
}

function isAltered({ missing, replaced, added, ticked, isDrawnOn }: AlteredPage): boolean {
  return missing.length + replaced.length + added.length + ticked.length > 0 || isDrawnOn
}

function withoutTexts(unseen: readonly { page: number; text: string }[]): AlteredPage[] {
  return [...Map.groupBy(unseen, ({ page }) => page)].map(([page, texts]) => ({
    page,
    missing: texts.map(({ text }) => text),
    replaced: [],
    added: [],
    ticked: [],
    isDrawnOn: false,
  }))
}

/** A page of the form and where it lies. */
interface Copy {
  /** Page of the form, counted from 0. */
  readonly page: number
  readonly content: PageContent
  readonly registration: Placement
}

function inPlace(content: PageContent): Copy {
  return { page: content.page, content, registration: { scale: 1, dx: 0, dy: 0 } }
}

/** The pages of the form by their texts; one that has too few of them is taken to be at its place. */
function copiesOf(form: FormDefinition, contents: readonly PageContent[]): Copy[] {
  const matched = matchPages(form, contents)
  const isFree = ({ page, content }: Copy): boolean =>
    matched.every((other) => other.page !== page && other.content !== content)
  const others = contents.length === form.pages ? contents.map(inPlace).filter(isFree) : []
  return [...matched, ...others]
}

function alteredSheet(copies: readonly Copy[], compared: Compared): AlteredPage {
  const { form, method } = compared
  const [{ content }] = copies as readonly [Copy]
  const printed = copies.map((copy) => printedOn(copy, form))
  const seen = seenOf(content)
  const own = content.glyphs
    .slice(0, content.own.glyphs)
    .filter((glyph) => !isSpace(glyph) && seen.glyphs.has(glyph))
  const { found, missing } = findAll(
    printed.flatMap(({ texts }) => texts),
    textFinder(own),
  )
  const rest = own.filter((glyph) => !found.has(glyph))
  const boxes = copies.flatMap(({ page, registration }) =>
    boxesOf(form, page).map((box) => moved(box, registration)),
  )
  const runs = textsOf(rest)
  const written = runs.filter(({ text }) => SAYS.test(withoutFormMark(text)))
  const pairs = missing.map((text) => ({ text, shown: written.filter((run) => isAt(run, text)) }))
  const replacing = new Set(pairs.flatMap(({ shown }) => shown))
  const foot = runs.filter(({ text }) => namesForm(text)).flatMap(({ glyphs }) => glyphs)
  const isAnswer = method === 'fields' ? isHeld(compared) : isFilledIn([...found, ...foot])
  const added = written.filter((run) => !replacing.has(run) && !isAnswer(run, boxes))
  const drawings = printed.flatMap((page) => page.drawings)
  return {
    page: content.page,
    missing: pairs.flatMap(({ text, shown }) => (shown.length > 0 ? [] : [text.text])),
    replaced: pairs.flatMap(({ text, shown }) =>
      shown.length > 0 ? [{ printed: text.text, shown: shown.map(textOf).join(' ') }] : [],
    ),
    added: [...added.map(textOf), ...turnedOtherwise(rest, printed)],
    ticked: method === 'fields' ? tickedOnPage(content, boxes, compared) : [],
    isDrawnOn: method === 'fields' && isDrawnOn(content, boxes, drawings),
  }
}

type PrintedText = PrintedPage['texts'][number]

function findAll(
  texts: readonly PrintedText[],
  find: FindText,
): { found: ReadonlySet<Glyph>; missing: readonly PrintedText[] } {
  const found = new Set<Glyph>()
  const missing = texts.filter((text) => {
    const glyphs = find(text)
    for (const glyph of glyphs ?? []) found.add(glyph)
    return !glyphs
  })
  return { found, missing }
}

function textOf({ text }: TextRun): string {
  return text
}

function isAt(run: TextRun, { x, y, width }: PrintedText): boolean {
  return Math.abs(run.y - y) < SAME_PLACE && run.x < x + width && run.x + run.width > x
}

/** Whether a text on a page is what a field holds, or was read in place of it. */
type IsAnswer = (run: TextRun, boxes: readonly Box[]) => boolean

function isHeld({ values }: Compared): IsAnswer {
  return (run, boxes) =>
    boxesAt(run, boxes).some(({ slot: { name, state } }) => {
      const value = values.get(name)
      if (!value) return false
      const isRead = value.confidence < 1
      const held =
        state === undefined && foldPrinted(value.texts.join('')).includes(foldPrinted(run.text))
      return isRead || held || (state !== undefined && value.texts.includes(state))
    })
}

/** In a form without fields what is in a box is its answer, and other type than that of the form is a note. */
function isFilledIn(printed: readonly Glyph[]): IsAnswer {
  const fonts = new Set(printed.map(({ font }) => font))
  return (run, boxes) =>
    boxesAt(run, boxes).length > 0 || run.glyphs.some(({ font }) => !fonts.has(font))
}

function boxesAt({ glyphs }: TextRun, boxes: readonly Box[]): Box[] {
  return boxes.filter((box) =>
    glyphs.some((glyph) => holds(box, glyph) || isWithin(glyph.clip, box.rect, SLACK)),
  )
}

function turnedOtherwise(rest: readonly Glyph[], printed: readonly PrintedPage[]): string[] {
  const turned = turnedText(rest)
  const wanted = printed.map((page) => page.turned ?? '').join('')
  return foldPrinted(turned) === foldPrinted(wanted) || !SAYS.test(turned) ? [] : [turned]
}

/** Boxes in which the page itself has a tick, and whose fields have none. */
function tickedOnPage(
  { marks, own }: PageContent,
  boxes: readonly Box[],
  { values }: Compared,
): Slot[] {
  const drawn = marks.slice(0, own.marks)
  return boxes.flatMap(({ slot, rect }) => {
    const { name, state } = slot
    const value = values.get(name)
    if (state === undefined || !value || value.confidence < 1 || value.texts.includes(state))
      return []
    return readBoxMark(rect, [], drawn) === 'yes' ? [slot] : []
  })
}

function isDrawnOn(
  { marks, own }: PageContent,
  boxes: readonly Box[],
  drawings: PrintedPage['drawings'],
): boolean {
  const others = marks
    .slice(0, own.marks)
    .filter((mark) => !boxes.some((box) => belongsTo(mark, box)))
  return drawingsBeside(others, [...drawings, ...boxes.map(({ rect }) => rect)]).length > 0
}
