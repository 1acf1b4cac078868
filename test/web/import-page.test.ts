import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { writeAnswersFile } from '../../src/contracts/answers-file.ts'
import { IMPORT_PAGE } from '../../src/contracts/import-page.ts'
import { numbersTold } from '../../src/contracts/import-words.ts'
import { type ImportSummary, importForms } from '../../src/forms/import.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { ImportResult } from '../../src/model/record.ts'
import { launch } from '../../src/pack/print/launch.ts'
import { fillAsPage, valuesOf } from '../fillers/page.ts'
import { answersFor } from '../support/answers.ts'
import { definitionIn } from '../support/definitions.ts'
import { filesIn } from '../support/files-in.ts'
import { openPage } from '../support/open-page.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'
import { signField } from '../verify/sign-field.ts'
import { identityOf } from '../verify/signing.ts'

const pack = await samplePack()
const config = join(dirname(pack), 'org.config.json')
const address = pathToFileURL(join(pack, IMPORT_PAGE)).href

let browser: Browser
let downloads: string
/** A folder as HR has one, with a bit of everything; and one with many copies as well. */
let few: string
let many: string

beforeAll(async () => {
  downloads = makeFolder()
  few = join(makeFolder(), 'inbox')
  many = join(makeFolder(), 'inbox')
  await fillInbox(few)
  await fillInbox(many)
  for (const person of ['Ada', 'Grace']) {
    const record = filled('training-record', { 'participant.name': person, 'period.year': '2027' })
    for (let copy = 100; copy < 240; copy += 1)
      writeFileSync(
        join(many, `copy-${person}-${copy}.pdf`),
        Buffer.concat([record, Buffer.from(`%${copy}\n`)]),
      )
  }
  browser = await launch(await findBrowser(), makeFolder())
})

afterAll(() => browser?.close())

