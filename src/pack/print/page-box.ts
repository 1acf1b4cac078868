import { paperNamed } from '../../language/paper.ts'
import type { Sheet } from './sheet.ts'

/** The part of a page that texts stand in, PDF points. */
export interface PageBox {
  readonly width: number
  readonly height: number
  /** How much higher texts begin on the first page. */
  readonly first: number
}

/** What the rules for pages say; undefined where they leave paper or margins to the browser, or tell them in other units. */
export async function pageBoxOf(sheet: Sheet): Promise<PageBox | undefined> {
  const [size, top, right, bottom, left, first] = await sheet.evaluate((html) => {
    const rules = [...html.ownerDocument.styleSheets]
      .flatMap((sheet) => (sheet.href === null ? [...sheet.cssRules] : []))
      .filter((rule) => rule.type === 6) // CSSRule.PAGE_RULE
      .toReversed()
    const said = (selector: string, name: string) =>
      rules
        .find(
          ({ selectorText, style }) =>
            selectorText === selector && style.getPropertyValue(name) !== '',
        )
        ?.style.getPropertyValue(name)
    const top = said('', 'margin-top')
    return [
      said('', 'size'),
      ...[top, said('', 'margin-right'), said('', 'margin-bottom'), said('', 'margin-left')],
      said(':first', 'margin-top') ?? top,
    ]
  })
  const paper = paperNamed(size ?? '')
  const margins = [top, right, bottom, left, first].map(pointsIn)
  if (!paper || margins.includes(undefined)) return undefined
  const [above = 0, atRight = 0, below = 0, atLeft = 0, aboveFirst = 0] = margins
  return {
    width: points(paper.widthMm) - atLeft - atRight,
    height: points(paper.heightMm) - above - below,
    first: above - aboveFirst,
  }
}

/** A length in whole points; undefined where it is not in millimetres. */
function pointsIn(length: string | undefined): number | undefined {
  const [, figure] = /^([\d.]+)mm$/.exec(length ?? '') ?? []
  return figure === undefined ? undefined : points(Number(figure))
}

/** Chromium prints with whole points. */
function points(millimetres: number): number {
  return Math.round((millimetres * 72) / 25.4)
}
