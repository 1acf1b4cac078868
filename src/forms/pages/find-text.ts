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

/** The characters that make the text; one of which the file does not say what it stands for may be any. */
function inOrder(text: string, glyphs: readonly Glyph[]): readonly Glyph[] | undefined {
  const wanted = plain(text)
  const found: Glyph[] = []
  let next = 0
  for (const glyph of glyphs) {
    const part = plain(glyph.text)
    if (glyph.text !== '' && (part === '' || !wanted.startsWith(part, next))) continue
    found.push(glyph)
    next += Math.max(1, part.length)
    if (next >= wanted.length) return found
  }
  return undefined
}

/** Without spaces, and with ligatures and accents apart, because each may be a character of its own. */
function plain(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFKD').replace(/\s+/gu, '')
}

const ASCII = /^[!-~]+$/
