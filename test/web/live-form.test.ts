import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { slotsOf } from '../../src/contracts/slot.ts'
import { type FormRead, readForm } from '../../src/forms/read-form.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { launch } from '../../src/pack/print/launch.ts'
import type { Entry } from '../fillers/filler.ts'
import { answersFor } from '../support/answers.ts'
import { definitionsIn } from '../support/definitions.ts'
import { expectedValues } from '../support/expected-values.ts'
import { openPage } from '../support/open-page.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const all = definitionsIn(pack)
/** With `EVERY_FORM=1` in the environment all forms are filled in, which takes some minutes. */
const few = ['training-record', 'equality-monitoring']
const forms = all.filter((form) =>
  // Of private forms a record may hold nothing.
  process.env.EVERY_FORM ? form.private === undefined : few.includes(form.id),
)
const contract = all.find(({ id }) => id === 'mentoring-contract')!
const policyPages = ['index', 'register', 'mentoring-policy']

let browser: Browser
let downloads: string

beforeAll(async () => {
  downloads = makeFolder()
  browser = await launch(await findBrowser(), makeFolder())
  const session = await browser.target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
    eventsEnabled: true,
  })
})

afterAll(() => browser?.close())

describe('filled in by typing, from the disk', () => {
  test.each(forms)('$id gives one record by its PDF and by its data', async (form) => {
    const { page, faults } = await open(form.id)
    const typed = await typeInto(page, form)
    const fromPdf = await read(
      await saved(page, 'Save the completed form', `${form.id}-completed.pdf`),
      form,
    )
    const fromData = await read(await saved(page, 'Save the data', `${form.id}.answers.json`), form)
    expect(fromPdf.draft.values).toEqual(expectedValues(form, typed))
    expect(fromData.draft.values).toEqual(fromPdf.draft.values)
    expect(fromData.draft.signatures).toEqual(fromPdf.draft.signatures)
    expect(fromData.draft.raw).toEqual(fromPdf.draft.raw)
    expect(fromPdf.draft.messages.filter(({ rule }) => rule === 'value-shown-otherwise')).toEqual(
      [],
    )
    expect(faults).toEqual([])
    await page.close()
  })
})

test('a signature is drawn with the mouse', async () => {
  const { page, faults } = await open(contract.id)
  await page.type('[name="mentee.name"]', 'Ada')
  await press(page, 'Draw your signature instead')
  const pad = await page.waitForSelector('.pad:not([hidden])')
  await page.evaluate(
    `document.querySelector('.pad').scrollIntoView({ behavior: 'instant', block: 'center' })`,
  )
  const { x, y } = (await pad!.boundingBox())!
  await page.mouse.move(x + 20, y + 60)
  await page.mouse.down()
  await page.mouse.move(x + 120, y + 20, { steps: 4 })
  await page.mouse.up()
  const { draft } = await read(
    await saved(page, 'Save the completed form', `${contract.id}-completed.pdf`),
    contract,
  )
  expect(draft.signatures).toEqual([{ field: 'mentee.signature', kind: 'drawn' }])
  expect(faults).toEqual([])
  await page.close()
})

test('what is wrong is listed at the end and leads to its box, and is gone when it is right', async () => {
  const { page, faults } = await open(contract.id)
  await page.type('[name="partnership.start"]', 'soon')
  await page.keyboard.press('Tab')
  expect(await textOf(page, '[id="error-partnership.start"]')).toMatch(/must be a real date/)
  await press(page, 'Save the completed form')
  expect(await textOf(page, '.error-summary')).toMatch(
    /There is a problem.*Mentee.s full name has no answer/s,
  )
  expect(await page.title()).toMatch(/^Error: /)
  await page.evaluate(
    `[...document.querySelectorAll('.error-summary a')].find((link) => link.textContent.includes('real date')).click()`,
  )
  expect(await focused(page)).toBe('partnership.start')
  await page.keyboard.press('End')
  await page.keyboard.down('Shift')
  await page.keyboard.press('Home')
  await page.keyboard.up('Shift')
  await page.keyboard.type('3/4/27')
  await page.keyboard.press('Tab')
  expect(await boxOf(page, 'partnership.start')).toBe('3 April 2027')
  expect(await page.$('[id="error-partnership.start"]')).toBeNull()
  expect(faults).toEqual([])
  await page.close()
})

