import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import {
  KEYING_PAGE,
  type KeyedAnswers,
  type KeyingTask,
  readKeyedAnswers,
} from '../../src/contracts/keying.ts'
import { keyingPage } from '../../src/forms/keying-page/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { launch } from '../../src/pack/print/launch.ts'
import { definitionIn } from '../support/definitions.ts'
import { openPage } from '../support/open-page.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'
import { keyAll, saveByKey } from './keyboard.ts'
import { taskOf, truthOf } from './tasks.ts'

const pack = await samplePack()
const formOf = (id: string): FormDefinition => definitionIn(pack, id)
const record = formOf('training-record')
const equality = formOf('equality-monitoring')
const contract = formOf('mentoring-contract')
const truth = truthOf(record)
const whole = taskOf(record, truth, 'a'.repeat(16))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const widths = [320, 768, 1280]

let browser: Browser

beforeAll(async () => {
  browser = await launch(await findBrowser(), makeFolder())
})

afterAll(() => browser?.close())

test('a form is keyed by the keyboard alone, and what is saved is what stands on the paper', async () => {
  const unread = Object.keys(truth).find((name) => /\.1\./.test(name) && truth[name] !== '')!
  const { page, faults } = await open([whole])
  expect(await evaluated(page, CHOSEN), 'nothing is chosen or filled in').toEqual([])
  await keyAll(page, record, (name) => (name === unread ? undefined : truth[name]))
  const { tasks, by } = await saved(page)
  expect(by).toBeUndefined()
  expect(tasks).toMatchObject([{ id: whole.id, form: { id: record.id, hash: record.hash } }])
  const answers = tasks[0]!.answers
  expect(valuesIn(answers)).toEqual({ ...truth, [unread]: '' })
  expect(answers[unread]).toEqual({ value: '', method: 'unreadable' })
  const methods = Object.values(answers).map(({ method }) => method)
  expect(new Set(methods)).toEqual(new Set(['mark-read', 'keyed', 'unreadable']))
  expect(faults).toEqual([])
  await page.close()
})

test('what is certain can be opened and corrected, and is keyed then', async () => {
  const { page } = await open([whole])
  const certain = whole.questions.flatMap(({ reading }) =>
    reading.is === 'empty' ? [reading.name] : [],
  )
  const [name] = certain
  await page.evaluate(`{
    document.querySelector('.certain').open = true
    const all = [...document.querySelectorAll('.one')]
    for (const one of all) one.open = true
  }`)
  await page.waitForSelector(`.one [name="${name}"]`)
  await page.type(`[name="${name}"]`, 'It stands there')
  const before = await saved(page)
  expect(before.tasks[0]!.answers[name!]).toEqual({ value: 'It stands there', method: 'keyed' })
  await page.close()
})

test('what was saved is opened again, and a reload goes on where somebody was', async () => {
  const { page, faults } = await open([whole])
  const [first, second] = whole.questions.flatMap(({ reading }) =>
    reading.is === 'written' ? [reading.name] : [],
  )
  await page.type(`[name="${first}"]`, 'One')
  await page.type('#keyed-by', 'Łukasz')
  const begun = await saved(page)
  expect(begun).toMatchObject({
    by: 'Łukasz',
    tasks: [{ answers: { [first!]: { value: 'One' } } }],
  })
  expect(begun.tasks[0]!.answers).not.toHaveProperty([second!])
  await page.reload()
  expect(await typedIn(page, first!)).toBe('One')
  await press(page, 'Delete what the browser keeps')
  await page.reload()
  expect(await typedIn(page, first!)).toBe('')
  const path = join(makeFolder(), 'paper.keyed.json')
  writeFileSync(path, JSON.stringify(begun))
  await (await page.$('#open-keyed'))!.uploadFile(path as never)
  await page.waitForFunction(`document.querySelector('.save-status').textContent !== ''`)
  expect(await textOf(page, '.save-status')).toBe('1 form of the file is on this page.')
  expect(await typedIn(page, first!)).toBe('One')
  writeFileSync(path, '{"policypackAnswers": 1}')
  await (await page.$('#open-keyed'))!.uploadFile(path as never)
  await page.waitForFunction(
    `document.querySelector('.save-status').textContent.includes('no file')`,
  )
  expect(faults).toEqual([])
  await page.close()
})

test('an answer is checked as the form checks it, and what was left empty as well', async () => {
  const task = taskOf(contract, truthOf(contract), 'c'.repeat(16))
  const { page } = await open([task])
  await page.type('[name="partnership.start"]', 'soon')
  await page.keyboard.press('Tab')
  expect(await textOf(page, '[id="error-partnership.start"]')).toMatch(/must be a real date/)
  await page.focus('[name="mentee.name"]')
  await page.keyboard.press('F4')
  expect(await textOf(page, '[id="error-mentee.name"]')).toMatch(/has no answer/)
  await page.focus('[name="mentee.name"]')
  await page.keyboard.press('F8')
  expect(await page.$('[id="error-mentee.name"]')).toBeNull()
  await page.close()
})

