import type { Browser, HTTPRequest, Page } from 'puppeteer-core'
import { printAddress } from '../../contracts/print-site.ts'
import { contentTypeOf } from '../../files/content-type.ts'
import type { Asset } from '../../model/project.ts'

/** Where all pages stand, one after the other: what they load is loaded once. */
const PLACE = printAddress('print.html')

/** An empty page that runs no scripts, and what it can load: these assets and nothing else. */
export interface Tab {
  readonly page: Page
  assets: readonly Asset[]
}

/** Opens a page that can load nothing yet. */
export async function openPage(browser: Browser): Promise<Tab> {
  const page = await browser.newPage()
  const tab: Tab = { page, assets: [] }
  async function answer(request: HTTPRequest): Promise<void> {
    const address = request.url()
    const body =
      address === PLACE
        ? '<!doctype html>'
        : tab.assets.find(({ path }) => printAddress(path) === address)?.bytes
    if (body === undefined) await request.abort('blockedbyclient')
    else await request.respond({ body, contentType: contentTypeOf(address) })
  }
  await page.setJavaScriptEnabled(false)
  // Laid out as it is going to be printed.
  await page.emulateMediaType('print')
  await page.setRequestInterception(true)
  page.on('request', answer)
  await page.goto(PLACE)
  return tab
}