test('rows are added and removed, and what is below moves up', async () => {
  const { page } = await open(contract.id)
  await page.type('[name="actions.1.goal"]', 'one')
  await press(page, 'Add a row')
  expect(await focused(page)).toBe('actions.2.goal')
  await page.keyboard.type('two')
  await page.evaluate(`document.querySelector('td.remove button').click()`)
  expect(await boxOf(page, 'actions.1.goal')).toBe('two')
  expect(await boxOf(page, 'actions.2.goal')).toBe('')
  await page.close()
})

test('values in the address are filled in, and those of an anonymous form are not', async () => {
  const { page } = await open(
    contract.id,
    '#mentee.name=Ada%20Lovelace&actions.2.goal=Learn&no.such=x',
  )
  expect(await boxOf(page, 'mentee.name')).toBe('Ada Lovelace')
  expect(await boxOf(page, 'actions.2.goal')).toBe('Learn')
  await page.close()
  const anonymous = all.find(({ sensitive }) => sensitive === 'anonymous')!
  const field = anonymous.fields.find(({ type }) => type === 'text' || type === 'multiline')
  const { page: other } = await open(anonymous.id, `#${field?.name}=Ada`)
  expect(field && (await boxOf(other, field.name))).toBeFalsy()
  expect(await other.$('.draft-box')).toBeNull()
  await other.close()
})

test('a draft is kept only when somebody says so, and is gone when it is deleted', async () => {
  const { page } = await open(contract.id)
  await page.type('[name="mentee.name"]', 'Ada')
  expect(await page.evaluate('localStorage.length')).toBe(0)
  await press(page, 'Keep a draft in this browser')
  await page.type('[name="mentor.name"]', 'Grace')
  await page.reload()
  expect(await boxOf(page, 'mentor.name')).toBe('Grace')
  await press(page, 'Delete the draft')
  expect(await page.evaluate('localStorage.length')).toBe(0)
  await page.close()
})

test('pages may connect to nothing, and without scripts a form looks closed', async () => {
  for (const id of [...policyPages, contract.id]) {
    const html = readFileSync(join(pack, `${id}.html`), 'utf8')
    expect(html).toMatch(
      /<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*connect-src 'none'/,
    )
    const { page, faults } = await open(id)
    expect(faults).toEqual([])
    await page.close()
  }
  const page = await openPage(browser)
  await page.setJavaScriptEnabled(false)
  await page.goto(addressOf(contract.id))
  expect(await page.$('fieldset.sheet:disabled')).not.toBeNull()
  await page.close()
})

test('a page of a form is light', () => {
  for (const { id } of all) {
    const html = readFileSync(join(pack, `${id}.html`))
    // Each language that there is a table of words for takes some 40 kB of it.
    expect(html.length).toBeLessThan(660_000)
  }
})

function addressOf(id: string): string {
  return pathToFileURL(join(pack, `${id}.html`)).href
}

/** A page, with all that it asks for elsewhere or complains of. */
test('two people with the same answers to an anonymous form send two files, and who saves twice sends one', async () => {
  const form = all.find(({ id }) => id === 'equality-monitoring')!
  const saves: [label: string, name: string][] = [
    ['Save the completed form', `${form.id}-completed.pdf`],
    ['Save the data', `${form.id}.answers.json`],
  ]
  const { page: one } = await open(form.id)
  const { page: other } = await open(form.id)
  for (const [label, name] of saves) {
    const [first, again, ofOther] = [
      await saved(one, label, name),
      await saved(one, label, name),
      await saved(other, label, name),
    ]
    expect(Buffer.from(again).equals(first)).toBe(true)
    expect(Buffer.from(ofOther).equals(first)).toBe(false)
    expect((await read(ofOther, form)).draft.values).toEqual((await read(first, form)).draft.values)
  }
  await Promise.all([one.close(), other.close()])
})

