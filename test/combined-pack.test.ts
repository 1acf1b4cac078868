import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { expect, inject, test } from 'vitest'
import { slotsOf } from '../src/contracts/slot.ts'
import { extract } from '../src/forms/extract.ts'
import { FrontMatter } from '../src/model/document.ts'
import { FormDefinition } from '../src/model/form.ts'
import { openPdf, readAttachment, readAttachments, readFormFields } from '../src/pdf/index.ts'
import { pdfjs } from './fillers/pdfjs.ts'

const folder = inject('samplePack')
const bytes = new Uint8Array(readFileSync(join(folder, 'pack.pdf')))
const forms = readdirSync(join(folder, 'forms'))
  .filter((name) => name.endsWith('.form.json'))
  .map((name) =>
    FormDefinition.parse(JSON.parse(readFileSync(join(folder, 'forms', name), 'utf8'))),
  )

test('has each field of all forms once, under the id of its form', () => {
  const names = readFormFields(openPdf(bytes)).fields.map(({ name }) => name)
  const expected = forms.flatMap(({ id, fields }) => [
    ...new Set(slotsOf(fields).map(({ name }) => `${id}.${name}`)),
  ])
  expect(names.toSorted()).toEqual(expected.toSorted())
})

test('holds the definitions of the forms as their own files have them', () => {
  const pdf = openPdf(bytes)
  const held = readAttachments(pdf).map((attachment) => [
    attachment.name,
    JSON.parse(new TextDecoder().decode(readAttachment(pdf, attachment).bytes)).hash,
  ])
  expect(held).toEqual(forms.map(({ id, hash }) => [`${id}.form.json`, hash]))
})

test('has a bookmark for each document, and the sections of the document below it', async () => {
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false })
  const documents = bookmarksIn(catalog.lookup(PDFName.of('Outlines'), PDFDict))
  const [contract] = documents.filter(({ title }) => title === 'Mentoring contract')
  expect(documents).toHaveLength(1 + readdirSync(folder).filter((name) => isDocument(name)).length)
  expect(contract?.below.slice(0, 2)).toEqual(['Nature of the partnership', 'The mentor’s role'])
})

test('is told from a form when it is imported, with the forms that were filled in', async () => {
  const filled = await pdfjs.fill(bytes, [
    { name: 'mentoring-contract.mentee.name', kind: 'text', value: 'Ada' },
    { name: 'coaching-consent.coachee.name', kind: 'text', value: 'Ada' },
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

function isDocument(name: string): boolean {
  return name.endsWith('.pdf') && name !== 'pack.pdf'
}

interface Bookmark {
  readonly title: string
  readonly below: readonly string[]
}

function bookmarksIn(parent: PDFDict): Bookmark[] {
  const found: Bookmark[] = []
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    const title = item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText()
    found.push({ title, below: bookmarksIn(item).map((bookmark) => bookmark.title) })
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return found
}
