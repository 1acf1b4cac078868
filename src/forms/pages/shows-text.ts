import { fold } from '../../language/fold.ts'
import type { Rect } from '../../pdf/index.ts'
import { type Glyph, linesOf } from '../../pdf/page/index.ts'
import type { Look } from './looks.ts'

/** Part of the type size that a program leaves free where more text would not fit. */
const MARGIN = 1.6
/** So many characters may be cut off at the end of a line. */
const LOST_AT_EDGE = 2
/** From this height on, in sizes of the type, a box has room for two lines. */
const TWO_LINES = 2.2
/** What programs draw for characters that their fonts do not have. */
const STOPGAP = /[?·\u00ad\u25a0-\u25ff\ufffd]/gu
/** Characters that the fonts of all programs have, and figures: one that is not to be seen makes another number. */
const COMMON = /[\u0021-\u007e\u00a1-\u00ff\p{Nd}]/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/u

/** What people read in a box. */
export function textShown({ glyphs }: Look): string {
  return linesOf(glyphs)
    .map(({ text }) => text)
    .join(' ')
}

/**
 * Whether a box shows a text, or as much of it as there is room for. Spaces, shapes of quotes, and characters that some
 * fonts do not have make no difference.
 */
export function showsText(text: string, look: Look): boolean {
  if (comparable(text) !== '' && look.glyphs.length === 0) return false
  const seen = textShown(look)
  return isSame(text, seen, look) || isSame(withoutJoined(text), withoutJoined(seen), look)
}

/** Whether a box shows all of a text, but for characters that some fonts do not have. */
export function showsWhole(text: string, look: Look): boolean {
  const seen = textShown(look)
  return isWhole(text, seen) || isWhole(withoutJoined(text), withoutJoined(seen))
}

/** Whether a box has no room for a single character more than it shows. */
export function isFull({ glyphs, rect: [, bottom, right, top] }: Look): boolean {
  const last = linesOf(glyphs).at(-1)?.glyphs.at(-1)
  if (!last) return false
  const room = MARGIN * last.size
  const isLastLine = top - bottom < TWO_LINES * last.size || last.y - bottom < room
  return isLastLine && right - (last.x + last.width) < room
}

function isWhole(text: string, seen: string): boolean {
  const [wanted, shown] = [comparable(text), comparable(seen)]
  // What runs from right to left is in the order of sight on a page.
  const inOrder = RIGHT_TO_LEFT.test(wanted) ? sorted : unchanged
  return isMade(inOrder(shown), inOrder(wanted))
}

function isSame(text: string, seen: string, look: Look): boolean {
  return isShownIn(text, seen, look) || isShownByLines(comparable(text), look, emptyLines(text))
}

function isShownIn(text: string, seen: string, look: Look): boolean {
  const [wanted, shown] = [comparable(text), comparable(seen)]
  const empty = emptyLines(text)
  // What runs from right to left is in the order of sight on a page.
  const inOrder = RIGHT_TO_LEFT.test(wanted) ? sorted : unchanged
  return (
    isMade(inOrder(shown), inOrder(wanted)) ||
    showsPart(shown, wanted, look, empty) ||
    (isAmong(inOrder(strange(shown)), inOrder(strange(wanted))) &&
      showsPart(common(shown), common(wanted), look, empty))
  )
}

/** Whether all that is shown is of the text, and nothing is left out that every program can show. */
function isMade(shown: string, wanted: string): boolean {
  return common(shown) === common(wanted) && isAmong(shown, wanted)
}

/** Whether a box shows part of a text and is full where more of it would be. */
function showsPart(shown: string, wanted: string, { glyphs, rect }: Look, empty: number): boolean {
  const start = shown === '' ? -1 : wanted.indexOf(shown)
  if (start === -1) return false
  const isWhole = wanted.endsWith(shown)
  return (
    (start === 0 || isFullAtStart(glyphs, rect)) && (isWhole || isFullAtEnd(glyphs, rect, empty))
  )
}

/**
 * Whether a box shows part of a text line by line, of which each may have lost a little at the edge: pdf.js counts the lines
 * that it breaks a character too short.
 */
function isShownByLines(wanted: string, { glyphs, rect }: Look, empty: number): boolean {
  let at = 0
  let lost = 0
  for (const line of linesOf(glyphs)) {
    const shown = comparable(line.text)
    const found = wanted.indexOf(shown, at)
    if (found === -1 || found - at > lost) return false
    at = found + shown.length
    const last = line.glyphs.at(-1)!
    lost = rect[2] - (last.x + last.width) < last.size ? LOST_AT_EDGE : 0
  }
  return at > 0 && (at === wanted.length || isFullAtEnd(glyphs, rect, empty))
}

/** Whether the characters are among the others, in their order. */
function isAmong(characters: string, others: string): boolean {
  const items = [...characters]
  let next = 0
  for (const other of others) if (other === items[next]) next++
  return next === items.length
}

function common(text: string): string {
  return [...text].filter((character) => COMMON.test(character)).join('')
}

function strange(text: string): string {
  return [...text].filter((character) => !COMMON.test(character)).join('')
}

function comparable(text: string): string {
  return fold(text).replace(/\s+/gu, '').replace(STOPGAP, '')
}

/** The text without the characters that stand for several others; fonts that lack them draw a stopgap. */
function withoutJoined(text: string): string {
  return [...text.normalize('NFC')]
    .filter((character) => {
      const parts = character.normalize('NFKC')
      return parts === character || COMMON.test(character) || /\p{Nd}/u.test(parts)
    })
    .join('')
}

function sorted(text: string): string {
  return [...text].sort().join('')
}

function unchanged(text: string): string {
  return text
}

/** Whether text that begins before what is to be seen would not fit in. */
function isFullAtStart(glyphs: readonly Glyph[], [left, bottom, , top]: Rect): boolean {
  const first = linesOf(glyphs)[0]?.glyphs[0]
  if (!first) return false
  const room = MARGIN * first.size
  return (
    first.x - left < room || (top - bottom > TWO_LINES * first.size && top - first.y < 2 * room)
  )
}

/** Whether text that goes on behind what is to be seen would not fit in; before it may be so many empty lines. */
function isFullAtEnd(
  glyphs: readonly Glyph[],
  [, bottom, right, top]: Rect,
  empty: number,
): boolean {
  const last = linesOf(glyphs).at(-1)?.glyphs.at(-1)
  if (!last) return false
  const room = MARGIN * last.size
  if (right - (last.x + last.width) < room) return true
  return top - bottom > TWO_LINES * last.size && last.y - bottom < room * (1 + empty)
}

function emptyLines(text: string): number {
  const rows = text.match(/\n+/g) ?? []
  return Math.max(0, ...rows.map(({ length }) => length - 1))
}
