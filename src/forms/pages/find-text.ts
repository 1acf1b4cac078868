import { withOpeningBrackets } from '../../language/fold.ts'
import type { PrintedPage } from '../../model/form.ts'
import type { Glyph } from '../../pdf/page/index.ts'

/** Points by which a text may lie beside its place; a line may hold type that is raised or lowered. */
const ASIDE = 2.5
const UP = 3.5
/** Points; height of a row by which characters are looked up. */
const ROW = 4

type PrintedText = PrintedPage['texts'][number]

/** Finds the characters of a text at its place, passing over others that stand between them. */
export type FindText = (text: PrintedText) => readonly Glyph[] | undefined

/** Makes the level characters of a page ready to be looked up. */
export function textFinder(glyphs: readonly Glyph[]): FindText {
  const level = glyphs.filter(({ angle }) => angle === 0)
  const rows = Map.groupBy(level, ({ y }) => Math.floor(y / ROW))
  return ({ text, x, y, width }) => {
    const near: Glyph[] = []
    for (let row = Math.floor((y - UP) / ROW); row <= Math.floor((y + UP) / ROW); row++)
      for (const glyph of rows.get(row) ?? [])
        if (
          glyph.x > x - ASIDE &&
          glyph.x + glyph.width < x + width + ASIDE &&
          Math.abs(glyph.y - y) < UP
        )
          near.push(glyph)
    return inOrder(
      text,
      near.sort((one, other) => one.x - other.x),
    )
  }
}

/** The characters that make the text, of which the file may leave open what some stand for. */
function inOrder(text: string, glyphs: readonly Glyph[]): readonly Glyph[] | undefined {
  const wanted = plain(text)
  const parts = glyphs
    .map((glyph) => ({ glyph, part: plain(glyph.text) }))
    .filter(({ glyph, part }) => glyph.text === '' || part !== '')
  const found: Glyph[] = []
  let next = 0
  for (const [index, { glyph, part }] of parts.entries()) {
    const length = part === '' ? openLength(wanted, next, parts[index + 1]?.part) : part.length
    if (part !== '' && !wanted.startsWith(part, next)) continue
    found.push(glyph)
    next += length
    if (next >= wanted.length) return found
  }
  return undefined
}

/** How many letters a character is for that does not say so: as many as are left before the next, of a ligature some. */
function openLength(wanted: string, start: number, following: string | undefined): number {
  if (following === undefined) return LONGEST_LIGATURE
  const end = following === '' ? -1 : wanted.indexOf(following, start + 1)
  return end === -1 || end - start > LONGEST_LIGATURE ? 1 : end - start
}

const LONGEST_LIGATURE = 3

/** Without spaces, with one shape of dashes, quotes and brackets, and with ligatures and accents apart, because each may be a character of its own. */
function plain(text: string): string {
  if (ASCII.test(text)) return withOpeningBrackets(text)
  return withOpeningBrackets(inRightOrder(text))
    .normalize('NFKD')
    .replace(/\s+/gu, '')
    .replace(/[\u00ad\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
}

/** Ghostscript writes the letters of ligatures with their bytes the wrong way round. */
function inRightOrder(text: string): string {
  return SWAPPED.test(text)
    ? text.replace(/./gu, (letter) => String.fromCharCode(letter.charCodeAt(0) >> 8))
    : text
}

const ASCII = /^[!-~]+$/
/** The letters f, i, l and t, each moved up by a byte. */
const SWAPPED = /^[昀椀氀琀]{2,3}$/u
