import type { Page } from 'puppeteer-core'
import { type Margins, pageFills } from './page-fills.ts'

/** The unit of the space between paragraphs, questions and headings, in millimetres: the property `--step` of the style sheet. */
export type Step = number

/** The step that the style sheet is made for, and those that are tried where the pages come out badly with it. */
const USUAL: Step = 1
const OTHERS: readonly Step[] = [0.82, 0.66, 0.5, 1.22]

/** A last page that is filled less looks like a mistake; it had better be filled to the half. */
const LEAST_ON_LAST = 0.27
const HALF = 0.5
/** What a page of the latter kind counts beside one that is half empty before the end. */
const WEIGHT_OF_HALF = 0.3
/** What other pages may leave free. */
const FREE = 0.15
/** Up to this sum of what is wrong nothing else is tried. */
const GOOD = 0.1
/** How much better the pages must be for a step that is 1 mm away from the usual one. */
const PRICE_OF_CHANGE = 0.2

/** How a document is set by itself, which it is in a file with others too. */
export interface Setting {
  readonly step: Step
  readonly pages: number
  /** The ids of places in it, and the pages on which they are, counted from 0. */
  readonly places: readonly (readonly [id: string, page: number])[]
}

/** Pages as they came out with one step. */
export interface Fitted {
  readonly step: Step
  readonly pdf: Uint8Array
  /** How often the pages were drawn. */
  readonly prints: number
}

/**
 * Draws the pages with the usual space, and where pages stay half empty or the last one has hardly anything on it, with a
 * little less or more; gives the best of them. The same page always comes out with the same step.
 */
export async function fitPages(page: Page, draw: () => Promise<Uint8Array>): Promise<Fitted> {
  const margins = await marginsOf(page)
  const tried: Trial[] = []
  for (const step of [USUAL, ...OTHERS]) {
    if (step !== USUAL) await setSteps(page, [['body', step]])
    const pdf = await draw()
    const fills = pageFills(pdf, margins)
    tried.push({ step, pdf, badness: badnessOf(fills), fills: fills.join() })
    // A style sheet of one's own may know nothing of steps.
    if (isGood(tried) || isWithoutEffect(tried)) break
  }
  const [best] = tried.toSorted((one, other) => costOf(one) - costOf(other)) as [Trial]
  return { step: best.step, pdf: best.pdf, prints: tried.length }
}

/** Pages as they came out, how much is wrong with them, and how full they are. */
interface Trial extends Omit<Fitted, 'prints'> {
  readonly badness: number
  readonly fills: string
}

function isGood(tried: readonly Trial[]): boolean {
  return (tried.at(-1)?.badness ?? 0) <= GOOD
}

function isWithoutEffect(tried: readonly Trial[]): boolean {
  return tried.length > 1 && tried.at(-1)?.fills === tried.at(-2)?.fills
}

function costOf({ step, badness }: Trial): number {
  return badness + PRICE_OF_CHANGE * Math.abs(step - USUAL)
}

/** Sets the step of what stands in the first element of each selector. */
export async function setSteps(
  page: Page,
  steps: readonly (readonly [selector: string, step: Step])[],
): Promise<void> {
  await page.$eval(
    'html',
    (html, all) => {
      for (const [selector, step] of all)
        html.querySelector(selector)?.setAttribute('style', `--step: ${step}mm`)
    },
    steps,
  )
}

/** How much is wrong: 0 for pages that are all full, at least 1 for a last page with hardly anything on it. */
function badnessOf(fills: readonly number[]): number {
  const last = fills.at(-1)
  if (last === undefined || fills.length === 1) return 0
  const free = fills.slice(0, -1).map((fill) => Math.max(0, 1 - FREE - fill))
  const short = Math.max(0, HALF - last) * WEIGHT_OF_HALF + (last < LEAST_ON_LAST ? 1 : 0)
  return free.reduce((sum, part) => sum + part, short)
}

/** The margins of the page from its style sheet, in points; none where it has none. */
async function marginsOf(page: Page): Promise<Margins> {
  const [top = '', bottom = ''] = await page.$eval('html', (html) => {
    const rules = [...html.ownerDocument.styleSheets].flatMap((sheet) =>
      sheet.href === null ? [...sheet.cssRules] : [],
    )
    const pages = rules.filter((rule) => rule.type === 6) // CSSRule.PAGE_RULE
    const of = (side: 'marginTop' | 'marginBottom') =>
      pages.find(({ selectorText, style }) => selectorText === '' && style[side] !== '')?.style[
        side
      ]
    return [of('marginTop'), of('marginBottom')]
  })
  return { top: points(top), bottom: points(bottom) }
}

/** Millimetres as points. */
function points(length: string): number {
  return /^[\d.]+mm$/.test(length) ? (Number.parseFloat(length) / 25.4) * 72 : 0
}
