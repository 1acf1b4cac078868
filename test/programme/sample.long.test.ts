import { mkdtempSync, readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument, PDFName } from 'pdf-lib'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import {
  type ImportResult,
  type Overview,
  openProgramme,
  openRecords,
  printReport,
  programmeOverview,
  saveProgramme,
} from '../../src/index.ts'
import { launch } from '../../src/pack/print/launch.ts'
import { checkPdf } from '../pdfua/index.ts'
import { openPage } from '../support/open-page.ts'
import { samplePack } from '../support/sample-pack.ts'
import { promises } from './promises.ts'
import { countedIndicators } from './sample/count.ts'
import { makeSampleProgramme } from './sample/make.ts'
import { people } from './sample/people.ts'
import { LAST_DAY } from './sample/year.ts'

const folder = mkdtempSync(join(tmpdir(), 'programme-'))
let results: ImportResult[] = []
let overview: Overview
let programme: Awaited<ReturnType<typeof openProgramme>>

beforeAll(async () => {
  await copyFile(
    join(import.meta.dirname, '../../org.config.json'),
    join(folder, 'org.config.json'),
  )
  results = await makeSampleProgramme({ folder, forms: join(await samplePack(), 'forms') })
  const config = join(folder, 'org.config.json')
  const book = await openRecords({ config })
  const opened = await openProgramme({ config, entries: book.entries })
  programme = opened
  overview = await programmeOverview({ config, programme: opened, book, on: LAST_DAY })
}, 300_000)

test('a year of forms is imported, and what is not complete is what was left out on purpose', () => {
  const counts = Map.groupBy(
    results,
    ({ status, record, file }) =>
      `${status} ${record?.form.id ?? file.replace(/^.*\d-|\.answers\.json$/g, '')}`,
  )
  expect(
    [...counts].map(([kind, alike]) => `${alike.length} ${kind}`).sort(),
  ).toMatchInlineSnapshot(`
    [
      "1 accepted private-note-to-hr",
      "1 incomplete coaching-consent",
      "1 private coaching-session-notes",
      "11 accepted coaching-competency-assessment",
      "12 accepted mentoring-request",
      "167 accepted peer-meeting-record",
      "2 private personal-goals",
      "24 accepted training-record",
      "3 accepted mentoring-withdrawal",
      "4 accepted mentoring-action-plan",
      "5 accepted coaching-consent",
      "6 accepted personal-goals",
      "8 accepted mentoring-contract",
      "8 accepted mentoring-evaluation",
      "8 accepted peer-coach-nomination",
      "85 accepted goal-setting-record",
      "9 accepted participant-review",
    ]
  `)
  const wrong = results.flatMap(({ messages }) =>
    messages.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  )
  expect(wrong).toMatchInlineSnapshot(`
    [
      "Date of coachee's signature has no answer; fill it in",
      "Coachee's signature is missing; sign in the box: draw it, type the name, or use a digital signature",
    ]
  `)
})

test('each promise of the pack has its place on a page, as the documentation says', () => {
  expect(promises.map(({ row }) => row)).toEqual(
    Array.from({ length: 33 }, (_, index) => index + 1),
  )
  for (const { row, places } of promises)
    for (const [page, anchor] of places)
      expect(
        (overview.files.get(page) ?? '').includes(`id="${anchor}"`),
        `${row}: ${page}#${anchor}`,
      ).toBe(true)
  // These five are kept elsewhere, which the table says in words.
  expect(promises.filter(({ places }) => places.length === 0).map(({ row }) => row)).toEqual([
    6, 29, 30, 32, 33,
  ])
})

test('a second count, of the forms that were filled in, comes to the same indicators', () => {
  const sheet = overview.reportSheets.find(({ name }) => name === '2 Key performance indicators')
  expect(sheet?.table.rows.map(([, ...figures]) => figures)).toEqual(
    countedIndicators().map((row) => row.map((one) => one ?? 'too few to show')),
  )
})

