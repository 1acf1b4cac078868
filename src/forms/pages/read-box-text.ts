import type { Rect } from '../../pdf/index.ts'
import { type Glyph, isSpace, type Line, linesOf } from '../../pdf/page/index.ts'

/** Programs that set text put these for letters that somebody typed one by one. */
const LIGATURE = /[\ufb00-\ufb06]/g
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const PALEST = 0.9
/** So many lines of a box may have the same letter at the same distance from the edge. */
const LOOK_BACK = 50
/** Part of its width after which a character that stands normally is followed by the next. */
const SQUEEZED = 0.75
/** Part of a character that may be covered without a doubt; side bearings are about that wide. */
const TOLERATED = 0.35
/** Part of the type size by which a program may misplace the next character. */
const PEN_ERROR = 0.03
/** What programs leave free at the left of a box, as a part of the type size. */
const USUAL_PADDING = 0.5
/** A gap from this part of the type size on is wider than the spaces of any font. */
const WIDEST_SPACE = 0.7
/** Width of a space in most fonts, as a part of the type size. */
const SPACE = 0.25

/** Why a text may not be what was typed. */
type Doubt =
  /** A character has no known meaning; it stands as U+FFFD. */
  | 'unmapped'
  /** Something is covered by the edge of the box, or runs over it. */
  | 'cut'
  /** The text fills the box to its end, and there may have been more. */
  | 'full'
  /** There is room for characters where none are, as when a font lacked them. */
  | 'gap'
  /** Characters lie over one another. */
  | 'overlapping'
  /** A word may go on in the next line, after a hyphen or because it is longer than the line. */
  | 'divided'
  /** Nobody can see the text, because it is as pale as the paper. */
  | 'pale'
  /** The text runs from right to left, which a page shows only in the order of sight. */
  | 'right-to-left'

/** The text of a box, with line breaks where they were probably typed. */
export interface BoxText {
  readonly text: string
  readonly doubts: ReadonlySet<Doubt>
  /** True when line ends were judged. */
  readonly wrapped: boolean
}

/** Puts the characters of a box together; `others` are those of the page that lie in no box. */
export function readBoxText(
  inside: readonly Glyph[],
  rect: Rect,
  others: readonly Glyph[],
): BoxText {
  const seen = withoutRepeats(inside)
  const lines = linesOf(seen).map(readingOrder)
  const glyphs = seen.filter((glyph) => !isSpace(glyph))
  const doubts = new Set<Doubt>()
  if (glyphs.some(({ text }) => text === '')) doubts.add('unmapped')
  if (glyphs.some(isCut) || lines.some((line) => runsOn(line, others))) doubts.add('cut')
  if (isFull(lines, rect)) doubts.add('full')
  if (lines.some((line) => hasGap(line, rect))) doubts.add('gap')
  if (lines.some(overlaps) || isSqueezed(lines)) doubts.add('overlapping')
  if (lines.slice(0, -1).some((line) => isDivided(line, rect))) doubts.add('divided')
  if (glyphs.some(({ lightness }) => lightness > PALEST)) doubts.add('pale')
  if (glyphs.some(({ text }) => RIGHT_TO_LEFT.test(text))) doubts.add('right-to-left')
  return { text: joined(lines, rect), doubts, wrapped: lines.length > 1 }
}

/** Some programs paint a character twice to make it bold. */
function withoutRepeats(glyphs: readonly Glyph[]): Glyph[] {
  const sorted = glyphs.toSorted(byTextAndPlace)
  const repeats = new Set(
    sorted.filter((glyph, index) =>
      sorted.slice(Math.max(0, index - LOOK_BACK), index).some((before) => repeat(before, glyph)),
    ),
  )
  return glyphs.filter((glyph) => !repeats.has(glyph))
}

function byTextAndPlace(one: Glyph, other: Glyph): number {
  if (one.text !== other.text) return one.text < other.text ? -1 : 1
  return one.x - other.x
}

function repeat(one: Glyph, other: Glyph): boolean {
  const near = Math.min(0.1 * one.size, 0.4 * one.width)
  const isNear = Math.abs(one.x - other.x) < near && Math.abs(one.y - other.y) < near
  return isNear && one.text === other.text
}

/** Letters of a line that runs from right to left are turned round; figures and Latin words among them are not. */
function readingOrder(line: Line): Line {
  if (!RIGHT_TO_LEFT.test(line.text)) return line
  const words = line.text.split(' ').reverse()
  const text = words
    .map((word) => (RIGHT_TO_LEFT.test(word) ? Array.from(word).reverse().join('') : word))
    .join(' ')
  return { ...line, text }
}