async function open(id: string, hash = ''): Promise<{ page: Page; faults: string[] }> {
  const page = await openPage(browser)
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(file:|data:image|blob:)/.test(url)) faults.push(url)
  })
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(addressOf(id) + hash)
  return { page, faults }
}

/** Types and clicks what a person would, and gives what got into the form. */
async function typeInto(page: Page, form: FormDefinition): Promise<Entry[]> {
  const typed: Entry[] = []
  const slots = Map.groupBy(slotsOf(form.fields), ({ name }) => name)
  for (const entry of answersFor(form)) {
    const [slot] = slots.get(entry.name) ?? []
    const at = `[name="${entry.name}"]`
    if (!slot) continue
    if (slot.cell && (await isHidden(page, at))) await pressIn(page, at, 'Add a row')
    if (await isHidden(page, at)) continue
    const isList = (await page.$(`select${at}`)) !== null
    const option = slots
      .get(entry.name)
      ?.find((one) => one.state === ('state' in entry ? entry.state : undefined))?.option
    if (entry.kind === 'text') await page.type(at, entry.value)
    else if (entry.kind === 'checkbox') {
      if (entry.on) await choose(page, at)
    } else if (entry.kind === 'radio' && !isList)
      await choose(page, `${at}[value="${option?.value}"]`)
    else {
      const label = entry.kind === 'dropdown' ? entry.value : option?.label
      const value = await evaluated<string | undefined>(
        page,
        `[...document.querySelector('${at}').options].find((one) => one.text === ${JSON.stringify(label)})?.value`,
      )
      await page.select(at, value ?? '')
    }
    typed.push(entry)
  }
  for (const { type, name } of form.fields)
    if (type === 'signature') await page.type(`[name="${name}"]`, 'Łukasz Żółć')
  return typed
}

/** By the keyboard, since a page that still scrolls has its boxes elsewhere. */
async function choose(page: Page, selector: string): Promise<void> {
  await page.focus(selector)
  await page.keyboard.press('Space')
}

async function isHidden(page: Page, selector: string): Promise<boolean> {
  return evaluated(
    page,
    `document.querySelector(${JSON.stringify(selector)}).offsetParent === null`,
  )
}

function press(page: Page, label: string): Promise<unknown> {
  return page.evaluate(
    `[...document.querySelectorAll('button')]
      .find(({ textContent, hidden }) => textContent === ${JSON.stringify(label)} && !hidden)?.click()`,
  )
}

/** The button below the table that a box stands in. */
function pressIn(page: Page, selector: string, label: string): Promise<unknown> {
  return page.evaluate(
    `[...document.querySelector(${JSON.stringify(selector)}).closest('.question').querySelectorAll('button')]
      .find(({ textContent }) => textContent === ${JSON.stringify(label)})?.click()`,
  )
}

/** The browser's own types are none of Node, so that what runs there is text. */
async function evaluated<Value>(page: Page, script: string): Promise<Value> {
  return (await page.evaluate(script)) as Value
}

async function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, ({ textContent }) => textContent ?? '')
}

async function boxOf(page: Page, name: string): Promise<string> {
  return evaluated(page, `document.querySelector('[name="${name}"]').value`)
}

async function focused(page: Page): Promise<string | null> {
  return evaluated(page, `document.activeElement?.getAttribute('name') ?? null`)
}

/** Presses the button and gives the file that came of it; what is missing does not hinder. */
async function saved(page: Page, label: string, name: string): Promise<Uint8Array> {
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
  const suggested = new Promise<string>((resolve) => {
    session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => resolve(suggestedFilename))
  })
  await press(page, label)
  await press(page, 'Save it as it is')
  const guid = await isDone
  expect(await suggested).toBe(name)
  await session.detach()
  return new Uint8Array(readFileSync(join(downloads, guid)))
}

async function read(bytes: Uint8Array, form: FormDefinition): Promise<FormRead> {
  const { hash, organisation } = form
  const result = await readForm(bytes, {
    file: 'form',
    known: { definitions: [form], publishedHashes: new Set([hash]), organisation },
  })
  if (result.status !== 'read') throw new Error(JSON.stringify(result.messages))
  return result
}
