import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Browser, HTTPRequest, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { launch } from '../../src/pack/print/launch.ts'
import { openPage } from '../support/open-page.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const pages = readdirSync(pack).filter((name) => name.endsWith('.html'))
/** One of each kind. */
const kinds = ['index.html', 'register.html', 'mentoring-policy.html', 'training-record.html']

let browser: Browser

beforeAll(async () => {
  browser = await launch(await findBrowser(), makeFolder())
})

afterAll(() => browser?.close())

describe('search', () => {
  test('finds what was misspelt, by keyboard alone', async () => {
    const { page, faults } = await open('mentoring-policy.html')
    await page.keyboard.press('/')
    await page.keyboard.type('greivance withdrawl')
    await page.waitForSelector('[role="option"]')
    expect(await page.$eval('#search', (box) => box.getAttribute('aria-expanded'))).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await page.$eval('#search', (box) => box.getAttribute('aria-activedescendant'))).toBe(
      await page.$eval('[role="option"][aria-selected="true"]', (option) => option.id),
    )
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await page.title()).toContain('Mentoring grievance or withdrawal')
    expect(faults).toEqual([])
    await page.close()
  })

  test.each([
    ['3.2', /^3\.2 /, /#clause-3-2$/],
    ['nominee', /nominee/i, /^peer-coach-nomination\.html/],
  ])('finds %s', async (query, text, href) => {
    const { page } = await open('index.html')
    await page.type('#search', query)
    const first = await page.waitForSelector('[role="option"]')
    expect(await first?.evaluate((option) => option.textContent)).toMatch(text)
    expect(await first?.evaluate((option) => option.getAttribute('href'))).toMatch(href)
    expect((await page.$$('[role="option"]')).length).toBeLessThanOrEqual(20)
    await page.close()
  })

  test('says when nothing was found, and closes', async () => {
    const { page } = await open('index.html')
    await page.type('#search', 'xylophone')
    await page.waitForFunction(`document.querySelector('.count').textContent !== ''`)
    expect(await page.$eval('.count', (count) => count.textContent)).toBe(
      'Nothing was found for ‘xylophone’',
    )
    await page.keyboard.press('Escape')
    expect(await page.$eval('.count', (count) => count.textContent)).toBe('')
    await page.close()
  })
})

test('the numbers of clauses are one stop of the Tab key, and copy their address', async () => {
  const { page } = await open('mentoring-policy.html')
  expect(await page.$$eval('a.clause-number[tabindex="0"]', (all) => all.length)).toBe(1)
  await page.focus('a.clause-number')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(`location.hash === '#clause-1-1'`)
  await page.close()
})

test('marks the page and the section that are being read', async () => {
  const { page } = await open('mentoring-policy.html')
  const current = (part: string) =>
    page.$$eval(`${part} [aria-current]`, (links) => links.map((link) => link.textContent?.trim()))
  expect(await current('.all-documents')).toEqual(['Mentoring policy'])
  await page.evaluate(
    `document.getElementById('confidentiality').scrollIntoView({ behavior: 'instant' })`,
  )
  await page.waitForFunction(`document.querySelector('.contents [aria-current]')`)
  expect(await current('.contents')).toEqual(['9 Confidentiality'])
  await page.close()
})

describe.each([320, 768, 1280])('at %i pixels', (width) => {
  test('no page is wider, and the text begins on the first screen', async () => {
    const page = await openPage(browser)
    await page.setViewport({ width, height: 800 })
    for (const name of pages) {
      await page.goto(address(name))
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width)
    }
    await page.goto(address('mentoring-policy.html'))
    expect(
      await page.$eval('article .clause', (clause) => clause.getBoundingClientRect().top),
    ).toBeLessThan(800)
    await page.close()
  })
})

test.each([320, 768, 1280])(
  'hardly anything moves when the fonts come, at %i pixels',
  async (width) => {
    for (const name of kinds) {
      const page = await openPage(browser)
      await page.setViewport({ width, height: 800 })
      await page.evaluateOnNewDocument(`
      window.moved = 0
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.moved += value
      }).observe({ type: 'layout-shift', buffered: true })
    `)
      // Fonts from the disk are there at once; here they come when the page was shown without them.
      const fonts: HTTPRequest[] = []
      await page.setRequestInterception(true)
      page.on('request', (request) => {
        if (request.url().endsWith('.woff2') && fonts.length < 20) fonts.push(request)
        else void request.continue()
      })
      await page.goto(address(name), { waitUntil: 'domcontentloaded' })
      await page.evaluate(drawn)
      expect(fonts.length).toBeGreaterThan(1)
      for (const request of fonts) await request.continue()
      await page.evaluate(`document.fonts.ready.then(() => ${drawn})`)
      expect(await page.evaluate('window.moved'), name).toBeLessThan(0.1)
      await page.close()
    }
  },
)

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)('WCAG A and AA hold, %s at %i pixels', async (scheme, width) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const name of kinds) {
    const { page, faults } = await open(name, { width, scheme })
    // The policy of the page keeps other scripts out; the protocol of the browser does not ask it.
    await page.evaluate(axe)
    const found = await page.evaluate(
      `axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join('\\n')))`,
    )
    expect(found, name).toEqual([])
    expect(faults, name).toEqual([])
    await page.close()
  }
})

test('all pages are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'no-redundant-role': 'off' },
  })
  for (const name of pages) {
    const html = readFileSync(join(pack, name), 'utf8').replace(
      /<script type="application\/json".*?<\/script>|<script>.*?<\/script>/gs,
      '',
    )
    const { results } = await validator.validateString(html)
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId} ${message}`),
      ),
    ).toEqual([])
  }
})

test('the start page is light', () => {
  const weights = ['index.html', 'assets/screen.css', 'assets/fonts.css', 'assets/site.js'].map(
    (path) => readFileSync(join(pack, path)).length,
  )
  expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThan(100_000)
})

/** When the page was drawn twice. */
const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

async function open(
  name: string,
  { width = 1280, scheme = 'light' }: { width?: number; scheme?: string } = {},
): Promise<{ page: Page; faults: string[] }> {
  const page = await openPage(browser)
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(request.url())
  })
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(address(name))
  return { page, faults }
}

function address(name: string): string {
  return pathToFileURL(join(pack, name)).href
}
