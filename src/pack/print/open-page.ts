import type { Browser, HTTPRequest, Page } from 'puppeteer-core'
import { printAddress } from '../../contracts/print-site.ts'
import { contentTypeOf } from '../../files/content-type.ts'
import type { Asset } from '../../model/project.ts'

/** Where all pages stand, one after the other: what they load is loaded once. */
const PLACE = printAddress('print.html')

/** Opens an empty page that can load these assets and nothing else, and runs no scripts. */
export async function openPage(browser: Browser, assets: readonly Asset[]): Promise<Page> {
  const files = new Map<string, Uint8Array | string>([
    [PLACE, '<!doctype html>'],
    ...assets.map(({ path, bytes }) => [printAddress(path), bytes] as const),
  ])

  async function answer(request: HTTPRequest): Promise<void> {
    const address = request.url()
    const body = files.get(address)
    if (body === undefined) await request.abort('blockedbyclient')
    else await request.respond({ body, contentType: contentTypeOf(address) })
  }

  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  // Laid out as it is going to be printed.
  await page.emulateMediaType('print')
  await page.setRequestInterception(true)
  page.on('request', answer)
  await page.goto(PLACE)
  return page
}