test('the whole page is one key away, larger and smaller, and Escape leads back', async () => {
  const { page } = await open([whole])
  const [name] = whole.questions.flatMap(({ reading }) =>
    reading.is === 'written' ? [reading.name] : [],
  )
  await page.focus(`[name="${name}"]`)
  await page.keyboard.press('F2')
  const width = (): Promise<unknown> => page.$eval('dialog img', (image) => image.clientWidth)
  const fits = Number(await width())
  await page.keyboard.press('+')
  expect(Number(await width())).toBeGreaterThan(1.4 * fits)
  await page.keyboard.press('-')
  expect(await width()).toBe(fits)
  expect(await page.$$eval('dialog .pages button', (all) => all.length)).toBe(record.pages)
  await page.keyboard.press('Escape')
  expect(await evaluated(page, 'document.activeElement.name')).toBe(name)
  await page.close()
})

test('what a program read is not filled in before somebody takes it, and is keyed then', async () => {
  const index = whole.questions.findIndex(({ reading }) => reading.is === 'written')
  const { name } = whole.questions[index]!.reading
  const questions = whole.questions.with(index, {
    ...whole.questions[index]!,
    suggestion: 'Ada </script><b>',
  })
  const { page, faults } = await open([{ ...whole, questions }])
  expect(await typedIn(page, name)).toBe('')
  await page.focus(`[name="${name}"]`)
  await page.keyboard.press('F9')
  expect(await typedIn(page, name)).toBe('Ada </script><b>')
  const { tasks } = await saved(page)
  expect(tasks[0]!.answers[name]).toEqual({ value: 'Ada </script><b>', method: 'keyed' })
  expect(faults).toEqual([])
  await page.close()
})

test('answers of anonymous forms come one by one in any order, with no page and nothing kept', async () => {
  const copies = [1, 2, 3].flatMap((copy) => piecesOf(String(copy)))
  const { page, faults } = await open(copies)
  expect(await page.$$eval('.item', (all) => all.length)).toBe(1)
  expect(await evaluated(page, `document.body.innerText.includes('Whole page')`)).toBe(false)
  const orders = new Set<string>()
  for (let count = 0; count < 4; count++) {
    await page.reload()
    orders.add(String(await evaluated(page, `document.querySelector('.item').textContent`)))
    orders.add(String(await evaluated(page, `document.querySelector('.item img').src.slice(-200)`)))
  }
  expect(orders.size).toBeGreaterThan(2)
  const answers = truthOf(equality)
  await keyAll(page, equality, (name) => answers[name])
  const keyed = await saved(page)
  expect(keyed.saved).toBeUndefined()
  expect(keyed.tasks).toHaveLength(copies.length)
  for (const { answers: own } of keyed.tasks)
    for (const [name, { value }] of Object.entries(own)) expect(value).toBe(answers[name])
  expect(await evaluated(page, 'localStorage.length')).toBe(0)
  expect(faults).toEqual([])
  await page.close()
})

test('missing and mixed pages are said at the top, and questions of lost ones are left out in one go', async () => {
  const lost = contract.pages - 1
  const task = taskOf(contract, truthOf(contract), 'd'.repeat(16))
  const questions = task.questions.map((one) => {
    const { name } = one.reading
    const isLost = contract.widgets.some(
      (widget) =>
        widget.page === lost && (widget.name === name || widget.name.startsWith(`${name}.`)),
    )
    const reading = { is: 'uncertain', name, why: 'page-missing', states: [] } as const
    return isLost ? { ...one, reading, crops: [] } : one
  })
  const { page } = await open([{ ...task, questions, missing: [lost], isMixed: true }])
  const notes = await page.$$eval('.note', (all) => all.map(({ textContent }) => textContent))
  expect(notes[0]).toMatch(/^Pages are missing: \d+\. Look for them/)
  expect(notes[1]).toMatch(/^Pages of several copies/)
  await evaluated(page, `document.querySelector('.note button').click()`)
  const { tasks } = await saved(page)
  const lostAnswers = Object.values(tasks[0]!.answers).filter(
    ({ method }) => method === 'unreadable',
  )
  expect(lostAnswers.length).toBeGreaterThan(2)
  await page.close()
})

