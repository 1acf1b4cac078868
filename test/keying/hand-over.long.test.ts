import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { INK, KEYING_PAGE } from '../../src/contracts/keying.ts'
import { readAs, slotsOf } from '../../src/contracts/slot.ts'
import { type KeptRecord, readRecords } from '../../src/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { launch } from '../../src/pack/print/launch.ts'
import type { Entry } from '../fillers/filler.ts'
import { fillIn, printPages } from '../paper/completed.ts'
import { PaperProject } from '../paper/project.ts'
import { formIn, startReader } from '../paper/reader.ts'
import { pdfOf, type Scanner, scan } from '../paper/scan.ts'
import { expectedValues } from '../support/expected-values.ts'
import { openPage } from '../support/open-page.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'
import { keyAll, saveByKey } from './keyboard.ts'
import type { Truth } from './tasks.ts'

const pack = await samplePack()
const reader = await startReader()
const office: Scanner = { name: 'office', dpi: 200, depth: 'gray', jpeg: 75, noise: 3, skew: 0.6 }

let browser: Browser

beforeAll(async () => {
  browser = await launch(await findBrowser(), makeFolder())
})

afterAll(() => browser?.close())

/** Pages are printed, scanned and read, which takes its time where much else runs. */
const PATIENT = { timeout: 600_000 }

test(
  'a form that was filled in by pen becomes the record of what was meant, by the keyboard alone',
  PATIENT,
  async () => {
    const form = formIn(pack, 'training-record', reader)
    const { definition } = form
    const { pages, meant } = fillIn(
      await printPages(form.pdf),
      definition,
      { pen: 'black', habit: 'corrected' },
      8,
    )
    const project = new PaperProject(pack)
    const shots = await Promise.all(pages.map((page, index) => scan(page, office, 8 + index)))
    project.put('scan.pdf', await pdfOf(shots))
    const first = await project.import(undefined, { limits: { maxMs: 120_000 } })
    expect(first.counts).toMatchObject({ 'to-key': 1 })
    const path = join(project.records, KEYING_PAGE)
    expect(statSync(path).mode & 0o077, 'only the owner opens it').toBe(0)
    const truth: Truth = Object.fromEntries(
      slotsOf(definition.fields).map((slot) => {
        const { states, hasInk } = meant.find(({ name }) => name === readAs(slot))!
        const isChosen = states.includes(slot.state ?? '')
        if (slot.control === 'radio') return [slot.name, states[0] ?? '']
        if (slot.state !== undefined) return [slot.name, isChosen ? slot.state : '']
        if (!hasInk) return [slot.name, '']
        return [
          slot.name,
          slot.control === 'signature' ? INK : (texts[slot.field.type] ?? 'a plan'),
        ]
      }),
    )
    const { page, faults } = await open(path)
    await keyAll(page, definition, (name) => truth[name])
    writeFileSync(
      join(project.folder, 'in/forms.keyed.json'),
      await saveByKey(page, browser, makeFolder()),
    )
    expect(faults).toEqual([])
    const second = await project.import(undefined, { limits: { maxMs: 120_000 } })
    expect(second.counts).toMatchObject({ 'to-key': 0, rejected: 0 })
    expect(existsSync(path), 'nothing is left to key').toBe(false)
    const records: KeptRecord[] = []
    for await (const one of readRecords(project.records)) records.push(one)
    const [record] = records
    expect(record!.values).toEqual(expectedValues(definition, entriesOf(definition, truth)))
    expect(record).toMatchObject({
      source: { method: 'paper' },
      signatures: definition.fields.flatMap(({ type, name }) =>
        type === 'signature' && truth[name] === INK ? [{ field: name, kind: 'drawn' }] : [],
      ),
    })
    await page.close()
  },
)

/** What a person would have typed into the PDF. */
function entriesOf(form: FormDefinition, truth: Truth): Entry[] {
  return slotsOf(form.fields).flatMap((slot): Entry[] => {
    const { name, control, state = '', field } = slot
    const value = truth[name] ?? ''
    if (control === 'checkbox') return [{ name, kind: 'checkbox', state, on: value === state }]
    if (value === '' || control === 'signature') return []
    const isDate = field.type === 'date'
    if (control !== 'radio') return [{ name, kind: control, value: isDate ? DAY.iso : value }]
    return value === state ? [{ name, kind: 'radio', state, rect: [0, 0, 0, 0] }] : []
  })
}

const DAY = { written: '3 April 2026', iso: '2026-04-03' } as const

const texts: Readonly<Record<string, string>> = {
  date: DAY.written,
  number: '12',
  email: 'rowan@example.org',
}

async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await openPage(browser)
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(pathToFileURL(path).href)
  return { page, faults }
}
