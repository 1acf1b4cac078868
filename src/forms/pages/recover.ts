import { type Slot, slotsOf } from '../../contracts/slot.ts'
import type { RawSignature, RawValue, Remark } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { PageContent } from '../../pdf/page/index.ts'
import { type Box, boxesOf, moved } from './boxes.ts'
import { confidence } from './confidence.ts'
import type { CutOff } from './cut-off.ts'
import { textFinder } from './find-text.ts'
import { doubted, groupValue } from './group-value.ts'
import { type MatchedPage, matchPages } from './match-pages.ts'
import { besides, type Laid, type OverlaidBox, overlaid, remarkOf } from './overlays.ts'
import { printedOn } from './printed-on.ts'
import { type BoxValue, readBox } from './read-box.ts'

import { sortGlyphs } from './sort-glyphs.ts'
import { writtenBeside } from './written-beside.ts'

/** Largest distance in points of a printed text from its place before the page counts as distorted. */
const MOST_ERROR = 1.5
/** Points by which a box may stand over the edge of the sheet. */
const SLACK = 1

/** What was read from the pages of a form that has no fields any more. */
export interface Recovered {
  /** By name of the PDF field; fields on pages that are missing are absent. No value has the confidence 1. */
  readonly values: ReadonlyMap<string, RawValue>
  readonly signatures: readonly RawSignature[]
  readonly remarks: readonly Remark[]
  /** Texts that their boxes cut, or may have. */
  readonly cutOff: readonly CutOff[]
  /** Pages of the form that the file does not have, counted from 0. */
  readonly missingPages: readonly number[]
  /** Pages of the form with boxes and nothing in them, counted from 0. */
  readonly blankPages: readonly number[]
}

/** Reads the values of a flattened form by the places of its boxes; undefined when no page is one of this form. */
export function recover(
  form: FormDefinition,
  contents: readonly PageContent[],
): Recovered | undefined {
  const pages = matchPages(form, contents)
  if (pages.length === 0) return undefined
  const sheets = [...Map.groupBy(pages, ({ content }) => content)].map(([content, copies]) =>
    readSheet(form, content, copies),
  )
  const read = sheets.flatMap((sheet) => sheet.pages)
  const values = new Map<string, RawValue>()
  for (const [{ slot }, { value }] of read.flatMap(({ boxes }) => boxes)) {
    values.set(slot.name, groupValue(values.get(slot.name), value))
  }
  doubtLost(form, values)
  const found = new Set(pages.map(({ page }) => page))
  const wanted = new Set(form.widgets.map(({ page }) => page))
  return {
    values,
    signatures: read.flatMap(({ boxes }) => boxes.flatMap(([, { signature }]) => signature ?? [])),
    remarks: sheets.flatMap(({ remarks }) => remarks),
    cutOff: read.flatMap(({ boxes }) =>
      boxes.flatMap(([{ slot }, { cut }]) => (cut ? [{ slot, kind: cut }] : [])),
    ),
    missingPages: [...wanted].filter((page) => !found.has(page)),
    blankPages: read.filter(isBlank).map(({ page }) => page),
  }
}

interface ReadPage {
  /** Page of the form, counted from 0. */
  readonly page: number
  readonly boxes: readonly (readonly [Box, BoxValue])[]
}

/** One page of the file; several pages of the form may be side by side on it. */
interface ReadSheet {
  readonly pages: readonly ReadPage[]
  readonly remarks: readonly Remark[]
}

function readSheet(
  form: FormDefinition,
  content: PageContent,
  copies: readonly MatchedPage[],
): ReadSheet {
  const printed = new Set(copies.flatMap(({ registration }) => [...registration.printed]))
  const placed = copies.map((copy) => ({
    copy,
    boxes: boxesOf(form, copy.page).map((box) => moved(box, copy.registration)),
  }))
  const boxes = placed.flatMap((one) => one.boxes)
  // The definition tells texts in more fonts than those that the page is known by.
  const findText = textFinder(content.glyphs)
  const told = copies.flatMap((copy) =>
    printedOn(copy, form).texts.flatMap((text) => findText(text) ?? []),
  )
  const { inBoxes, others } = sortGlyphs(content, printed, boxes)
  const typed = typedOver(content, boxes)
  const pages = placed.map(({ copy, boxes: own }) => ({
    page: copy.page,
    boxes: own.map((box) => {
      const inside = { glyphs: inBoxes.get(box) ?? [], marks: content.marks, others }
      const read = withTyped(readBox(box, inside), typed.get(box))
      const isSure = isFaithful(copy) && isOnSheet(box, content)
      return [box, isSure ? read : { ...read, value: doubted(read.value) }] as const
    }),
  }))
  return {
    pages,
    remarks: [
      ...besides(boxes, content.annotations.map(laidOver)).map((laid) =>
        remarkOf(content.page, laid),
      ),
      ...writtenBeside(content, { boxes, others, printed: new Set([...printed, ...told]) }),
    ],
  }
}

/** Whether a copy is whole, is not one of several, and is not distorted. */
function isFaithful({ content, repeated, registration }: MatchedPage): boolean {
  return content.complete && !repeated && registration.error < MOST_ERROR
}

function isBlank({ boxes }: ReadPage): boolean {
  return (
    boxes.length > 0 &&
    boxes.every(([, { value, signature }]) => isNothing(value) && signature === undefined)
  )
}

/** Where there is a drawing in a box, it holds something, even if that cannot be read. */
function isNothing(value: RawValue): boolean {
  return value.texts.length === 0 && value.confidence > confidence.unreadable
}

/** Whether the whole box can be seen; margins may be cut off. */
function isOnSheet({ rect }: Box, { width, height }: PageContent): boolean {
  const [left, bottom, right, top] = rect
  return left > -SLACK && bottom > -SLACK && right < width + SLACK && top < height + SLACK
}

function laidOver({ subtype, text, box }: PageContent['annotations'][number]): Laid {
  return { subtype, rect: box, contents: text }
}

/** What was laid over the page after it had been flattened, and is not among what is painted on it. */
function typedOver(
  { annotations }: PageContent,
  boxes: readonly Box[],
): ReadonlyMap<Box, OverlaidBox> {
  const laid = annotations.filter(({ painted }) => !painted).map(laidOver)
  return new Map(overlaid(boxes, laid).map((over) => [over.box, over]))
}

/** Of two different answers in one box nobody knows which is meant. */
function withTyped(read: BoxValue, typed: OverlaidBox | undefined): BoxValue {
  if (!typed) return read
  const { value, signature } = typed
  const isSame = read.value.texts.join() === value.texts.join()
  const isOnly = read.value.texts.length === 0 && !read.signature
  if (!isSame && !isOnly) return { ...read, value: doubted(read.value) }
  return { value, ...(signature && { signature }) }
}

/**
 * Some programs that flatten drop what was typed and keep the marks, or drop both, and print a form as if nothing had been
 * filled in. So where no text at all is found, no text is plainly blank, and where nothing is found, no button is.
 */
function doubtLost(form: FormDefinition, values: Map<string, RawValue>): void {
  const slots = slotsOf(form.fields)
  const texts = slots.filter(({ control }) => control === 'text' || control === 'dropdown')
  const isAnswered = ({ name }: Slot): boolean => (values.get(name)?.texts.length ?? 0) > 0
  if (texts.some(isAnswered)) return
  for (const { name } of slots.some(isAnswered) ? texts : slots) {
    const value = values.get(name)
    if (value) values.set(name, doubted(value))
  }
}
