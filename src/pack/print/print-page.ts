import type { HTTPRequest, Page, PDFOptions } from 'puppeteer-core'
import { destinationPages, PAGE_OF } from '../../contracts/destinations.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { fitPage } from './fit-pages.ts'
import type { PrintJob } from './job.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** A slow machine may need long for a long document; a page that is never done is given up. */
const LONGEST_MS = 120_000

const options: PDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: LONGEST_MS,
}

export interface Printed {
  readonly pdf: Uint8Array
  /** How often it was drawn. */
  readonly prints: number
}

/**
 * Prints one page, with the space that fits it best. Where it has a list of contents, the numbers in it are those of
 * the pages on which the headings are going to be; where they come to stand elsewhere it is printed again, and the list keeps room for
 * them, so that nothing moves. Throws an {@link OperatorError} when the page leads away from itself or brings the browser down, which
 * only a template of one's own can do.
 */
export async function printPage(page: Page, { id, html, places }: PrintJob): Promise<Printed> {
  let documentsAsked = 0
  const count = (request: HTTPRequest) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) documentsAsked += 1
  }
  page.on('request', count)
  const reloaded = () =>
    new OperatorError(
      `The page \`${id}\` leads to another address while it is printed; take the refresh out of your template`,
    )
  try {
    await page.setContent(html, { waitUntil: 'load' })
    const sheet = await sheetOf(page)
    const printed = await printNumbered(page, sheet, places ?? (await fitPage(sheet)))
    if (documentsAsked > 0) throw reloaded()
    return printed
  } catch (cause) {
    if (documentsAsked > 0) throw reloaded()
    throw new OperatorError(
      `The browser could not print \`${id}\` (${reasonOf(cause)}); where you have templates of your own, look for what is not a plain page in them`,
      { cause },
    )
  } finally {
    page.off('request', count)
  }
}

/** Prints a page with the numbers of its pages in it, and again where they turn out to be others. */
async function printNumbered(
  page: Page,
  sheet: Sheet,
  expected: ReadonlyMap<string, number> = new Map(),
): Promise<Printed> {
  const numbered = await numberedPlaces(sheet)
  await writePageNumbers(sheet, expected)
  const pdf = await page.pdf(options)
  if (numbered.length === 0) return { pdf, prints: 1 }
  const { places } = destinationPages(pdf)
  if (numbered.every((id) => places.get(id) === expected.get(id))) return { pdf, prints: 1 }
  await writePageNumbers(sheet, places)
  return { pdf: await page.pdf(options), prints: 2 }
}

/** The ids of the places whose pages are told. */
function numberedPlaces(sheet: Sheet): Promise<string[]> {
  return sheet.evaluate(
    (html, attribute) =>
      [...html.querySelectorAll(`[${attribute}]`)].map((place) => place.getAttribute(attribute)),
    PAGE_OF,
  )
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 200) : String(cause)
}

async function writePageNumbers(sheet: Sheet, pages: ReadonlyMap<string, number>): Promise<void> {
  await sheet.evaluate(
    (html, attribute, numbers) => {
      for (const place of html.querySelectorAll(`[${attribute}]`)) {
        const index = numbers[place.getAttribute(attribute)]
        place.textContent = index === undefined ? '' : String(index + 1)
      }
    },
    PAGE_OF,
    Object.fromEntries(pages),
  )
}