test('texts with markup are texts', async () => {
  const hostile = '</script><img src=x onerror=alert(1)><b>'
  const form = {
    ...record,
    fields: record.fields.map((field) => ({ ...field, label: `${field.label} ${hostile}` })),
  }
  const { page, faults } = await open(
    [{ ...whole, form: { ...whole.form, title: hostile } }],
    [form],
    hostile,
  )
  expect(await page.$$eval('.item', (all) => all.length)).toBeGreaterThan(5)
  expect(await page.$('main b, img[src="x"]')).toBeNull()
  expect(await textOf(page, 'h2')).toBe(hostile)
  expect(faults).toEqual([])
  await page.close()
})

test('with a hundred forms one is drawn at a time, and a key draws little', async () => {
  const many = Array.from({ length: 100 }, (_, index) => ({
    ...whole,
    id: String(index).padStart(16, '0'),
  }))
  const { page } = await open(many)
  const items = await page.$$eval('.item', (all) => all.length)
  expect(items).toBeLessThan(whole.questions.length + 1)
  const drawn = await evaluated(
    page,
    `(() => {
      const changes = new MutationObserver(() => {})
      changes.observe(document, { subtree: true, childList: true })
      const box = document.querySelector('.item input[type="text"]')
      box.value = 'x'
      box.dispatchEvent(new Event('input', { bubbles: true }))
      return changes.takeRecords().reduce((sum, { addedNodes }) => sum + addedNodes.length, 0)
    })()`,
  )
  expect(Number(drawn)).toBeLessThan(10)
  await page.close()
})

test('it looks right in light and dark, from a telephone to a wide screen, for axe and as HTML', async () => {
  const tasks = [whole, ...piecesOf('1')]
  for (const language of ['en-GB', 'de-DE']) {
    const { page, faults } = await open(tasks, [record, equality], 'Larkspur', language)
    await page.evaluate(axe)
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
    for (const [index, width] of widths.entries()) {
      await page.setViewport({ width, height: 900 })
      const value = index % 2 ? 'dark' : 'light'
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      expect(await evaluated(page, 'document.documentElement.scrollWidth')).toBe(width)
      expect(
        await evaluated(
          page,
          `axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
        ),
        `${language}, ${value} at ${width} pixels`,
      ).toEqual([])
    }
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-redundant-role': 'off', 'no-inline-style': 'off' },
    })
    const drawn = String(
      await evaluated(
        page,
        `{ for (const one of document.querySelectorAll('script, style')) one.remove()
          '<!doctype html>' + document.documentElement.outerHTML }`,
      ),
    )
    const { results } = await validator.validateString(drawn)
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId} ${message}`),
      ),
    ).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  }
})

/** Names of what is chosen or filled in among the questions to key. */
const CHOSEN = `[...document.querySelectorAll('.item :is(input, select, textarea)')]
  .filter((one) => one.checked || (!['radio', 'checkbox'].includes(one.type) && one.value !== ''))
  .map((one) => one.name)`

/** The questions of an anonymous form, each as a task of its own. */
function piecesOf(copy: string): KeyingTask[] {
  const task = taskOf(equality, truthOf(equality), copy)
  return task.questions.map((question, index) => ({
    ...task,
    id: `${copy}${String(index).padStart(15, '0')}`,
    questions: [question],
  }))
}

async function open(
  tasks: readonly KeyingTask[],
  definitions = [record, equality, contract],
  organisation = 'Larkspur Lantern Cooperative',
  language = 'en-GB',
): Promise<{ page: Page; faults: string[] }> {
  const path = join(makeFolder(), KEYING_PAGE)
  writeFileSync(path, await keyingPage({ tasks, definitions, organisation, language }))
  const page = await openPage(browser)
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(file:\/\/.*to-key\.html$|data:image|blob:)/.test(url)) faults.push(url)
  })
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(pathToFileURL(path).href)
  await evaluated(page, 'localStorage.clear()')
  await page.reload()
  return { page, faults }
}

/** Presses the button that saves, and reads the file. */
async function saved(page: Page): Promise<KeyedAnswers> {
  const keyed = readKeyedAnswers(await saveByKey(page, browser, makeFolder()))
  if (keyed === undefined || keyed === 'damaged') throw new Error('The file cannot be read')
  return keyed
}

function valuesIn(answers: KeyedAnswers['tasks'][number]['answers']): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]))
}

function press(page: Page, label: string): Promise<unknown> {
  return page.evaluate(
    `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === ${JSON.stringify(label)}).click()`,
  )
}

function evaluated(page: Page, script: string): Promise<unknown> {
  return page.evaluate(script)
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, ({ textContent }) => textContent ?? '')
}

function typedIn(page: Page, name: string): Promise<unknown> {
  return evaluated(page, `document.querySelector('[name="${name}"]').value`)
}
