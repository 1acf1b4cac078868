import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawn } from '@lydell/node-pty'
import { createCanvas, ImageData } from '@napi-rs/canvas'
import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../../src/browser/index.ts'
import { KEYING_PAGE } from '../../src/contracts/keying.ts'
import { adopt, build, importForms } from '../../src/index.ts'
import { FormDefinition } from '../../src/model/form.ts'
import { wordFiles } from '../adopt/word-files.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfium } from '../fillers/pdfium.ts'
import { fillIn, printPages } from '../paper/completed.ts'
import { formIn, startReader } from '../paper/reader.ts'
import { pdfOf, scan, scanners } from '../paper/scan.ts'
import { copyIn, startPdfium } from '../support/pdfium.ts'

/** Makes the pictures of the README anew from the sample organisation: `node test/pictures/make.ts`. */

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
const out = join(folder, 'out')

const answers = {
  'mentee.name': 'Zoë Lindqvist',
  'mentor.name': 'Tomás Okafor',
  'partnership.start': '3/4/27',
  'partnership.end': '3 October 2027',
  'meetings.number': '6',
  'actions.1.goal': 'Lead a workshop',
  'actions.1.action': 'Shadow two, then run one',
  'actions.1.due': '30/06/2027',
  'mentee.signedOn': '1 April 2027',
  'mentor.signedOn': '2 April 2027',
}

const PIXELS_A_POINT = 1.15
/** The share of the page that has something on it, from the top. */
const SHOWN = 0.84
/** Red before blue, as a canvas has them. */
const REVERSED = 0x10
const WITH_ANNOTATIONS = 0x01
const COLUMNS = 148
const ESCAPE = '\u001b['

const terminalStyle = `
  pre { box-sizing: border-box; display: inline-block; width: calc(${COLUMNS}ch + 40px); margin: 0; padding: 16px 20px;
    background: #14191f; color: #e4e8ec; font: 12px/1.5 'DejaVu Sans Mono', Menlo, Consolas, monospace;
    white-space: pre-wrap; word-break: break-all }
  i { font-style: normal; color: #fff }
  .s2 { color: #8b98a5 } .s31 { color: #ff8b80 } .s32 { color: #7ddf8f } .s33 { color: #f2cc60 } .s34 { color: #7fb8ff }`

try {
  copyFileSync(join(root, 'org.config.json'), join(folder, 'org.config.json'))
  const { ok } = await build({
    config: join(folder, 'org.config.json'),
    date: new Date('2026-12-01'),
  })
  if (!ok) throw new Error('The pack of the sample organisation has faults')
  await makeForms()
  save('form.png', await drawPage(readFileSync(join(folder, 'completed', 'contract.pdf'))))
  const { executablePath, sandbox } = await findBrowser()
  const browser = await puppeteer.launch({ executablePath, args: sandbox ? [] : ['--no-sandbox'] })
  save('page.png', await drawSite(browser))
  save('adopted.png', await drawAdopted(browser))
  save('keying.png', await drawKeying(browser))
  save('import.png', await drawTerminal(browser, await runImport()))
  await browser.close()
  console.log(readRecord())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A contract as two people filled it in, and a file that is none. */
async function makeForms(): Promise<void> {
  const form = FormDefinition.parse(
    JSON.parse(readFileSync(join(out, 'forms', 'mentoring-contract.form.json'), 'utf8')),
  )
  const monthly = form.widgets.find(({ state }) => state === 'monthly')
  if (!monthly) throw new Error('The contract does not ask how often to meet')
  const texts = Object.entries(answers).map(
    ([name, value]): Entry => ({ name, kind: 'text', value }),
  )
  const { name, rect } = monthly
  const entries: Entry[] = [...texts, { name, kind: 'radio', state: 'monthly', rect }]
  mkdirSync(join(folder, 'completed'))
  const blank = new Uint8Array(readFileSync(join(out, 'mentoring-contract.pdf')))
  writeFileSync(join(folder, 'completed', 'contract.pdf'), await pdfium.fill(blank, entries))
  writeFileSync(join(folder, 'completed', 'notes.pdf'), 'Notes of our first meeting')
}

/** The first page of a form with what is filled in, as Chrome shows it. */
async function drawPage(pdf: Uint8Array): Promise<Uint8Array> {
  const module = await startPdfium()
  const document = module.FPDF_LoadMemDocument(copyIn(module, pdf), pdf.length, '')
  const form = module.PDFiumExt_InitFormFillEnvironment(
    document,
    module.PDFiumExt_OpenFormFillInfo(),
  )
  module.FPDF_SetFormFieldHighlightAlpha(form, 0)
  const page = module.FPDF_LoadPage(document, 0)
  module.FORM_OnAfterLoadPage(page, form)
  const width = Math.round(module.FPDF_GetPageWidthF(page) * PIXELS_A_POINT)
  const height = Math.round(module.FPDF_GetPageHeightF(page) * PIXELS_A_POINT)
  const bitmap = module.FPDFBitmap_Create(width, height, 0)
  module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  const place = [0, 0, width, height, 0, REVERSED | WITH_ANNOTATIONS] as const
  module.FPDF_RenderPageBitmap(bitmap, page, ...place)
  module.FPDF_FFLDraw(form, bitmap, page, ...place)
  const start = module.FPDFBitmap_GetBuffer(bitmap)
  const pixels = module.pdfium.HEAPU8.slice(start, start + width * height * 4)
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255
  const canvas = createCanvas(width, Math.round(height * SHOWN))
  canvas
    .getContext('2d')
    .putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0)
  return canvas.toBuffer('image/png')
}

