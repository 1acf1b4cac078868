import { type Control, visibleOptions } from '../../contracts/slot.ts'
import { foldPrinted } from '../../language/fold.ts'
import type { RawSignature, RawValue } from '../../model/extraction.ts'
import { holds } from '../../pdf/geometry.ts'
import type { Rect } from '../../pdf/index.ts'
import { type Glyph, intersect, isSpace, type Mark } from '../../pdf/page/index.ts'
import type { Box } from './boxes.ts'
import { confidence } from './confidence.ts'
import type { CutOffKind } from './cut-off.ts'
import { doubted } from './group-value.ts'
import { readBoxMark } from './read-box-mark.ts'
import { readBoxText } from './read-box-text.ts'

/** Part of its height that the arrow at the right end of a drop-down list takes up at most. */
const ARROW_WIDTH = 1.2
/** What programs such as MuPDF write into a box that waits for a signature. */
const SIGN_HERE = /^sign(ature)?( here)?$/i
/** The border of a button is at most so many times as wide as the button. */
const LARGEST = 2
const PALEST = 0.9
/** Up to this thickness in points a mark is a line to write on. */
const THIN = 2

export interface Inside {
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Mark[]
  readonly others: readonly Glyph[]
}

/** What a box holds; a signature where the box is one to sign in. */
export interface BoxValue {
  readonly value: RawValue
  /** Where a text is longer than its box, or may be. */
  readonly cut?: CutOffKind
  readonly signature?: RawSignature
}

export function readBox(box: Box, inside: Inside): BoxValue {
  return readers[box.slot.control](box, inside)
}

const readers = {
  text: readText,
  dropdown: readDropdown,
  checkbox: readButton,
  radio: readButton,
  signature: readSignature,
} satisfies Record<Control, (box: Box, inside: Inside) => BoxValue>

function readButton({ slot, rect }: Box, { glyphs, marks }: Inside): BoxValue {
  const ticked = readBoxMark(rect, glyphs, marks)
  const isSure = ticked === 'yes' || (ticked === 'no' && isVisible(rect, marks))
  return {
    value: {
      texts: ticked === 'no' ? [] : [slot.state ?? ''],
      confidence: isSure ? confidence.clear : confidence.doubtful,
    },
  }
}

/** Whether the border of a button is to be seen; margins may be cut off, and buttons with them. */
function isVisible(rect: Rect, marks: readonly Mark[]): boolean {
  const most = LARGEST * (rect[2] - rect[0])
  return marks.some(({ box }) => {
    const [left, bottom, right, top] = intersect(box, rect)
    return left <= right && bottom <= top && box[2] - box[0] < most && box[3] - box[1] < most
  })
}

function readText({ rect }: Box, { glyphs, marks, others }: Inside): BoxValue {
  const level = glyphs.filter(({ angle }) => angle === 0)
  // What is written askew, as on a stamp, cannot be put together.
  const drawn = level.length < glyphs.length || marks.some((mark) => isDrawing(mark, rect))
  if (level.every(isSpace)) {
    return { value: { texts: [], confidence: drawn ? confidence.unreadable : confidence.clear } }
  }
  const { text, doubts, wrapped } = readBoxText(level, rect, others)
  if (drawn || doubts.size > 0) {
    const cut = doubts.has('cut') ? 'cut' : doubts.has('full') ? 'filled' : undefined
    return { value: { texts: [text], confidence: confidence.doubtful }, ...(cut && { cut }) }
  }
  return { value: { texts: [text], confidence: wrapped ? confidence.wrapped : confidence.clear } }
}

/** A text that is one of the options is that option, however its spaces look on the page. */
function readDropdown(box: Box, inside: Inside): BoxValue {
  const [, bottom, right, top] = box.rect
  const arrow = right - ARROW_WIDTH * (top - bottom)
  const marks = inside.marks.filter((mark) => mark.box[0] < arrow)
  const { value } = readText(box, { ...inside, marks })
  const { field } = box.slot
  const [text] = value.texts
  if (text === undefined || field.type !== 'select') return { value }
  const option = visibleOptions(field).find(({ label }) => foldPrinted(label) === foldPrinted(text))
  return { value: option ? { ...value, texts: [option.label] } : doubted(value) }
}

function readSignature(box: Box, inside: Inside): BoxValue {
  const { glyphs, marks } = inside
  const { texts, confidence: certain } = readText(box, inside).value
  const field = box.slot.name
  const by = texts.find((text) => !SIGN_HERE.test(text))
  const value = { texts: [], confidence: by === undefined ? confidence.clear : certain }
  if (by !== undefined) return { value, signature: { field, kind: 'typed', by } }
  const tag = texts.length > 0 ? glyphs : []
  const isDrawn =
    glyphs.some(({ angle }) => angle !== 0) ||
    marks.some(
      (mark) => isDrawing(mark, box.rect) && !tag.some(({ x, y }) => holds(mark.box, x, y)),
    )
  return isDrawn ? { value, signature: { field, kind: 'drawn' } } : { value }
}

/** Whether a character stands on a mark, as a label on its tag. */
/** Whether a mark is neither the border or background of a box nor a line to write on. */
function isDrawing({ box, lightness }: Mark, rect: Rect): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  const seen = intersect(box, rect)
  const isInside = seen[2] - seen[0] > 0.5 * width && seen[3] - seen[1] > 0.5 * height
  const isBorder = width > 0.95 * (rect[2] - rect[0]) || height > 0.95 * (rect[3] - rect[1])
  return lightness < PALEST && isInside && !isBorder && width > THIN && height > THIN
}
