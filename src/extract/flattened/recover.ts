import type { RawSignature, RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type Slot, slotsOf, visibleOptions } from '../../model/slot.ts'
import {
  comparable,
  type Glyph,
  intersect,
  isSpace,
  type Mark,
  type PageContent,
} from '../page/index.ts'
import type { Rect } from '../pdf/index.ts'
import { type Box, boxesOf, moved } from './boxes.ts'
import { confidence } from './confidence.ts'
import { doubted, groupValue } from './group-value.ts'
import { type MatchedPage, matchPages } from './match-pages.ts'
import { type OverlaidBox, overlaid } from './overlays.ts'
import { readBoxMark } from './read-box-mark.ts'
import { readBoxText } from './read-box-text.ts'

/** What was read from the pages of a form that has no fields any more. */
export interface Recovered {
  /** By name of the PDF field; fields on pages that are missing are absent. No value has the confidence 1. */
  readonly values: ReadonlyMap<string, RawValue>
  readonly signatures: readonly RawSignature[]
  /** Pages of the form that the file does not have, counted from 0. */
  readonly missingPages: readonly number[]
}

/** Reads the values of a flattened form by the places of its boxes; undefined when no page is one of this form. */
export function recover(
  form: FormDefinition,
  contents: readonly PageContent[],
): Recovered | undefined {
  const pages = matchPages(form, contents)
  if (pages.length === 0) return undefined
  const values = new Map<string, RawValue>()
  const signatures: RawSignature[] = []
  for (const page of pages) {
    for (const { slot, value, signature } of readPage(form, page)) {
      if (signature) signatures.push(signature)
      values.set(slot.name, groupValue(values.get(slot.name), value))
    }
  }
  if (!hasText(form, values)) doubtBlanks(values)
  const found = new Set(pages.map(({ page }) => page))
  const wanted = new Set(form.widgets.map(({ page }) => page))
  return { values, signatures, missingPages: [...wanted].filter((page) => !found.has(page)) }
}

interface Read {
  readonly slot: Slot
  readonly value: RawValue
  readonly signature?: RawSignature
}

function readPage(form: FormDefinition, page: MatchedPage): Read[] {
  const { content, registration, repeated } = page
  const boxes = boxesOf(form, page.page).map((box) => moved(box, registration))
  const { inBoxes, others } = sortGlyphs(content, registration.printed, boxes)
  const isSure = content.complete && !repeated && registration.error < mostError
  const typed = typedOver(content, boxes)
  return boxes.map((box) => {
    const inside = { glyphs: inBoxes.get(box) ?? [], marks: content.marks, others }
    const read = withTyped(readBox(box, inside), typed.get(box))
    return isSure ? read : { ...read, value: doubted(read.value) }
  })
}

/** What was typed over the page after it had been flattened. */
function typedOver(content: PageContent, boxes: readonly Box[]): ReadonlyMap<Box, OverlaidBox> {
  const laid = content.typed.map(({ text, box }) => ({
    subtype: 'FreeText',
    rect: box,
    contents: text,
  }))
  return new Map(overlaid(boxes, laid).map((over) => [over.box, over]))
}

/** Of two different answers in one box nobody knows which is meant. */
function withTyped(read: Read, typed: OverlaidBox | undefined): Read {
  if (!typed) return read
  const { value, signature } = typed
  const isSame = read.value.texts.join() === value.texts.join()
  const isOnly = read.value.texts.length === 0 && !read.signature
  if (!isSame && !isOnly) return { ...read, value: doubted(read.value) }
  return { slot: read.slot, value, ...(signature && { signature }) }
}

interface Inside {
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Mark[]
  /** Characters of the page in no box. */
  readonly others: readonly Glyph[]
}

function readBox(box: Box, inside: Inside): Read {
  const { slot } = box
  switch (slot.control) {
    case 'checkbox':
    case 'radio':
      return { slot, value: readButton(box, inside) }
    case 'signature':
      return readSignature(box, inside)
    case 'dropdown':
      return { slot, value: readDropdown(box, inside) }
    case 'text':
      return { slot, value: readText(box, inside) }
  }
}

function readButton({ slot, rect }: Box, { glyphs, marks }: Inside): RawValue {
  const ticked = readBoxMark(rect, glyphs, marks)
  return {
    texts: ticked === 'no' ? [] : [slot.state ?? ''],
    confidence: ticked === 'doubtful' ? confidence.doubtful : confidence.clear,
  }
}

