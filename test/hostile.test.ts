import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { findBrowser } from '../src/browser/index.ts'
import { build } from '../src/index.ts'
import type { FormDefinition } from '../src/model/form.ts'
import { Config } from '../src/model/organisation.ts'
import { launch } from '../src/pack/print/launch.ts'
import { definitionIn } from './support/definitions.ts'
import { filesIn } from './support/files-in.ts'
import { openPage } from './support/open-page.ts'
import { projectPdf } from './support/pdf-projection.ts'
import { copyProject, makeFolder } from './support/project-copy.ts'

const project = copyProject(join(import.meta.dirname, 'fixtures/hostile-answers'))
const before = filesIn(project.folder)
const out = (path: string) => join(project.options.out, path)
const { organisation, answers } = Config.parse(
  JSON.parse(readFileSync(project.options.config, 'utf8')),
)
/** Everything that the organisation says and that stands somewhere in the policy. */
const said = [organisation.name, ...Object.values(answers).flatMap(textsOf)]
const formScript = readFileSync(join(import.meta.dirname, '../bundles/form.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  expect(await build(project.options)).toMatchObject({ ok: true, messages: [] })
  browser = await launch(await findBrowser(), makeFolder())
})

afterAll(() => browser?.close())

test('nothing is written outside the folder', () => {
  const written = filesIn(project.folder).filter((path) => !before.includes(path))
  expect(written.filter((path) => !path.startsWith('out/'))).toEqual(['published-forms.json'])
})

/** The only addresses of the web that the answers hold for everybody to read; `javascript:` and the like lead nowhere. */
const spelt = /^https:\/\/(?:www\.)?example\.org\/$/

describe.each(['index', 'kite-policy', 'kite-loan'])('the page %s, with scripts allowed', (id) => {
  test('runs nothing, loads nothing from elsewhere and has only links of the author, and to what answers spell out', async () => {
    const { dialogs, requests, active, handlers, scripts, policy, addresses } = await open(id)
    expect({ dialogs, active, handlers }).toEqual({ dialogs: [], active: [], handlers: [] })
    const isForm = id === 'kite-loan'
    expect(scripts).toEqual(['assets/site.js', ...(isForm ? ['application/json', formScript] : [])])
    // Only the form's own script is allowed by its hash, whatever the texts of the page spell.
    const digest = createHash('sha256').update(formScript).digest('base64')
    expect(policy.match(/script-src[^;]*/)?.[0].split(' ')).toEqual([
      ...['script-src', "'self'"],
      ...(isForm ? [`'sha256-${digest}'`] : []),
    ])
    const folder = `${pathToFileURL(project.options.out).href}/`
    // The browser's own icons have `data:` addresses.
    const loaded = requests.filter((address) => !address.startsWith('data:'))
    expect(loaded.filter((address) => !address.startsWith(folder))).toEqual([])
    const ours = /^(?:#|[a-z\d-]+\.(?:html|pdf|zip)(?:#|$)|assets\/|mailto:\?subject=[\w%()-]+$)/
    expect(addresses.filter((address) => !ours.test(address) && !spelt.test(address))).toEqual([])
  })
})

test('the page of the policy shows the answers as they are', async () => {
  const shown = squeeze((await open('kite-policy')).text)
  expect(said.filter((text) => !shown.includes(squeeze(text)))).toEqual([])
})

test('the page of the form asks in the words of the answers', async () => {
  const { controls, labels } = await open('kite-loan')
  const asked = new Set(definition().widgets.map(({ name }) => name))
  expect(new Set(controls.filter((name) => name !== ''))).toEqual(asked)
  expect(labels).toContain('<script>alert(4)</script>')
  expect(labels).toContain('Which {{x}} {{{brand.name}}} {{> closing}}?')
  expect(labels).toContain('What of (insert owner) [insert x]?')
})

test('the PDF of the policy shows the answers as they are, inside its pages', async () => {
  const { pages, hasScripts } = await projectPdf(readFileSync(out('kite-policy.pdf')))
  expect(hasScripts).toBe(false)
  const shown = squeeze(pages.map(({ text }) => text).join(' '))
  const missing = said.filter((text) => !shown.includes(squeeze(text)))
  expect(missing).toEqual([])
  for (const { box, textSpan, links, widgets } of pages) {
    const others = links.filter((address) => address !== 'kite-loan.pdf')
    expect(others.filter((address) => !spelt.test(address))).toEqual([])
    expect(widgets).toEqual([])
    expect(textSpan[1]).toBeLessThan(box[2])
  }
})

test('the PDF of the form has the fields of the author and no others', async () => {
  const { pages, hasScripts } = await projectPdf(readFileSync(out('kite-loan.pdf')))
  const widgets = pages.flatMap((page) => page.widgets)
  expect(widgets.map(({ name }) => name)).toEqual(definition().widgets.map(({ name }) => name))
  expect(widgets.map(({ tooltip }) => tooltip)).toContainEqual(
    expect.stringContaining('Name of <script>alert(4)</script> (](javascript:alert(5));'),
  )
  expect(widgets.map(({ tooltip }) => tooltip)).toContainEqual(
    expect.stringContaining('"><img src=x onerror=alert(6)>'),
  )
  expect(hasScripts).toBe(false)
  for (const { box, textSpan, links } of pages) {
    expect(links.filter((address) => address !== 'kite-policy.pdf')).toEqual([])
    expect(textSpan[1]).toBeLessThan(box[2])
  }
})

/** What a browser makes of a page. */
const Inspection = z.object({
  /** Elements that the templates do not have, and that could do something. */
  active: z.array(z.string()),
  /** Where each script comes from, or of what type it is, or its text. */
  scripts: z.array(z.string()),
  /** The policy on what the page may load and run. */
  policy: z.string(),
  /** Attributes that run a script. */
  handlers: z.array(z.string()),
  addresses: z.array(z.string()),
  text: z.string(),
  controls: z.array(z.string()),
  labels: z.array(z.string()),
})

/** An expression for the browser, whose names are not known here. */
const inspection = `(() => {
  const all = (selector, read) => Array.from(document.querySelectorAll(selector), read)
  return {
    active: all('img, iframe, object, embed, base, style, b, i, meta[http-equiv]:not([http-equiv="Content-Security-Policy"])', (e) => e.outerHTML),
    scripts: all('script', (e) => e.getAttribute('src') ?? (e.type || e.textContent)),
    policy: all('meta[http-equiv="Content-Security-Policy"]', (e) => e.content).join(),
    handlers: all('*', (e) => e.getAttributeNames().filter((name) => name.startsWith('on'))).flat(),
    addresses: all('[href]', (e) => e.getAttribute('href')),
    text: document.body.innerText,
    controls: all('input, select, textarea', (e) => e.name),
    labels: all('label, legend', (e) => e.textContent),
  }
})()`

async function open(id: string) {
  const page = await openPage(browser)
  const dialogs: string[] = []
  const requests: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(pathToFileURL(out(`${id}.html`)).href)
  const found = Inspection.parse(await page.evaluate(inspection))
  await page.close()
  return { ...found, dialogs, requests }
}

function definition(): FormDefinition {
  return definitionIn(out(''), 'kite-loan')
}

function textsOf(answer: Config['answers'][string]): string[] {
  if (answer === null) return []
  if (Array.isArray(answer)) return answer
  if (typeof answer === 'object') return Object.entries(answer).flat()
  return [String(answer)]
}

/** Without white space and the marks of direction, which programs may drop, and with which they may break lines. */
function squeeze(text: string): string {
  return text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}
