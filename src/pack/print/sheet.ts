import type { ElementHandle, Page } from 'puppeteer-core'

/**
 * The root element of what is printed. What is asked of it is asked at once: a handle for each element that is found would go to the
 * browser and back several times. The browser's own types are not known here.
 */
export type Sheet = ElementHandle

/** Of a page whose content is set. */
export async function sheetOf(page: Page): Promise<Sheet> {
  return (await page.$('html'))!
}
