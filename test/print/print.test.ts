import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { slotKey, slotsOf } from '../../src/contracts/slot.ts'
import type { BrowserChoice } from '../../src/model/browser.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { openPrinter, print } from '../../src/pack/print/index.ts'
import { render } from '../../src/pack/render/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { readFixture } from '../support/stages.ts'
import { templates } from '../support/templates.ts'

const fixtures = new URL('../render/fixtures/', import.meta.url)
let browser: BrowserChoice

beforeAll(async () => {
  browser = await findBrowser()
})

describe('a form', () => {
  test('has one link with a size for each slot, inside its page', async () => {
    const [page] = packOf('fields').pages
    const pdf = await printed('fields')
    const links = linksOf(pdf).filter(({ address }) => address.startsWith('field:'))
    const keys = links.map(({ address }) => decodeURIComponent(address.slice('field:'.length)))
    expect(keys.toSorted()).toEqual(
      slotsOf(page?.document.fields ?? [])
        .map(slotKey)
        .toSorted(),
    )
    for (const { box, size } of links) {
      const [left, bottom, right, top] = box
      expect(right - left).toBeGreaterThan(8)
      expect(top - bottom).toBeGreaterThan(8)
      expect(left).toBeGreaterThan(60)
      expect(right).toBeLessThan(size.width - 60)
    }
  })

  test('is A4 or US Letter by the locale', async () => {
    const sizes = await Promise.all(
      ['en-GB', 'en-US'].map(async (locale) => (await printed('fields', locale)).getPage(0)),
    )
    expect(sizes.map((page) => Math.round(page.getHeight()))).toEqual([842, 792])
  })
})

describe('a table', () => {
  test('breaks very long words and addresses, so that the page is not shrunk to their width', async () => {
    const sizes = await sizesOf(await (await printed('typed-answers')).save())
    expect(sizes.get('KPI')).toBe(10)
  })
})

describe('a document with contents', () => {
  test('tells on which page each heading stands', async () => {
    const { assets } = packOf('policy')
    const html = `<!doctype html><title>Pages</title>
      <ol><li><a href="#one"><span data-page-of="one"></span></a></li>
      <li><a href="#two"><span data-page-of="two"></span></a></li></ol>
      <h1 id="one">One</h1><h2 id="two" style="break-before: page">Two</h2>`
    const pdfs = await print([{ id: 'pages', html }], assets, browser)
    expect(await textsOf(pdfs.get('pages'))).toEqual(['1. 1 2. 2 One', 'Two'])
  })

  test('is tagged and has an outline', async () => {
    const { catalog } = await printed('policy')
    expect(catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)).toBeDefined()
    expect(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)).toBeDefined()
  })
})

describe('a page', () => {
  test('runs no script and reaches neither the network nor the disk', async () => {
    const html = `<!doctype html><title>Shut in</title><p id="p">Before</p>
      <script>document.title = 'Ran'; document.getElementById('p').remove()</script>
      <img src="https://example.org/a.png" alt=""><img src="file:///etc/hostname" alt="">
      <a href="a.html">Link</a>`
    const pdfs = await print([{ id: 'shut', html }], [], browser)
    const file = await load(pdfs.get('shut'))
    expect(file.getTitle()).toBe('Shut in')
  })

  test('is printed for each job, and each is told of', async () => {
    const told: string[] = []
    const jobs = ['a', 'b', 'c'].map((id) => ({ id, html: `<title>${id}</title><p>${id}` }))
    const pdfs = await print(jobs, [], browser, { onPrinted: (id) => told.push(id) })
    expect([...pdfs.keys()].toSorted()).toEqual(['a', 'b', 'c'])
    expect(told.toSorted()).toEqual(['a', 'b', 'c'])
  })

  test.skipIf(process.platform === 'win32')(
    'is printed by one browser, time after time',
    async () => {
      const script = `#!/bin/sh\necho started >> "$0.log"\nexec '${browser.executablePath}' "$@"\n`
      const path = join(makeFolder({ browser: script }), 'browser')
      chmodSync(path, 0o755)
      await using printer = openPrinter({ ...browser, executablePath: path })
      for (const id of ['a', 'b']) {
        const pdfs = await printer.print([{ id, html: `<title>${id}</title><p>${id}` }], [])
        expect(await textsOf(pdfs.get(id))).toEqual([id])
      }
      expect(readFileSync(`${path}.log`, 'utf8')).toBe('started\n')
    },
  )

  test('needs no browser when there is nothing to print', async () => {
    const nowhere = { executablePath: '/nowhere', version: '', sandbox: true }
    expect(await print([], [], nowhere)).toEqual(new Map())
    await expect(print([{ id: 'a', html: '' }], [], nowhere)).rejects.toThrow('does not start')
  })
})

function packOf(name: string, locale?: string) {
  const { project, documents } = readFixture(new URL(`${name}/`, fixtures))
  const organisation = { ...project.config.organisation, ...(locale && { locale }) }
  const config = { ...project.config, organisation }
  const filled = fill(documents, { ...project, config }, { draft: false })
  return render(filled.documents, { config, templates }, { draft: false, today: '2026-11-22' })
}

/** The first document of a fixture. */
async function printed(name: string, locale?: string): Promise<PDFDocument> {
  const { pages, assets } = packOf(name, locale)
  const jobs = pages.slice(0, 1).map(({ document, print: html }) => ({ id: document.id, html }))
  const [pdf] = (await print(jobs, assets, browser)).values()
  return load(pdf)
}

function load(pdf: Uint8Array | undefined): Promise<PDFDocument> {
  if (!pdf) throw new Error('Nothing was printed')
  return PDFDocument.load(pdf, { updateMetadata: false })
}

/** The text of each page. */
async function textsOf(pdf: Uint8Array | undefined): Promise<string[]> {
  const file = await getDocument({ data: Uint8Array.from(pdf ?? []), verbosity: 0 }).promise
  const pages = Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1))
  const texts = pages.map(async (page) => {
    const { items } = await (await page).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return (await Promise.all(texts)).map((text) => text.replace(/\s+/g, ' ').trim())
}

/** The size of type of each piece of text on the first page, in points. */
async function sizesOf(pdf: Uint8Array): Promise<Map<string, number>> {
  const file = await getDocument({ data: pdf, verbosity: 0 }).promise
  const { items } = await (await file.getPage(1)).getTextContent()
  const pieces = items.filter((item) => 'str' in item)
  return new Map(pieces.map(({ str, height }) => [str.trim(), Math.round(height * 10) / 10]))
}

function linksOf(file: PDFDocument) {
  return file.getPages().flatMap((page) => {
    const annotations = page.node.Annots()?.asArray() ?? []
    return annotations.map((reference) => {
      const link = file.context.lookup(reference, PDFDict)
      const box = link.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
      const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
      return {
        address: action?.lookup(PDFName.of('URI'), PDFString).decodeText() ?? '',
        box: [box.x, box.y, box.x + box.width, box.y + box.height] as const,
        size: page.getSize(),
      }
    })
  })
}
