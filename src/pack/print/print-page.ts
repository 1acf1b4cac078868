import { PDFDocument } from 'pdf-lib'
import type { HTTPRequest, Page, PDFOptions } from 'puppeteer-core'
import { destinationPages, PAGE_OF } from '../../contracts/destinations.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { type Fitted, fitPages, type Step, setSteps } from './fit-pages.ts'
import type { PrintJob } from './job.ts'

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

/** The step of each document on a page of several, by the id of its element. */
export type Steps = ReadonlyMap<string, Step>

/**
 * Prints one page: a document with the step that fits it best, or several with the steps that they have by themselves. Where it
 * has a list of contents, it is printed before to see on which pages the headings come to stand, and again with these numbers; the
 * list keeps room for them, so that nothing moves. Throws an {@link OperatorError} when the page leads away from itself or
 * brings the browser down, which only a template of one's own can do.
 */
export async function printPage(
  page: Page,
  { id, html }: PrintJob,
  steps?: Steps,
): Promise<Fitted> {
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
    const fitted = await printLoaded(page, steps)
    if (documentsAsked > 0) throw reloaded()
    return fitted
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

async function printLoaded(page: Page, steps: Steps | undefined): Promise<Fitted> {
  const isNumbered = (await page.$(`[${PAGE_OF}]`)) !== null
  const draw = () => page.pdf(isNumbered ? trial : final)
  const fitted = steps ? await drawAs(steps, page, draw) : await fitPages(page, draw)
  if (!isNumbered) return fitted
  const document = await PDFDocument.load(fitted.pdf, { updateMetadata: false })
  await writePageNumbers(page, destinationPages(document))
  if (!steps) await setSteps(page, [['body', fitted.step]])
  return { ...fitted, pdf: await page.pdf(final), prints: fitted.prints + 1 }
}

async function drawAs(steps: Steps, page: Page, draw: () => Promise<Uint8Array>): Promise<Fitted> {
  await setSteps(
    page,
    Array.from(steps, ([id, step]) => [`#${id}`, step]),
  )
  return { step: 1, pdf: await draw(), prints: 1 }
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
