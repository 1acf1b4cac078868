import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { destinationPages } from '../src/contracts/destinations.ts'
import { extract } from '../src/forms/extract.ts'
import { build } from '../src/index.ts'
import { FrontMatter } from '../src/model/document.ts'
import { fontsOf } from '../src/pack/stamp/content/page-content.ts'
import { annotationsOf, uriOf } from '../src/pack/stamp/markers.ts'
import { openPdf, readFormFields } from '../src/pdf/index.ts'
import { ours } from './readers/ours.ts'
import { definitionsIn } from './support/definitions.ts'
import { makeFolder } from './support/project-copy.ts'
import { samplePack } from './support/sample-pack.ts'

const folder = await samplePack()
const bytes = new Uint8Array(readFileSync(join(folder, 'pack.pdf')))
const forms = definitionsIn(folder)

test('has no fields, and leads from each form to the file that is to be filled in', async () => {
  expect(readFormFields(openPdf(bytes)).fields).toEqual([])
  const file = await PDFDocument.load(bytes, { updateMetadata: false })
  const links = file
    .getPages()
    .flatMap(annotationsOf)
    .map(({ annotation }) => uriOf(annotation))
  for (const { id } of forms) expect(links).toContain(`${id}.pdf`)
})

test('has a bookmark for each group, below it one for each of its documents, and below that its sections', async () => {
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false })
  const [cover, ...groups] = bookmarksIn(catalog.lookup(PDFName.of('Outlines'), PDFDict))
  expect(cover).toMatchObject({
    title: 'Policies, guides and forms',
    below: [{ title: 'Contents' }],
  })
  expect(groups.map(({ title }) => title)).toEqual([
    'Policies',
    'Procedures',
    'Guides',
    'Practice guidelines',
    'Forms',
  ])
  const documents = groups.flatMap(({ below }) => below)
  expect(documents).toHaveLength(readdirSync(folder).filter((name) => isDocument(name)).length)
  const [contract] = documents.filter(({ title }) => title === 'Mentoring contract')
  expect(contract?.below.slice(0, 2).map(({ title }) => title)).toEqual([
    'Nature of the partnership',
    'The mentor’s role',
  ])
})

test('has the pages of its documents under its own numbers, also in their contents', async () => {
  const { pages, places } = destinationPages(bytes)
  const texts = await ours.pages(bytes)
  const first = places.get('mentoring-policy')!
  const own = destinationPages(readFileSync(join(folder, 'mentoring-policy.pdf')))
  for (let index = 0; index < own.pages; index += 1)
    expect(texts[first + index]).toContain(`Page${first + index + 1}of${pages}`)
  expect(own.places.size).toBeGreaterThan(9)
  for (const [id, page] of own.places)
    expect(places.get(`mentoring-policy--${id}`)).toBe(first + page)
  const number = (id: string) => first + own.places.get(id)! + 1
  expect(texts[first]).toContain(`2Purpose${number('purpose')}3Matching${number('matching')}4`)
})

test('leads from one document to a place in another, and never to the file of one', async () => {
  const file = await PDFDocument.load(bytes, { updateMetadata: false })
  const links = file.getPages().flatMap(annotationsOf)
  const named = links.map(({ annotation }) => annotation.lookup(PDFName.of('Dest')))
  const names = named.flatMap((one) => (one instanceof PDFName ? [one.decodeText()] : []))
  expect(names).toContain('peer-support-coaching-mentoring-policy--confidentiality')
  const { places } = destinationPages(bytes)
  expect(names.filter((one) => !places.has(one))).toEqual([])
  const away = links.flatMap(({ annotation }) => uriOf(annotation) ?? [])
  const ofForms = forms.map(({ id }) => `${id}.pdf`)
  expect(away.filter((one) => /^[^:]*\.pdf/.test(one)).sort()).toEqual(ofForms.sort())
})

test('leads to a heading that nothing in its own document leads to', async () => {
  const text = (id: string, body: string) =>
    `---\nid: ${id}\nkind: guideline\ntitle: About ${id}\nversion: 1.0.0\n---\n\n${body}\n`
  const made = makeFolder({
    'org.config.json': JSON.stringify({ organisation: { name: 'Fernhill' } }),
    'content/kites.md': text('kites', '## Purpose\n\nSee [how to tie](knots.md#lœil-de-bœuf).'),
    'content/knots.md': text('knots', '## Ropes\n\nOf hemp.\n\n## L’œil-de-bœuf\n\nRound.'),
  })
  const { ok, out } = await build({
    config: join(made, 'org.config.json'),
    contentFolders: [join(made, 'content')],
  })
  expect(ok).toBe(true)
  const { catalog } = await PDFDocument.load(readFileSync(join(out, 'pack.pdf')), {
    updateMetadata: false,
  })
  const destinations = catalog.lookup(PDFName.of('Dests'), PDFDict)
  const heading = destinations.keys().find((key) => key.decodeText().startsWith('knots--'))!
  const start = destinations.lookup(PDFName.of('knots'), PDFArray)
  expect(destinations.lookup(heading, PDFArray).get(0)).toBe(start.get(0))
  expect(destinations.lookup(heading, PDFArray).lookup(3)).not.toEqual(start.lookup(3))
}, 60_000)

test('has one font of each kind, with the glyphs of all documents', async () => {
  const file = await PDFDocument.load(bytes, { updateMetadata: false })
  const names = new Set(
    file
      .getPages()
      .flatMap((page) =>
        fontsOf(page).map((font) => font.lookup(PDFName.of('BaseFont'), PDFName).decodeText()),
      ),
  )
  const families = [...names].map((one) => one.replace(/^[A-Z]{6}\+/, ''))
  expect(families).toEqual([...new Set(families)])
})

test('is told from a form when it is imported, with what was filled in where it has fields, as packs had once', async () => {
  const filled = await withFields(bytes, [
    'mentoring-contract.mentee.name',
    'coaching-consent.coachee.name',
  ])
  const known = { definitions: forms, publishedHashes: new Set<string>() }
  const told = (file: Uint8Array) => extract(file, { file: 'pack.pdf', known }).messages
  expect(told(filled)).toEqual([
    {
      file: 'pack.pdf',
      severity: 'error',
      rule: 'form-in-pack',
      message:
        'This is the whole pack, with answers in “Coaching consent” and “Mentoring contract”; ask for the form in a file of its own, coaching-consent.pdf and mentoring-contract.pdf',
    },
  ])
  expect(told(bytes)[0]?.message).toBe(
    'This is the whole pack; ask for the form in a file of its own, such as coaching-competency-assessment.pdf',
  )
})

test.each(['pack', 'index', 'register'])('%s can be no id of a document', (id) => {
  const meta = { kind: 'policy', title: 'Title', version: '1.0.0' }
  expect(FrontMatter.safeParse({ ...meta, id }).success).toBe(false)
  expect(FrontMatter.safeParse({ ...meta, id: `${id}-policy` }).success).toBe(true)
})

/** The file with text fields that are filled in, on the first page. */
async function withFields(pdf: Uint8Array, names: readonly string[]): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const name of names) {
    const field = file.getForm().createTextField(name)
    field.addToPage(file.getPage(0))
    field.setText('Ada')
  }
  return file.save()
}

function isDocument(name: string): boolean {
  return name.endsWith('.pdf') && name !== 'pack.pdf'
}

interface Bookmark {
  readonly title: string
  readonly below: readonly Bookmark[]
}

function bookmarksIn(parent: PDFDict): Bookmark[] {
  const found: Bookmark[] = []
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    const title = item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText()
    found.push({ title, below: bookmarksIn(item) })
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return found
}
