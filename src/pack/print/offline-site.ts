import type { Browser, HTTPRequest, Page } from 'puppeteer-core'
import { printAddress } from '../../contracts/print-site.ts'
import { contentTypeOf } from '../../files/content-type.ts'
import type { Asset } from '../../model/project.ts'
import type { PrintJob } from './job.ts'

/** Pages and their assets as a web site in memory. */
export interface OfflineSite {
  /** Opens an empty page that can load this site and nothing else, and runs no scripts. */
  openPage(browser: Browser): Promise<Page>
  /** The address of a document. */
  addressOf(id: string): string
}

/** Makes a web site in memory of pages and assets. */
export function offlineSite(jobs: readonly PrintJob[], assets: readonly Asset[]): OfflineSite {
  const files = new Map<string, Uint8Array | string>([
    ...assets.map(({ path, bytes }) => [printAddress(path), bytes] as const),
    ...jobs.map(({ id, html }) => [addressOf(id), html] as const),
  ])

  async function answer(request: HTTPRequest): Promise<void> {
    const address = request.url()
    const body = files.get(address)
    if (body === undefined) await request.abort('blockedbyclient')
    else await request.respond({ body, contentType: contentTypeOf(address) })
  }

  return {
    addressOf,
    async openPage(browser) {
      const page = await browser.newPage()
      await page.setJavaScriptEnabled(false)
      await page.setRequestInterception(true)
      page.on('request', answer)
      return page
    },
  }
}

function addressOf(id: string): string {
  return printAddress(`${id}.html`)
}