test('everything is reached and done by the keyboard, and axe finds nothing', async () => {
  const { page, faults } = await open()
  const opened = page.waitForFileChooser()
  await tabTo(page, 'Choose files')
  await page.keyboard.press('Enter')
  const chooser = await opened
  await chooser.accept([join(few, 'contract-1.pdf'), join(few, 'letter.txt.pdf')])
  await done(page)
  expect(await focused(page)).toMatch(/^Done: 1 incomplete, 1 rejected/)
  await tabTo(page, 'Table (CSV)')
  expect(new TextDecoder().decode(await saved(page, 'Table (CSV)', 'Enter'))).toContain(
    'Zoë Vale 1',
  )
  await tabTo(page, '', '#status-filter')
  await page.keyboard.type('rejected')
  await page.waitForFunction(`document.querySelectorAll('tbody tr:not([hidden])').length === 1`)
  await page.keyboard.press('Home')
  await tabTo(page, '', '#word-filter')
  await page.keyboard.type('vale')
  await page.waitForFunction(
    `document.querySelector('tbody tr:not([hidden]) th')?.textContent === 'contract-1.pdf'`,
  )
  await tabTo(page, 'Show of contract-1.pdf')
  await page.keyboard.press('Enter')
  expect(await page.$eval('details[open] dl', ({ textContent }) => textContent)).toContain(
    'Zoë Vale 1',
  )
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(axe)
  for (const [scheme, width] of [
    ['light', 320],
    ['dark', 768],
    ['dark', 1280],
  ] as const) {
    await page.setViewport({ width, height: 900 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(
      await page.evaluate(
        `axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      ),
      `${scheme} at ${width} pixels`,
    ).toEqual([])
  }
  expect(faults).toEqual([])
  await page.close()
})

test('a folder with hundreds of files gives what the command gives', async () => {
  const { page, faults } = await open()
  await drop(page, [many])
  await done(page)
  const { results, summary, kept } = await importInNode(many)
  expect(summary.counts).toMatchObject({ superseding: 1, private: 1, rejected: 2 })
  expect(summary.counts.duplicate).toBeGreaterThan(250)
  expect(await rowsOf(page)).toEqual(
    results.map(({ status, file, messages }) => [
      status,
      file,
      messages.map(({ message }) => message.replaceAll('`', '')),
    ]),
  )
  const told = await page.$eval('.run-messages', ({ textContent }) => textContent)
  for (const counted of summary.anonymous) expect(told).toContain(numbersTold(counted))
  for (const { message } of summary.messages) expect(told).toContain(message)
  // Which file was an anonymous one is nowhere on the page.
  expect(await page.$eval('#import', ({ innerHTML }) => innerHTML)).not.toContain('anonymous-')
  expect(unzipped(await saved(page, 'Records (ZIP)'))).toEqual(kept)
  expect(faults).toEqual([])
  await page.close()
})

test('a folder of records is gone on with as the command does, and the other way round', async () => {
  const { page, faults } = await open()
  const folder = makeFolder()
  await openFolderToPage(page, folder)
  await drop(page, [join(few, 'contract-1.pdf'), join(few, 'anonymous-1.pdf')])
  await done(page)
  await press(page, 'Keep them in a folder')
  await page.waitForFunction(
    `document.querySelector('#import-status').textContent.includes('They are kept')`,
  )
  const again = await importInNode(few, folder)
  const before = await importInNode(few, makeFolder())
  const first = (all: InNode): string | undefined =>
    all.results.find(({ file }) => file.endsWith('contract-1.pdf'))?.status
  expect([first(again), first(before)]).toEqual(['duplicate', 'incomplete'])
  // The two ways to name a file, and the anonymous form, which counts again, apart.
  const without = ({ kept }: InNode): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(kept).flatMap(([path, content]) =>
        /^imports|^equality|^register/.test(path)
          ? []
          : [[path, String(content).replaceAll('inbox/', '')]],
      ),
    )
  expect(without(again)).toEqual(without(before))
  await drop(page, [join(few, 'contract-2.pdf')])
  await page.waitForFunction(
    `document.querySelector('#import-status').textContent.includes('1 duplicate')`,
  )
  expect(faults).toEqual([])
  await page.close()
})

test('a file that takes too long costs only itself', async () => {
  const { page } = await open(`
    const { setTimeout: later } = window
    window.setTimeout = (work, ms) => later(work, ms === 20000 ? 0 : ms)
  `)
  await drop(page, [join(few, 'contract-1.pdf')])
  await done(page)
  expect(await rowsOf(page)).toEqual([
    [
      'rejected',
      'contract-1.pdf',
      [
        'Reading was stopped after 20 seconds, many times what a form takes; save a scan or photograph smaller, at 200 dots per inch and as JPEG, and ask for any other file again',
      ],
    ],
  ])
  await page.close()
})

test('the page is not for staff: no other page leads to it, and the ZIP does not have it', async () => {
  const files = filesIn(pack)
  const pages = files.filter((path) => path.endsWith('.html') && path !== IMPORT_PAGE)
  expect(pages.length).toBeGreaterThan(10)
  for (const path of pages)
    expect(readFileSync(join(pack, path), 'utf8'), path).not.toContain(IMPORT_PAGE)
  const zip = files.find((path) => path.endsWith('.zip'))!
  expect(Object.keys(unzipSync(readFileSync(join(pack, zip)))).join()).not.toContain(IMPORT_PAGE)
})

/** What HR may find in its mailbox. */
async function fillInbox(folder: string): Promise<void> {
  mkdirSync(join(folder, 'deeper'), { recursive: true })
  const put = (name: string, bytes: Uint8Array | string): void =>
    writeFileSync(join(folder, name), bytes)
  const parties = { 'mentor.name': 'Łukasz Żółć', 'partnership.start': '3 March 2027' }
  for (const person of [1, 2])
    put(
      `contract-${person}.pdf`,
      filled('mentoring-contract', { 'mentee.name': `Zoë Vale ${person}`, ...parties }),
    )
  put('deeper/training.pdf', complete('training-record', '2027-03-01'))
  put('deeper/training-later.pdf', complete('training-record', '2027-03-02', 'Somebody Else'))
  for (const number of [1, 2])
    put(`anonymous-${number}.pdf`, complete('equality-monitoring', `2027-03-0${number}`))
  put('private.pdf', filled('personal-goals', { 'person.name': 'Zoë Vale' }))
  put('saved.answers.json', answersOf('training-record', { 'participant.name': 'Ada Lovelace' }))
  put('letter.txt.pdf', 'Dear HR,')
  put('cut.pdf', complete('training-record', '2027-03-01').subarray(0, 60_000))
  put('notes.txt', 'not an input')
  const unsigned = filled('mentoring-contract', { 'mentee.name': 'Signed' })
  put('signed.pdf', await signField(unsigned, 'mentee.signature', await identityOf('Zoë Vale')))
}

function definitionOf(id: string): FormDefinition {
  return definitionIn(pack, id)
}

function filled(
  id: string,
  answers: Readonly<Record<string, string>>,
  modified?: Date,
): Uint8Array {
  const blank = new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
  return fillAsPage(blank, new Map(Object.entries(answers)), modified)
}

/** With an answer to each question, and a name in each box to sign in. */
function complete(id: string, day: string, by = 'Łukasz Żółć'): Uint8Array {
  const form = definitionOf(id)
  const signed = form.fields.flatMap(({ type, name }) => (type === 'signature' ? [[name, by]] : []))
  const answers = Object.fromEntries([...answersFor(form).flatMap(valuesOf), ...signed])
  return filled(id, answers, new Date(day))
}

function answersOf(id: string, answers: Readonly<Record<string, string>>): string {
  const saved = '2027-03-01T10:00:00Z'
  return writeAnswersFile({
    policypackAnswers: 1,
    form: definitionOf(id),
    saved,
    answers,
    signatures: {},
  })
}

/** The page, with all that it asks for elsewhere or complains of; `before` runs in it first. */
async function open(before = ''): Promise<{ page: Page; faults: string[] }> {
  const page = await openPage(browser)
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!/^(file:|data:image|blob:)/.test(request.url())) faults.push(request.url())
  })
  page.on('dialog', (dialog) => dialog.accept())
  await page.evaluateOnNewDocument(before)
  await page.goto(address)
  return { page, faults }
}

