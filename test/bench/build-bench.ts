import { readFileSync, writeFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../../src/browser/index.ts'
import { destinationPages } from '../../src/contracts/destinations.ts'
import { build } from '../../src/index.ts'
import type { BrowserChoice } from '../../src/model/browser.ts'
import type { RenderedPack, StampedDocument } from '../../src/model/project.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { load } from '../../src/pack/load/index.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { type PrintJob, print } from '../../src/pack/print/index.ts'
import { render } from '../../src/pack/render/index.ts'
import { assemblePack, openPart, stamp } from '../../src/pack/stamp/index.ts'
import { typeset } from '../../src/pack/typeset/index.ts'
import { inTurn, seconds } from './clock.ts'
import type { Add } from './table.ts'

const PACK = 'pack'

/** Measures the build of the sample pack beside Chromium printing the same pages and nothing else. */
export async function benchBuild(add: Add, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  const config = join(folder, 'org.config.json')
  await copyFile(join(import.meta.dirname, '../../org.config.json'), config)
  const browser = await findBrowser()
  const { pack, jobs, documents, project } = await prepare(config, browser)

  let turn = 0
  const times = await inTurn(runs, {
    floor: () => printAlone(jobs, pack),
    whole: () => build({ config, out: join(folder, 'out'), force: true }),
    printing: () => print(jobs, pack.assets, browser),
    oneAnswer() {
      turn += 1
      changeAnswer(config, turn)
      return build({ config, out: join(folder, 'out') })
    },
  })
  const prints: number[] = []
  const printed = await print(jobs, pack.assets, browser, {
    onPrinted: (_, printed) => prints.push(printed.prints),
  })
  const stamping = await seconds(runs, async () => {
    const stamped: StampedDocument[] = []
    for (const document of documents)
      stamped.push(await stamp(printed.get(document.id)!, document, project))
    const parts = await Promise.all(
      stamped.map(async (one) => ({ ...one, part: await openPart(one.pdf) })),
    )
    await assemblePack({ title: pack.title, frame: printed.get(PACK)!, parts }, project)
  })
  add('whole build', 'Chromium printing the same alone', times.whole / times.floor)
  add('printing', 'Chromium printing the same alone', times.printing / times.floor)
  add('stamping', 'printing', stamping / times.printing)
  add('build, one answer changed', 'whole build', times.oneAnswer / times.whole)
  const all = prints.reduce((sum, count) => sum + count, 0)
  add('prints', 'documents', all / prints.length)
  await rm(folder, { recursive: true })
}

/** An answer that one document uses becomes another. */
function changeAnswer(config: string, turn: number): void {
  const text = readFileSync(config, 'utf8')
  writeFileSync(config, text.replace(/("refreshments budget": ")[^"]*/, `$1£${turn}`))
}

async function prepare(config: string, browser: BrowserChoice) {
  const project = await load({ config })
  if ('messages' in project) throw new Error('The sample organisation does not load')
  const parsed = project.sources.map(parse).filter((document) => document !== undefined)
  const { documents } = fill(
    parsed.map((one) => typeset(one, project.config.organisation)),
    project,
    { draft: false },
  )
  const pack = render(documents, project, { draft: false, today: '2026-11-22', combined: true })
  const ofDocuments = pack.pages.map(({ document, print: html }) => ({ id: document.id, html }))
  const printed = await print(ofDocuments, pack.assets, browser)
  const pages = new Map(Array.from(printed, ([id, pdf]) => [id, destinationPages(pdf).pages]))
  const jobs = [...ofDocuments, { id: PACK, ...pack.combined!(pages) }]
  return { project, documents, pack, jobs }
}

/** What Chromium needs for the same pages, one tab, nothing of ours in between. */
async function printAlone(jobs: readonly PrintJob[], { assets }: RenderedPack): Promise<void> {
  const { executablePath, sandbox } = await findBrowser()
  const browser = await puppeteer.launch({
    executablePath,
    args: sandbox ? [] : ['--no-sandbox'],
  })
  const files = new Map(assets.map(({ path, bytes }) => [`/${path}`, Buffer.from(bytes)]))
  const pages = new Map(jobs.map(({ id, html }) => [`/${id}`, html]))
  const page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    const body = pages.get(pathname) ?? files.get(pathname)
    void request.respond(
      body === undefined
        ? { status: 404 }
        : { body, ...(pages.has(pathname) && { contentType: 'text/html; charset=utf-8' }) },
    )
  })
  for (const { id } of jobs) {
    await page.goto(`http://bench.invalid/${id}`, { waitUntil: 'load' })
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  }
  await browser.close()
}
