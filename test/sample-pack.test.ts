import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../src/contracts/hash.ts'
import { slotKey, slotsOf } from '../src/contracts/slot.ts'
import { FormDefinition } from '../src/model/form.ts'
import { filesIn } from './support/files-in.ts'
import { type PageProjection, projectPdf, type Rectangle } from './support/pdf-projection.ts'
import { samplePack } from './support/sample-pack.ts'

const pack = await samplePack()
const files = filesIn(pack)
const ending = (end: string) => files.filter((path) => path.endsWith(end))
const documents = readdirSync(join(import.meta.dirname, '../content'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => basename(name, '.md'))
const text = (path: string) => readFileSync(join(pack, path), 'utf8')

/** What must not be left of the author's own notation. */
const leftovers = /[([]\s*insert\b|\{\{|\}\}|field:|:::|undefined|\[object /i

/** Room for a page that is laid out in fractions of a point. */
const TOLERANCE = 1

describe.each(documents)('%s', (id) => {
  test('has a page, and a PDF of the same title in the language of the organisation', async () => {
    const [, heading] = /<h1[^>]*>(.*?)<\/h1>/s.exec(text(`${id}.html`)) ?? []
    const { title, language } = await projectPdf(readFileSync(join(pack, `${id}.pdf`)))
    expect(heading).toMatch(/\w/)
    expect({ title, language }).toEqual({ title: heading, language: 'en-GB' })
  })

  test('has a PDF of at most 200 kB', () => {
    expect(readFileSync(join(pack, `${id}.pdf`)).length).toBeLessThanOrEqual(200_000)
  })
})

test('tells of each file in the manifest, with its length and hash', () => {
  const manifest = JSON.parse(text('manifest.json'))
  const present = files.filter((path) => path !== 'manifest.json')
  expect(manifest.files).toEqual(
    present.map((path) => {
      const bytes = readFileSync(join(pack, path))
      return { path, bytes: bytes.length, sha256: sha256Hex(bytes) }
    }),
  )
})

test.each(['.html', '.pdf', '.form.json', '.css'])('has files that end in %s', (end) => {
  expect(ending(end)).not.toEqual([])
})

describe('the page', () => {
  test('of the contents leads to each document', () => {
    expect(referencesIn(text('index.html'))).toEqual(
      expect.arrayContaining(documents.map((id) => `${id}.html`)),
    )
  })

  test.each(ending('.html'))('%s has nothing left of placeholders and fields', (path) => {
    expect(withoutScripts(text(path))).not.toMatch(leftovers)
  })

  test.each(ending('.html'))('%s has no link inside the pack that leads nowhere', (path) => {
    const dead = referencesIn(withoutScripts(text(path))).filter(
      (address) => !isThere(address, path),
    )
    expect(dead).toEqual([])
  })
})

test('the fonts are loaded by a style sheet', () => {
  expect(ending('.css').flatMap(loadedBy)).toContainEqual(expect.stringMatching(/\.woff2$/))
})

test.each(ending('.css'))('%s loads nothing that is not there', (path) => {
  expect(loadedBy(path).filter((url) => !existsSync(join(pack, path, '..', url)))).toEqual([])
})

describe.each(ending('.pdf'))('%s', (path) => {
  const projection = projectPdf(readFileSync(join(pack, path)))

  test('has no script', async () => {
    expect(await projection).toMatchObject({ hasScripts: false })
  })

  test('has nothing left of placeholders and fields', async () => {
    for (const { text, links, annotationTexts } of (await projection).pages)
      expect([text, ...links, ...annotationTexts].join('\n')).not.toMatch(leftovers)
  })

  test('has text inside its pages, and no link that leads nowhere', async () => {
    const { pages, deadLinks } = await projection
    expect(deadLinks).toEqual([])
    for (const { box, text, textSpan, links } of pages) {
      expect(text).not.toBe('')
      expect(textSpan[0]).toBeGreaterThan(box[0])
      expect(textSpan[1]).toBeLessThan(box[2])
      expect(links.filter((address) => !isThere(address, path))).toEqual([])
    }
  })
})

describe.each(ending('.form.json'))('%s', (path) => {
  const form = FormDefinition.parse(JSON.parse(text(path)))
  const projection = projectPdf(readFileSync(join(pack, `${form.id}.pdf`)))

  test('names the places of the PDF, in reading order', async () => {
    const found = (await projection).pages.flatMap(({ widgets }) =>
      widgets.map(({ name, state, type }) => (type === 'radio' ? `${name}#${state}` : name)),
    )
    expect(found).toEqual(slotsOf(form.fields).map(slotKey))
  })

  test('has its places inside the page, apart from each other, each right of or below the last', async () => {
    for (const { box, widgets } of (await projection).pages) {
      const places = widgets.map(({ name, box }) => ({ name, box }))
      expect(places.filter((place) => !isInside(place.box, box))).toEqual([])
      for (const [index, place] of places.entries()) {
        const others = places.slice(index + 1)
        expect(others.filter((other) => overlap(place.box, other.box))).toEqual([])
        const next = others[0]
        if (next && !follows(next.box, place.box)) expect.fail(`${next.name} after ${place.name}`)
      }
    }
  })

  test('leaves no row of a table alone on a page', () => {
    const rows = form.fields.filter(({ type }) => type === 'rows')
    expect(rows.flatMap(({ name }) => rowsByPage(form, name).filter((on) => on.size < 2))).toEqual(
      [],
    )
  })

  test('asks for each place in words', async () => {
    const tooltips = (page: PageProjection) => page.widgets.map(({ tooltip }) => tooltip)
    expect((await projection).pages.flatMap(tooltips)).not.toContain('')
  })
})

/** The numbers of the rows on each page that has some of this table. */
function rowsByPage({ widgets }: FormDefinition, table: string): Set<string>[] {
  const ofTable = widgets.filter(({ name }) => name.startsWith(`${table}.`))
  const pages = Map.groupBy(ofTable, ({ page }) => page)
  return [...pages.values()].map(
    (found) => new Set(found.map(({ name }) => name.slice(table.length + 1).split('.')[0] ?? '')),
  )
}

/** The addresses that a style sheet loads. */
function loadedBy(path: string): string[] {
  return Array.from(text(path).matchAll(/url\(["']?([^"')]+)/g), ([, url = '']) => url)
}

/** The addresses that a page links to or loads. */
function referencesIn(page: string): string[] {
  return Array.from(page.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, address = '']) => address)
}

/** True for what lies outside the pack, and for a file in it that has the place asked for. */
function isThere(address: string, from: string): boolean {
  if (/^(?:https?|mailto|tel):/.test(address)) return true
  const [file = '', anchor] = decodeURI(address).split('#')
  const target = file === '' ? from : file
  if (!files.includes(target)) return false
  return anchor === undefined || text(target).includes(` id="${anchor}"`)
}

function isInside([left, bottom, right, top]: Rectangle, page: Rectangle): boolean {
  return (
    left >= page[0] &&
    bottom >= page[1] &&
    right <= page[2] &&
    top <= page[3] &&
    left < right &&
    bottom < top
  )
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return (
    a[0] < b[2] - TOLERANCE &&
    b[0] < a[2] - TOLERANCE &&
    a[1] < b[3] - TOLERANCE &&
    b[1] < a[3] - TOLERANCE
  )
}

/** True when `next` is further to the right, as in the next column, or further down. */
function follows(next: Rectangle, last: Rectangle): boolean {
  return next[0] >= last[2] - TOLERANCE || next[3] <= last[1] + TOLERANCE
}

function withoutScripts(html: string): string {
  return html.replace(/<script\b.*?<\/script>/gs, '')
}
