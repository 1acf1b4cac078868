import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillAsPage } from '../fillers/page.ts'
import { openPage } from '../support/open-page.ts'
import { isHere } from '../support/programs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

describe.skipIf(!isHere('firefox'))('in Firefox, from the disk', () => {
  let pack: string
  let browser: Browser

  beforeAll(async () => {
    pack = await samplePack()
    const find = 'command -v firefox-esr || command -v firefox'
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim(),
      userDataDir: makeFolder(),
    })
  })

  afterAll(() => browser?.close())

  test('styles, fonts and the search of a page are there', async () => {
    const { page, faults } = await open('mentoring-policy.html')
    expect(
      await page.evaluate(
        `document.fonts.ready.then((fonts) => [...fonts].filter(({ status, family }) => status === 'loaded' && family.includes('Source')).length)`,
      ),
    ).toBeGreaterThan(1)
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px')
    await page.type('#search', 'greivance')
    const first = await page.waitForSelector('[role="option"]')
    expect(await first?.evaluate(({ textContent }) => textContent)).toMatch(/grievance/i)
    expect(faults).toEqual([])
    await page.close()
  })

  test('the page of a form checks what is typed', async () => {
    const { page, faults } = await open('mentoring-contract.html#mentee.name=Ada')
    expect(
      await page.$eval('[name="mentee.name"]', (box) => (box as { value?: string }).value),
    ).toBe('Ada')
    await page.type('[name="partnership.start"]', 'soon')
    await page.keyboard.press('Tab')
    const error = await page.waitForSelector('[id="error-partnership.start"]')
    expect(await error?.evaluate(({ textContent }) => textContent)).toMatch(/must be a real date/)
    expect(faults).toEqual([])
    await page.close()
  })

  test('the page for HR reads a completed form', async () => {
    const blank = new Uint8Array(readFileSync(join(pack, 'training-record.pdf')))
    const file = join(makeFolder(), 'completed.pdf')
    writeFileSync(file, fillAsPage(blank, new Map([['participant.name', 'Łukasz Żółć']])))
    const { page, faults } = await open('import.html')
    const box = await page.$('#import input[type=file]:not([webkitdirectory])')
    await (box as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file)
    await page.waitForFunction(
      `document.querySelector('#import-status').textContent === 'Done: 1 incomplete'`,
    )
    expect(await page.$eval('tbody', ({ textContent }) => textContent)).toContain('Łukasz Żółć')
    expect(faults).toEqual([])
    await page.close()
  })

  async function open(name: string): Promise<{ page: Page; faults: string[] }> {
    const page = await openPage(browser)
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) faults.push(request.url())
    })
    const [path = '', hash] = name.split('#')
    const { href } = pathToFileURL(join(pack, path))
    await page.goto(hash === undefined ? href : `${href}#${hash}`)
    return { page, faults }
  }
})