async function drawSite(browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1100, height: 760 })
  await page.goto(pathToFileURL(join(out, 'mentoring-policy.html')).href)
  return page.screenshot({ type: 'png' })
}

/** What is told of a Word file that was adopted, beside the document that was made of it. */
async function drawAdopted(browser: Browser): Promise<Uint8Array> {
  const make = wordFiles['a whole policy']
  if (!make) throw new Error('There is no Word file to adopt')
  const source = { name: 'Grievance policy.docx', bytes: await make() }
  const adopted = await adopt({ config: join(folder, 'own', 'org.config.json'), source })
  writeFileSync(
    adopted.page,
    readFileSync(adopted.page, 'utf8').replaceAll(`${join(folder, 'own')}/`, ''),
  )
  const page = await browser.newPage()
  await page.setViewport({ width: 1240, height: 860 })
  await page.goto(pathToFileURL(adopted.page).href)
  return page.screenshot({ type: 'png' })
}

/** The page to key, of a form that was filled in with a pen and scanned. */
async function drawKeying(browser: Browser): Promise<Uint8Array> {
  const form = formIn(out, 'mentoring-contract', await startReader())
  const person = { pen: 'ballpoint', habit: 'corrected' } as const
  const { pages } = fillIn(await printPages(form.pdf), form.definition, person, 12)
  const shots = await Promise.all(pages.map((page, index) => scan(page, scanners[1]!, index)))
  const paper = join(folder, 'scan.pdf')
  writeFileSync(paper, await pdfOf(shots))
  const to = join(folder, 'keyed')
  const limits = { maxMs: 120_000 }
  await importForms({ paths: [paper], config: join(folder, 'org.config.json'), to, limits })
  const page = await browser.newPage()
  await page.setViewport({ width: 1180, height: 900 })
  await page.goto(pathToFileURL(join(to, KEYING_PAGE)).href)
  return page.screenshot({ type: 'png' })
}

/** All that an import writes to a terminal, with its colours. */
function runImport(): Promise<string> {
  const args = [join(root, 'src/bin.ts'), 'import', 'completed']
  const child = spawn(process.execPath, args, { cwd: folder, cols: COLUMNS, rows: 50 })
  let shown = ''
  child.onData((data) => {
    shown += data
  })
  return new Promise((resolve) => child.onExit(() => resolve(shown)))
}

async function drawTerminal(browser: Browser, shown: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1200, height: 100 })
  const lines = shown.split('\r\n').map((line) => line.split('\r\u001b[K').at(-1) ?? '')
  await page.setContent(
    `<style>${terminalStyle}</style><pre><i>$ npx policypack import completed</i>\n${asHtml(lines.join('\n').trimEnd())}</pre>`,
  )
  const text = await page.$('pre')
  if (!text) throw new Error('The browser shows no text')
  return text.screenshot({ type: 'png' })
}

/** Each colour or weight becomes an element, which the code that takes it back ends. */
function asHtml(text: string): string {
  const [first = '', ...parts] = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split(ESCAPE)
  return (
    first + parts.map((part) => part.replace(/^(\d+)m/, (_, code: string) => tagOf(code))).join('')
  )
}

function tagOf(code: string): string {
  return code === '39' || code === '22' ? '</span>' : `<span class="s${code}">`
}

/** The values of the record that the import kept, which the README shows as well. */
function readRecord(): string {
  const [path = ''] = globSync('records/mentoring-contract/*.json', { cwd: folder })
  return JSON.stringify(JSON.parse(readFileSync(join(folder, path), 'utf8')).values, null, 2)
}

function save(name: string, png: Uint8Array): void {
  writeFileSync(join(root, 'docs/pictures', name), png)
  console.log(`docs/pictures/${name}  ${Math.round(png.length / 1024)} KB`)
}
