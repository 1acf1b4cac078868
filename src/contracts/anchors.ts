import { foldPrinted } from '../language/fold.ts'
import type { Anchor } from '../model/form.ts'
import type { Glyph, PageContent } from '../pdf/page/content.ts'
import { linesOf } from '../pdf/page/lines.ts'

const MOST_ON_PAGE = 40
const SHORTEST = 5
const LONGEST = 40
/** Part of the type size up to which a gap is a space and not a place to fill in. */
const WIDEST_SPACE = 0.8
/** The line that names the form has its hash, which covers the anchors, so that it cannot be one. */
const FORM_MARK = /\d\.\d+·/

/** The anchors of one page of a blank form: at most 40, of 5 to 40 characters, each only once on its page. */
export function anchorsOf(content: PageContent): Anchor[] {
  const lines = linesOf(content.glyphs)
  const wholeText = lines.map(({ glyphs }) => compact(glyphs)).join('\n')
  const candidates = lines
    .flatMap(({ glyphs }) => runsOf(glyphs))
    .map((run) => run.slice(0, LONGEST))
    .filter((run) => isAnchor(run, wholeText))
    .map((run) => anchor(content.page, run))
  return spread(candidates, MOST_ON_PAGE)
}

function compact(glyphs: readonly Glyph[]): string {
  return foldPrinted(glyphs.map(({ text }) => text || '\ufffd').join(''))
}

/** Parts of a line between the places where something may be filled in. */
export function runsOf(line: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  for (const glyph of line) {
    const before = runs.at(-1)?.at(-1)
    const isNext = before && glyph.x - (before.x + before.width) < WIDEST_SPACE * glyph.size
    if (isNext) runs.at(-1)?.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

function isAnchor(run: readonly Glyph[], wholeText: string): boolean {
  const text = compact(run)
  if (text.length < SHORTEST || text.includes('\ufffd') || FORM_MARK.test(text)) return false
  return wholeText.indexOf(text) === wholeText.lastIndexOf(text)
}

function anchor(page: number, run: readonly Glyph[]): Anchor {
  const [{ x, y }] = run as [Glyph]
  const text = linesOf(run)
    .map((line) => line.text)
    .join(' ')
  return { page, text, x: rounded(x), y: rounded(y) }
}

/** So many of the items, evenly spread over them. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items]
  return Array.from(
    { length: most },
    (_, index) => items[Math.floor((index * items.length) / most)]!,
  )
}

/** To a hundredth of a point. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