async function drop(page: Page, files: string[]): Promise<void> {
  const session = await page.createCDPSession()
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 400, data })
  await session.detach()
}

/** Waits for the end of a run. */
function done(page: Page): Promise<unknown> {
  return page.waitForFunction(
    `document.querySelector('#import-status').textContent.startsWith('Done')`,
  )
}

/** Result, file and sentences of each line, folded ones too. */
async function rowsOf(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('tbody tr')].map(({ cells }) => [
    cells[0].textContent,
    cells[1].textContent,
    [...cells[4].querySelectorAll('li')].filter((item) => !item.querySelector('li'))
      .map(({ textContent }) => textContent.replace(/^\\w+: /, '')),
  ])`)
}

interface InNode {
  readonly results: readonly ImportResult[]
  readonly summary: ImportSummary
  /** Every file of the folder of records by its path. */
  readonly kept: Record<string, unknown>
}

/** What `policypack import` makes of a folder. */
async function importInNode(folder: string, to = makeFolder()): Promise<InNode> {
  const results: ImportResult[] = []
  const summary = await importForms({
    paths: [folder],
    config,
    to,
    onResult: (result) => results.push(result),
  })
  const above = `${dirname(folder)}/`
  const entries = filesIn(to).map((path) => [path, readFileSync(join(to, path))] as const)
  return {
    results: results.map((result) => ({ ...result, file: result.file.replace(above, '') })),
    summary: {
      ...summary,
      messages: summary.messages.map((message) => ({
        ...message,
        file: message.file.replace(above, ''),
      })),
    },
    kept: keptIn(entries, above),
  }
}

function unzipped(zip: Uint8Array): Record<string, unknown> {
  const files = Object.entries(unzipSync(zip))
  return keptIn(
    files.map(([path, bytes]) => [path.replace(/^records\//, ''), bytes] as const),
    '',
  )
}

/** Files without what is drawn anew each time or tells the time and place of the import. */
function keptIn(
  files: readonly (readonly [string, Uint8Array])[],
  above: string,
): Record<string, unknown> {
  return Object.fromEntries(
    files.map(([path, bytes]) => {
      const name = path.replace(/(?<=^imports\/).*/, 'report')
      if (!/json$|csv$|\.index/.test(path)) return [name, Buffer.from(bytes).toString('base64')]
      const text = new TextDecoder()
        .decode(bytes)
        .replaceAll(above, '')
        .replace(/("(?:importedAt|startedAt)": ?")[^"]*/g, '$1')
        .replace(/,\d{4}-\d{2}-\d{2}T[^,]*/g, ',')
      return [name, isAnonymousMonth(path) ? sortedAnswers(text) : text]
    }),
  )
}

function isAnonymousMonth(path: string): boolean {
  return /\/\d{4}-\d{2}\.json$/.test(path)
}

/** The page has no key, by which files would be known again. */
function sortedAnswers(text: string): unknown {
  const { answers } = JSON.parse(text) as { answers: unknown[] }
  return answers.map((one) => JSON.stringify(one)).sort()
}

/** Lets the page choose a folder of the disk, which no browser does without a person: the parts of the interface that it uses. */
async function openFolderToPage(page: Page, top: string): Promise<void> {
  await page.exposeFunction('disk', (what: string, path: string, content: string) => {
    const place = join(top, path)
    if (what === 'make') return void mkdirSync(place, { recursive: true })
    if (what === 'write') return writeFileSync(place, Buffer.from(content, 'base64'))
    if (!existsSync(place)) return null
    if (what === 'kind') return statSync(place).isDirectory() ? 'directory' : 'file'
    return what === 'names' ? readdirSync(place) : readFileSync(place).toString('base64')
  })
  await page.evaluate(`
    const missing = () => { throw new DOMException('', 'NotFoundError') }
    const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const fileAt = (path) => ({
      getFile: async () => new File([bytesOf(await disk('read', path) ?? missing())], path),
      async createWritable() {
        let bytes = new Uint8Array()
        return {
          async write(content) {
            bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
          },
          close: () => disk('write', path, base64(bytes)),
        }
      },
    })
    const folderAt = (path, name) => ({
      name,
      async getDirectoryHandle(inner, { create }) {
        const place = path + '/' + inner
        if (await disk('kind', place) !== 'directory') create ? await disk('make', place) : missing()
        return folderAt(place, inner)
      },
      async getFileHandle(inner, { create }) {
        const place = path + '/' + inner
        if (await disk('kind', place) !== 'file' && !create) missing()
        return fileAt(place)
      },
      async *keys() { yield* await disk('names', path) },
    })
    window.showDirectoryPicker = async () => folderAt('', 'records')
  `)
}

function press(page: Page, label: string): Promise<unknown> {
  return page.evaluate(
    `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === '${label}').click()`,
  )
}

/** Moves by the Tab key to what has this text or matches. */
async function tabTo(page: Page, text: string, selector = '*'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      `document.activeElement.matches('${selector}') && ${JSON.stringify(text)} === (${JSON.stringify(text)} && document.activeElement.textContent)`,
    )
    if (isThere) return
  }
  throw new Error(`The keyboard does not come to ${text || selector}`)
}

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.textContent')
}

/** Presses a button, by a key where it has the focus, and gives the file that came of it. */
async function saved(page: Page, label: string, key?: 'Enter'): Promise<Uint8Array> {
  const session = await browser.target().createCDPSession()
  const isDone = new Promise<string>((resolve) => {
    session.on('Browser.downloadProgress', ({ state, guid }) => {
      if (state === 'completed') resolve(guid)
    })
  })
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: downloads,
    eventsEnabled: true,
  })
  if (key) await page.keyboard.press(key)
  else await press(page, label)
  const guid = await isDone
  await session.detach()
  return new Uint8Array(readFileSync(join(downloads, guid)))
}