test('what is for management names nobody', () => {
  const forManagement = [
    overview.files.get('management.html') ?? '',
    overview.report.html,
    JSON.stringify(overview.reportSheets),
  ]
  expect(overview.files.get('index.html')).toContain(people[2]!.name)
  for (const text of forManagement)
    for (const { name, email, id } of people)
      for (const mark of [name, email, id]) expect(text).not.toContain(mark)
})

test('pages load nothing, run nothing and connect to nothing', () => {
  for (const page of ['index.html', 'management.html']) {
    const html = overview.files.get(page) ?? ''
    expect(html).toContain(
      'Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;sha256-',
    )
    expect(html).not.toMatch(/<script|<link|<img|src=|style="|https?:/)
  }
})

test('who is away is asked nothing, and each prompt is a mail to people of the list', () => {
  const mails = [...overview.files].filter(([path]) => path.endsWith('.eml'))
  expect(mails.length).toBeGreaterThan(10)
  const away = people.filter(
    ({ awayFrom = '9', awayTo = '0' }) => awayFrom <= LAST_DAY && LAST_DAY <= awayTo,
  )
  expect(away.map(({ id }) => id)).toEqual(['L105', 'L125'])
  for (const [, mail] of mails) {
    const to = /^To: (.+)\r$/m.exec(mail)?.[1]?.split(', ') ?? []
    expect(people.map(({ email }) => email)).toEqual(expect.arrayContaining(to))
    for (const { email } of away) expect(to).not.toContain(email)
  }
})

test('the report for management is a tagged PDF in which nothing is amiss', async () => {
  const { organisation } = programme
  const pdf = await printReport({ ...overview.report, organisation, on: LAST_DAY })
  expect(await checkPdf(pdf)).toEqual([])
  // It says who made it, and carries nothing along.
  const document = await PDFDocument.load(pdf)
  expect(document.getAuthor()).toBe(organisation.name)
  for (const name of ['Names', 'AF', 'AcroForm'])
    expect(document.catalog.has(PDFName.of(name)), name).toBe(false)
})

test('the sums that are told are those of the page', () => {
  const page = String(overview.files.get('index.html'))
  const { now, due } = overview.counts
  expect(page).toContain(`<strong>${now}</strong>need a person`)
  expect(page).toContain(`<strong>${due}</strong>are due or late`)
})

describe('in a browser, from the disk', () => {
  let browser: Browser
  beforeAll(async () => {
    await saveProgramme(folder, overview.files)
    browser = await launch(await findBrowser(), mkdtempSync(join(tmpdir(), 'profile-')))
  })
  afterAll(() => browser?.close())

  const open = async (path: string): Promise<Page> => {
    const page = await openPage(browser)
    await page.goto(pathToFileURL(join(folder, path)).href)
    return page
  }

  test('axe finds nothing, and no page is wider than the screen', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const person = [...overview.files.keys()].find((path) => path.startsWith('people/'))
    for (const path of ['index.html', 'management.html', person!]) {
      const page = await open(path)
      await page.evaluate(axe)
      for (const [scheme, width] of [
        ['light', 320],
        ['dark', 768],
        ['light', 1280],
      ] as const) {
        await page.setViewport({ width, height: 900 })
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width)
        expect(
          await page.evaluate(
            `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
          ),
          `${path}, ${scheme} at ${width} pixels`,
        ).toEqual([])
      }
      await page.close()
    }
  })

  test('the keyboard chooses a team, of which only the rows are left', async () => {
    const page = await open('index.html')
    await page.focus('#team-all')
    // The first team takes no part, and the second does.
    for (let key = 0; key < 2; key += 1) await page.keyboard.press('ArrowRight')
    const team = await page.evaluate('document.activeElement.parentElement.textContent.trim()')
    const members = people.filter((one) => one.team === team).map(({ name }) => name)
    const rows: string[][] = await page.$$eval('[data-team]:not(div)', (all) =>
      all
        .filter((row) => row.getClientRects().length > 0)
        .map((row) => (row.querySelector('th')?.textContent ?? '').split(' and ')),
    )
    expect(rows.length).toBeGreaterThan(3)
    for (const names of rows)
      expect(
        names.some((name) => members.includes(name) || name === 'Everybody'),
        String(names),
      ).toBe(true)
    await page.close()
  })
})
