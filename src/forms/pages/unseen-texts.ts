import type { Anchor } from '../../model/form.ts'
import { type PageContent, seenOf } from '../../pdf/page/index.ts'
import { PageText } from './page-text.ts'

/** As many as a page of ours has, and some more; an embedded definition may claim any number. */
const MOST_ANCHORS = 60

/** A text that is printed on a form and cannot be seen in a file: it is gone, pale, covered or was replaced. */
export type UnseenText = Pick<Anchor, 'page' | 'text'>

/** What of the printed text of a form nobody can see in a file; `missingPages` are not looked for. */
export function unseenTexts(
  { anchors = [] }: { readonly anchors?: readonly UnseenText[] | undefined },
  contents: readonly PageContent[],
  missingPages: readonly number[],
): UnseenText[] {
  const pages = contents.map(printedText)
  return [...Map.groupBy(anchors, ({ page }) => page)]
    .filter(([page]) => !missingPages.includes(page))
    .flatMap(([, ofPage]) => ofPage.slice(0, MOST_ANCHORS))
    .filter(({ text }) => !pages.some((page) => page.has(text)))
}

/** The text that people see on a page, without what its fields hold. */
function printedText(content: PageContent): PageText {
  const seen = seenOf(content)
  const filled = new Set(content.widgets.flatMap(({ glyphs }) => glyphs))
  const glyphs = content.glyphs.filter((glyph) => seen.glyphs.has(glyph) && !filled.has(glyph))
  return new PageText({ ...content, glyphs })
}
