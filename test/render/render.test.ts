import { readdirSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { slotKey, slotsOf } from '../../src/contracts/slot.ts'
import { messagesOf } from '../../src/messages/message.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { render } from '../../src/pack/render/index.ts'
import { readFixture } from '../support/stages.ts'
import { templates } from '../support/templates.ts'

const fixtures = new URL('fixtures/', import.meta.url)
const today = '2026-11-22'

describe.each(readdirSync(fixtures))('%s', (name) => {
  const { pages, index, register, reviews, ...pack } = packOf(name)
  const combined =
    pack.combined?.(new Map(pages.map(({ document }) => [document.id, 2]))).html ?? ''

  test('is drawn as before', async () => {
    expect(pages).not.toEqual([])
    for (const { document, screen, print } of pages) {
      const golden = `fixtures/${name}/expected/${document.id}`
      await expect(withoutStyle(screen)).toMatchFileSnapshot(`${golden}.screen.html`)
      await expect(withoutStyle(print)).toMatchFileSnapshot(`${golden}.print.html`)
    }
    await expect(index).toMatchFileSnapshot(`fixtures/${name}/expected/index.html`)
    await expect(register).toMatchFileSnapshot(`fixtures/${name}/expected/register.html`)
    await expect(withoutStyle(combined)).toMatchFileSnapshot(
      `fixtures/${name}/expected/pack.print.html`,
    )
    await expect(reviews).toMatchFileSnapshot(`fixtures/${name}/expected/reviews.ics`)
  })

  test('has a place for each slot of a form, once', () => {
    for (const { document, screen, print } of pages) {
      const slots = slotsOf(document.fields)
      const marked = all(print, /href="field:([^"]*)"/g).map((key) => decodeURIComponent(key))
      expect(marked.toSorted()).toEqual(slots.map(slotKey).toSorted())
      const controls = all(screen, /<(?:input|select|textarea)\b[^>]* name="([^"]*)"/g)
      // What are buttons in print is one list on the screen.
      const shown = slots.filter(
        ({ field, name }, index) => field.type !== 'select' || name !== slots[index - 1]?.name,
      )
      expect(controls.toSorted()).toEqual(shown.map((slot) => slot.name).toSorted())
    }
  })

  test('has a place for each page of all documents in the combined page', () => {
    expect(all(combined, /href="page:([^"]*)"/g).toSorted()).toEqual(
      pages.flatMap(({ document: { id } }) => [`${id}#0`, `${id}#1`]).toSorted(),
    )
  })

  test('leads each link within the combined page to a place there', () => {
    const ids = new Set(all(combined, / id="([^"]*)"/g))
    const references = [
      ...all(combined, / href="#([^"]*)"/g),
      ...all(combined, / aria-labelledby="([^"]*)"/g),
      ...all(combined, / data-page-of="([^"]*)"/g),
    ]
    expect(references.filter((id) => !ids.has(id))).toEqual([])
    const files = all(combined, /href="([^"#:]*\.(?:pdf|html|md))/g)
    const forms = pages.filter(({ document }) => document.fields.length > 0)
    expect(files).toEqual(forms.map(({ document }) => `${document.id}.pdf`))
  })

  test('names each control and uses each id once', () => {
    for (const { screen, print } of pages) {
      for (const page of [screen, print, index, register, combined]) {
        const ids = all(page, / id="([^"]*)"/g)
        expect(ids).toEqual([...new Set(ids)])
        const labelled = new Set(all(page, /<label[^>]* for="([^"]*)"/g))
        for (const control of page.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? []) {
          const [id] = all(control, / id="([^"]*)"/g)
          expect(labelled.has(id ?? '') || control.includes(' aria-label="')).toBe(true)
        }
      }
    }
  })

  test('loads nothing from elsewhere, and prints no control', () => {
    for (const { screen, print } of pages) {
      const loaded = all(screen + print + index + register, /(?:src|<link[^>]* href)="([^"]*)"/g)
      expect(loaded.filter((address) => !address.startsWith('assets/'))).toEqual([])
      expect(print.replace(/<style>.*<\/style>/s, '')).not.toMatch(
        /<(?:input|select|textarea|script|figure)\b/,
      )
    }
  })
})

test('keeps what an author or an organisation writes as text', () => {
  const { pages, index, register } = packOf('hostile')
  for (const page of [index, register, ...pages.flatMap(({ screen, print }) => [screen, print])]) {
    const written = page.replace('<script defer src="assets/site.js"></script>', '')
    expect(written.replace(/="[^"]*"/g, '')).not.toMatch(/<script|<img|<b>/)
    expect(page).not.toMatch(/href="(?:javascript|data):/)
    expect(page.match(/<\/style>/g) ?? []).toHaveLength(page.includes('<style>') ? 1 : 0)
  }
  expect(pages[0]?.screen).toContain('{{brand.name}} ../../etc __proto__')
})

test('takes the colour for surfaces, and a darker shade where text in it is too pale', () => {
  const { assets } = packOf('draft')
  const sheet = new TextDecoder().decode(
    assets.find(({ path }) => path === 'assets/screen.css')?.bytes,
  )
  expect(sheet).toContain('--brand: #ffcc00;')
  expect(sheet).toContain('--brand-text: #856a00;')
})

test.each([
  '<h1>{{title}}</h1>',
  '<h1>{{title}}</h1>{{#each groups}}{{#each documents}}{{> sheet}}{{/each}}{{/each}}',
])('tells of a template of the pack that has no place for its documents: %s', (value) => {
  const pack = new VFile({ path: 'pack.hbs', value })
  packOf('overdue', { ...templates.layouts, pack })
  expect(messagesOf(pack).map(({ message }) => message)).toEqual([
    'Unexpected document `late-policy` without pages, expected a link to `{{place}}` on each of its `{{#each pages}}`',
  ])
})

function packOf(name: string, layouts = templates.layouts) {
  const { project, documents } = readFixture(new URL(`${name}/`, fixtures))
  const draft = name === 'draft'
  const filled = fill(documents, project, { draft })
  return render(
    filled.documents,
    { ...project, templates: { ...templates, layouts } },
    { draft, today, combined: true },
  )
}

function withoutStyle(page: string): string {
  return page.replace(/(@page \{.*?\n\}\n@page :first \{.*?\n\}\n).*<\/style>/s, '$1</style>')
}

function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? '')
}
