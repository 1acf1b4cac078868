import type { Browser, Page } from 'puppeteer-core'

/** A new page whose waits end with the test, whose own limit is the only clock: a busy machine is slow, not wrong. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  return page
}
