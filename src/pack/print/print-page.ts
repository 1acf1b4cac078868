import { PDFDocument } from 'pdf-lib'
import type { Frame, Page } from 'puppeteer-core'
import { destinationPages, PAGE_OF } from '../../contracts/destinations.ts'
import { OperatorError } from '../../messages/operator-error.ts'

/** A slow machine may need long for a long document; a page that is never done is given up. */
const LONGEST_MS = 120_000

/**
 * Prints one page. Where it has a list of contents, it is printed once to see on which pages the headings come to
 * stand, and again with these numbers; the list keeps room for them, so that nothing moves. Throws an {@link OperatorError} when
 * the page leads away from itself or brings the browser down, which only a template of one's own can do.
 */
export async function printPage(page: Page, address: string): Promise<Uint8Array> {
  let visits = 0
  const count = (frame: Frame) => {
    if (frame === page.mainFrame()) visits += 1
  }
  page.on('framenavigated', count)
  const reloaded = () =>
    new OperatorError(
      `The page \`${documentOf(address)}\` leads to another address while it is printed; take the refresh out of your template`,
    )
  try {
    const pdf = await printLoaded(page, address)
    if (visits > 1) throw reloaded()
    return pdf
  } catch (cause) {
    if (visits > 1) throw reloaded()
    throw new OperatorError(
      `The browser could not print \`${documentOf(address)}\` (${reasonOf(cause)}); where you have templates of your own, look for what is not a plain page in them`,
      { cause },
    )
  } finally {
    page.off('framenavigated', count)
  }
}

async function printLoaded(page: Page, address: string): Promise<Uint8Array> {
  await page.goto(address, { waitUntil: 'load' })
  if (await page.$(`[${PAGE_OF}]`)) {
    // Tags and bookmarks cost time and do not move a heading
    const trial = await page.pdf({ preferCSSPageSize: true, tagged: false, timeout: LONGEST_MS })
    const document = await PDFDocument.load(trial, { updateMetadata: false })
    await writePageNumbers(page, destinationPages(document))
  }
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: LONGEST_MS,
  })
}

function documentOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1, -'.html'.length)
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
