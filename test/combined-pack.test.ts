import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { extract } from '../src/forms/extract.ts'
import { FrontMatter } from '../src/model/document.ts'
import { annotationsOf, uriOf } from '../src/pack/stamp/markers.ts'
import { openPdf, readFormFields } from '../src/pdf/index.ts'
import { definitionsIn } from './support/definitions.ts'
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
