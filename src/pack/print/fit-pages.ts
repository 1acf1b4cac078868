import { type Laid, layOut } from './columns.ts'
import { pageBoxOf } from './page-box.ts'
import type { Sheet } from './sheet.ts'

/** The unit of the space between paragraphs, questions and headings, in millimetres: the property `--step` of the style sheet. */
type Step = number

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
/** In a longer document a page that is not full is one of many. */
const MOST_PAGES = 60

/** Pages as they come out with one step. */
interface Trial extends Laid {
  readonly step: Step
}

/**
 * Sets a page with the usual space, and where its printed pages stay half empty or have hardly anything on the last one with a little
 * less or more, whatever comes out best; gives the pages on which its places are then, by their ids, counted from 0, or undefined where
 * the style sheet does not tell how large pages are. The same page always comes out with the same step.
 */
export async function fitPage(sheet: Sheet): Promise<Map<string, number> | undefined> {
  const box = await pageBoxOf(sheet)
  if (!box) return undefined
  const tried: Trial[] = []
  for (const step of [USUAL, ...OTHERS]) {
    if (step !== USUAL) await setStep(sheet, step)
    tried.push({ step, ...(await layOut(sheet, box)) })
    if (isDone(tried)) break
  }
  const best = bestOf(tried)
  await setStep(sheet, best.step)
  return new Map(best.places)
}

/** Good pages, or a style sheet of one's own that knows nothing of steps. */
function isDone(tried: readonly Trial[]): boolean {
  const [last, before] = tried.toReversed()
  return !last || badnessOf(last) <= GOOD || last.fills.join() === before?.fills.join()
}

function bestOf(tried: readonly Trial[]): Trial {
  const [best] = tried.toSorted((one, other) => costOf(one) - costOf(other))
  return best!
}

function costOf(trial: Trial): number {
  return badnessOf(trial) + PRICE_OF_CHANGE * Math.abs(trial.step - USUAL)
}

/** How much is wrong: 0 for pages that are all full, at least 1 for a last page with hardly anything on it. */
function badnessOf({ fills }: Trial): number {
  const last = fills.at(-1)
  if (last === undefined || fills.length === 1 || fills.length > MOST_PAGES) return 0
  const free = fills.slice(0, -1).map((fill) => Math.max(0, 1 - FREE - fill))
  const short = Math.max(0, HALF - last) * WEIGHT_OF_HALF + (last < LEAST_ON_LAST ? 1 : 0)
  return free.reduce((sum, part) => sum + part, short)
}

async function setStep(sheet: Sheet, step: Step): Promise<void> {
  await sheet.evaluate(
    (html, css) => html.querySelector('body')?.setAttribute('style', css),
    `--step: ${step}mm`,
  )
}
