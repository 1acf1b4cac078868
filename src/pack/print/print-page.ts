import type { HTTPRequest, Page, PDFOptions } from 'puppeteer-core'
import { destinationPages, PAGE_OF } from '../../contracts/destinations.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { type Fitted, fitPages, type Setting, setSteps } from './fit-pages.ts'
import type { PrintJob } from './job.ts'
import { expectedPages, type Settings } from './parts.ts'

/** A slow machine may need long for a long document; a page that is never done is given up. */
const LONGEST_MS = 120_000

const final: PDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: LONGEST_MS,
}

/** Tags and bookmarks cost time and do not move a heading. */
const trial: PDFOptions = { ...final, tagged: false, outline: false }

export interface Printed extends Setting {
  readonly pdf: Uint8Array
  /** How often it was drawn. */
  readonly prints: number
}

/**
 * Prints one page: a document with the step that fits it best, or several as they are set by themselves. Where it has a list of
 * contents, it is printed before to see on which pages the headings come to stand, and again with these numbers; the list keeps
 * room for them, so that nothing moves. Of several it is known before where they come to stand. Throws an {@link OperatorError} when the page leads away from itself or
 * brings the browser down, which only a template of one's own can do.
 */
export async function printPage(
  page: Page,
  { id, html }: PrintJob,
  parts?: Settings,
): Promise<Printed> {
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
    const { pdf, step, prints } = await (parts ? printParts(page, parts) : printFitted(page))
    if (documentsAsked > 0) throw reloaded()
    const { pages, places } = destinationPages(pdf)
    return { pdf, step, prints, pages, places: [...places] }
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

async function printFitted(page: Page): Promise<Fitted> {
  const isNumbered = (await numberedPlaces(page)).length > 0
  const fitted = await fitPages(page, () => page.pdf(isNumbered ? trial : final))
  if (!isNumbered) return fitted
  await writePageNumbers(page, destinationPages(fitted.pdf).places)
  await setSteps(page, [['body', fitted.step]])
  return { ...fitted, pdf: await page.pdf(final), prints: fitted.prints + 1 }
}

async function printParts(page: Page, parts: Settings): Promise<Fitted> {
  await setSteps(
    page,
    Array.from(parts, ([id, { step }]) => [`#${id}`, step]),
  )
  const numbered = await numberedPlaces(page)
  let places = await expectedPages(page, parts)
  for (let prints = 1; ; prints += 1) {
    await writePageNumbers(page, places)
    const pdf = await page.pdf(final)
    const found = destinationPages(pdf).places
    // A layout of one's own may put other things between them.
    const isAsExpected = numbered.every((id) => places.get(id) === found.get(id))
    if (isAsExpected || prints > 1) return { step: 1, pdf, prints }
    places = found
  }
}

/** The ids of the places whose pages are told. */
function numberedPlaces(page: Page): Promise<string[]> {
  return page.$$eval(
    `[${PAGE_OF}]`,
    (places, attribute) => places.map((place) => place.getAttribute(attribute) ?? ''),
    PAGE_OF,
  )
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 200) : String(cause)
}

async function writePageNumbers(page: Page, pages: ReadonlyMap<string, number>): Promise<void> {
  await page.$$eval(
    `[${PAGE_OF}]`,
    (places, attribute, numbers) => {
      for (const place of places) {
        const index = numbers[place.getAttribute(attribute) ?? '']
        place.textContent = index === undefined ? '' : String(index + 1)
      }
    },
    PAGE_OF,
    Object.fromEntries(pages),
  )
}
