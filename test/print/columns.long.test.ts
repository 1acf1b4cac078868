import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { destinationPages } from '../../src/contracts/destinations.ts'
import { temporaryFolder } from '../../src/files/temporary.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { load } from '../../src/pack/load/index.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { layOut } from '../../src/pack/print/columns.ts'
import { print } from '../../src/pack/print/index.ts'
import { launch } from '../../src/pack/print/launch.ts'
import { openPage } from '../../src/pack/print/open-page.ts'
import { pageBoxOf } from '../../src/pack/print/page-box.ts'
import { sheetOf } from '../../src/pack/print/sheet.ts'
import { render } from '../../src/pack/render/index.ts'
import { typeset } from '../../src/pack/typeset/index.ts'
import { pageFills } from './page-fills.ts'

const config = join(import.meta.dirname, '../../org.config.json')
const MM = 72 / 25.4
/** Of a page, where the same is measured in two ways. */
const NEAR = 0.02

let profile: Awaited<ReturnType<typeof temporaryFolder>>
let browser: Browser

beforeAll(async () => {
  profile = await temporaryFolder()
  browser = await launch(await findBrowser(), profile.path)
})

afterAll(async () => {
  await browser.close()
  await profile[Symbol.asyncDispose]()
})

/** Where a table or a list in columns of its own ends at the edge of a page, the one may have room for a line more than the other. */
const organisations: readonly [where: string, Partial<Organisation>, different: number][] = [
  ['in Britain', {}, 0],
  ['in America', { locale: 'en-US' }, 2],
  ['in large type', { textSize: 'large' }, 2],
  ['from right to left', { locale: 'he-IL' }, 0],
  ['in the classic style', { style: 'classic' }, 1],
]

test.each(organisations)(
  'columns break where the pages of the sample pack do, %s',
  async (_, organisation, most) => {
    const { pages, assets } = await packOf(organisation)
    const tab = await openPage(browser)
    tab.assets = assets
    const different = []
    for (const { document, print: html } of pages)
      if (!(await isAlike(tab.page, html))) different.push(document.id)
    expect(pages).toHaveLength(26)
    expect(different.length, different.join()).toBeLessThanOrEqual(most)
  },
  300_000,
)

test('what the pack has beside its documents is printed once, since it is known where everything is going to be', async () => {
  const { pages, combined, assets } = await packOf({})
  const frame = combined!(
    new Map(pages.map(({ document }, index) => [document.id, 1 + (index % 3)])),
  )
  const prints: number[] = []
  await print([{ id: 'pack', ...frame }], assets, await findBrowser(), {
    onPrinted: (_, printed) => prints.push(printed.prints),
  })
  expect(prints).toEqual([1])
}, 120_000)

/** Whether pages that are laid out are as they are printed. */
async function isAlike(page: Page, html: string): Promise<boolean> {
  await page.setContent(html, { waitUntil: 'load' })
  const sheet = await sheetOf(page)
  const box = await pageBoxOf(sheet)
  if (!box) return false
  const laid = await layOut(sheet, box)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true })
  const fills = pageFills(pdf, { top: 24 * MM, bottom: 23 * MM })
  const { places } = destinationPages(pdf)
  const laidPlaces = new Map(laid.places)
  return (
    laid.fills.length === fills.length &&
    fills.every((fill, index) => Math.abs(fill - (laid.fills[index] ?? 0)) < NEAR) &&
    [...places].every(([id, at]) => laidPlaces.get(id) === at)
  )
}

async function packOf(organisation: Partial<Organisation>) {
  const project = await load({ config })
  if ('messages' in project) throw new Error('The sample organisation does not load')
  const changed = {
    ...project,
    config: {
      ...project.config,
      organisation: { ...project.config.organisation, ...organisation },
    },
  }
  const parsed = project.sources.map(parse).filter((document) => document !== undefined)
  const { documents } = fill(
    parsed.map((one) => typeset(one, changed.config.organisation)),
    changed,
    { draft: false },
  )
  return render(documents, changed, { draft: false, today: '2026-11-22', combined: true })
}
