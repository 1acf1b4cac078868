import { PDFDocument } from 'pdf-lib'
import type { Page } from 'puppeteer'
import { destinationPages, PAGE_OF } from '../../contracts/destinations.ts'

/**
 * Prints one page. Where it has a list of contents, it is printed once to see on which pages the headings come to
 * stand, and again with these numbers; the list keeps room for them, so that nothing moves.
 */
export async function printPage(page: Page, address: string): Promise<Uint8Array> {
  const response = await page.goto(address, { waitUntil: 'load' })
  if (!response?.ok()) throw new Error(`The page ${address} could not be loaded for printing`)
  if (await page.$(`[${PAGE_OF}]`)) {
    // Tags and bookmarks cost time and do not move a heading
    const trial = await page.pdf({ preferCSSPageSize: true, tagged: false })
    const document = await PDFDocument.load(trial, { updateMetadata: false })
    await writePageNumbers(page, destinationPages(document))
  }
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
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