function joined(lines: readonly Line[], rect: Rect): string {
  const pitch = pitchOf(lines)
  return lines
    .map((line, index) => {
      const before = lines[index - 1]
      return before ? breakBetween(before, line, pitch, rect) + line.text : line.text
    })
    .join('')
    .replace(LIGATURE, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
}

/** A line was broken by typing if the next word would have had room on it. */
function breakBetween(before: Line, line: Line, pitch: number, rect: Rect): string {
  const empty = Math.round((baseline(before) - baseline(line)) / pitch) - 1
  if (empty > 0) return '\n'.repeat(empty + 1)
  const start = Math.min(left(before), left(line))
  const margin = Math.max(0, start - rect[0])
  const word = firstWord(line)
  const needed = right(before) + SPACE * line.glyphs[0]!.size + word
  return needed <= rect[2] - margin ? '\n' : ' '
}

function firstWord({ words: [word] }: Line): number {
  const [first, last] = [word![0], word!.at(-1)!]
  return last.x + last.width - first.x
}

/** Whether part of a character lies outside what can be seen there; heights are too uncertain to judge by. */
function isCut({ x, y, width, size, clip }: Glyph): boolean {
  const [clipLeft, clipBottom, clipRight, clipTop] = clip
  const slack = width * TOLERATED
  if (x + slack < clipLeft || x + width - slack > clipRight) return true
  return y + TOLERATED * size < clipBottom || y + TOLERATED * size > clipTop
}

/** Whether the pen went on beyond the box: the next character starts just where the last one ends. */
function runsOn({ glyphs }: Line, others: readonly Glyph[]): boolean {
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!]
  return others.some(
    (other) => (continues(last, other) || continues(other, first)) && other.font === last.font,
  )
}

function continues(one: Glyph, next: Glyph): boolean {
  const near = PEN_ERROR * one.size
  return (
    Math.abs(one.y - next.y) < near &&
    Math.abs(one.size - next.size) < near &&
    Math.abs(one.x + one.width - next.x) < near
  )
}

/** Whether the text comes so near to the right or lower edge that more of it would not show. */
function isFull(lines: readonly Line[], [, bottom, edge]: Rect): boolean {
  const last = lines.at(-1)
  if (!last) return false
  const { size, y } = last.glyphs[0]!
  if (lines.length === 1) return edge - right(last) < 0.1 * size
  const pitch = pitchOf(lines)
  return y - pitch - 0.25 * size < bottom
}

function hasGap({ words }: Line, [start]: Rect): boolean {
  return words.some(([first], index) => {
    const before = words[index - 1]?.at(-1)
    const end = before ? before.x + before.width : start + first.size * USUAL_PADDING
    return first.x - end > first.size * WIDEST_SPACE
  })
}

function overlaps({ glyphs }: Line): boolean {
  return glyphs.some((glyph, index) => {
    const next = glyphs[index + 1]
    return (
      next !== undefined && next.x < glyph.x + glyph.width * 0.4 && !isMark(next) && !isMark(glyph)
    )
  })
}

function isDivided(line: Line, [, , edge]: Rect): boolean {
  if (/\p{L}-$/u.test(line.text)) return true
  return line.words.length === 1 && edge - right(line) < line.glyphs.at(-1)!.size
}

/** Whether characters stand so close all along that spaces between them may be lost. */
function isSqueezed(lines: readonly Line[]): boolean {
  const pairs = lines.flatMap(({ glyphs }) =>
    glyphs.slice(1).map((glyph, index) => [glyphs[index]!, glyph] as const),
  )
  const close = pairs.filter(([glyph, next]) => next.x < glyph.x + glyph.width * SQUEEZED)
  return close.length > pairs.length / 3
}

/** Combining marks and marks without width lie over their letters. */
function isMark({ text, width }: Glyph): boolean {
  return width === 0 || /^\p{M}+$/u.test(text)
}

/** The least distance of two lines in a row. */
function pitchOf(lines: readonly Line[]): number {
  return lines.reduce((least, line, index) => {
    const before = lines[index - 1]
    return before ? Math.min(least, baseline(before) - baseline(line)) : least
  }, Number.POSITIVE_INFINITY)
}

function baseline({ glyphs }: Line): number {
  return glyphs[0]!.y
}

function left({ glyphs }: Line): number {
  return glyphs[0]!.x
}

function right({ glyphs }: Line): number {
  const last = glyphs.at(-1)!
  return last.x + last.width
}