function readText({ rect }: Box, { glyphs, marks, others }: Inside): RawValue {
  const drawn = marks.some((mark) => isDrawing(mark, rect))
  if (glyphs.every(isSpace)) {
    return { texts: [], confidence: drawn ? confidence.unreadable : confidence.clear }
  }
  const { text, doubts, wrapped } = readBoxText(glyphs, rect, others)
  if (drawn || doubts.size > 0) return { texts: [text], confidence: confidence.doubtful }
  return { texts: [text], confidence: wrapped ? confidence.wrapped : confidence.clear }
}

/** A text that is one of the options is that option, however its spaces look on the page. */
function readDropdown(box: Box, inside: Inside): RawValue {
  const value = readText(box, inside)
  const { field } = box.slot
  const [text] = value.texts
  if (text === undefined || field.type !== 'select') return value
  const option = visibleOptions(field).find(({ label }) => comparable(label) === comparable(text))
  return option ? { texts: [option.label], confidence: value.confidence } : doubted(value)
}

function readSignature(box: Box, inside: Inside): Read {
  const { slot, rect } = box
  const { texts, confidence: certain } = readText(box, inside)
  const by = texts.find((text) => !signHere.test(text))
  const isDrawn = texts.length === 0 && inside.marks.some((mark) => isDrawing(mark, rect))
  const field = slot.name
  if (by !== undefined || isDrawn) {
    const signature: RawSignature = by ? { field, kind: 'typed', by } : { field, kind: 'drawn' }
    return { slot, value: { texts: [], confidence: certain }, signature }
  }
  return { slot, value: { texts: [], confidence: confidence.clear } }
}

/** Whether a mark is neither the border or background of a box nor a line to write on. */
function isDrawing({ box, lightness }: Mark, rect: Rect): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  const seen = intersect(box, rect)
  const isInside = seen[2] - seen[0] > 0.5 * width && seen[3] - seen[1] > 0.5 * height
  const isBorder = width > 0.95 * (rect[2] - rect[0]) || height > 0.95 * (rect[3] - rect[1])
  return lightness < palest && isInside && !isBorder && width > thin && height > thin
}

/**
 * Some programs that flatten drop what was typed and keep the marks, and print a form as if nothing had been typed. So
 * a form without any text is not plainly blank.
 */
function hasText(form: FormDefinition, values: ReadonlyMap<string, RawValue>): boolean {
  return slotsOf(form.fields).some(
    ({ name, control }) =>
      (control === 'text' || control === 'dropdown') && (values.get(name)?.texts.length ?? 0) > 0,
  )
}

function doubtBlanks(values: Map<string, RawValue>): void {
  for (const [name, value] of values) if (value.texts.length === 0) values.set(name, doubted(value))
}

/** Gives each character that was filled in to the box that it is in. */
function sortGlyphs(
  content: PageContent,
  printed: ReadonlySet<Glyph>,
  boxes: readonly Box[],
): { inBoxes: ReadonlyMap<Box, readonly Glyph[]>; others: readonly Glyph[] } {
  const inBoxes = new Map(boxes.map((box) => [box, [] as Glyph[]]))
  const others: Glyph[] = []
  for (const glyph of content.glyphs) {
    if (printed.has(glyph)) continue
    const box =
      boxes.find(({ rect }) => isWithin(glyph.clip, rect)) ?? boxes.find((one) => holds(one, glyph))
    const home = box ? inBoxes.get(box) : others
    home?.push(glyph)
  }
  return { inBoxes, others }
}

/** A character that only shows inside a box was put there with it, even if it runs over. */
function isWithin(clip: Rect, [left, bottom, right, top]: Rect): boolean {
  return (
    clip[0] >= left - slack &&
    clip[1] >= bottom - slack &&
    clip[2] <= right + slack &&
    clip[3] <= top + slack
  )
}

/** By the middle of a character, so that what stands close beside a box is not taken for its content. */
function holds({ rect: [left, bottom, right, top] }: Box, { x, y, width, size }: Glyph): boolean {
  const [middle, height] = [x + width / 2, y + 0.3 * size]
  return middle > left && middle < right && height > bottom && height < top
}

/** What programs write into a box that waits for a signature, such as MuPDF. */
const signHere = /^sign(ature)?( here)?$/i
/** Largest distance in points of a printed text from its place before the page counts as distorted. */
const mostError = 1.5
/** Points by which a clipping path may be larger than its box. */
const slack = 1
const palest = 0.9
/** Up to this thickness in points a mark is a line to write on. */
const thin = 2
