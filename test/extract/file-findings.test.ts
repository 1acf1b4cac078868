import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import type { KnownForms } from '../../src/model/extraction.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'
import { bytesOf, textOf } from './support/pdf-writer.ts'

const pack = await samplePack()
const known: KnownForms = {
  definitions: definitionsIn(pack),
  publishedHashes: new Set(),
}
let filled: Uint8Array

beforeAll(async () => {
  const blank = new Uint8Array(readFileSync(join(pack, 'training-record.pdf')))
  filled = await pdfjs.fill(blank, [{ name: 'participant.name', kind: 'text', value: 'Zoë' }])
})

test.each<[string, (pdf: string) => string, string[]]>([
  ['as it was filled in', (pdf) => pdf, []],
  [
    'with a letterhead of a mail program',
    (pdf) => `Content-Type: application/pdf\r\n\r\n${pdf}`,
    ['file-oddity'],
  ],
  [
    'with a signature of a mail program',
    (pdf) => `${pdf}-- \r\nSent with my phone\r\n`,
    ['file-oddity'],
  ],
  ['behind another PDF', (pdf) => `${pdf}${pdf}`, ['file-damaged']],
  [
    'that leads to the wrong place',
    (pdf) => pdf.replace(/startxref\n\d+\n%%EOF\n$/, 'startxref\n7\n%%EOF\n'),
    ['file-oddity'],
  ],
  [
    'whose update lists other objects',
    (pdf) => pdf.replace(/\/Prev \d+/, '/Prev 12'),
    ['file-repaired'],
  ],
  ['whose newest object has lost its name', loseNewest, ['file-damaged']],
])('a file %s', async (_, change, rules) => {
  expect(await fileRules(bytesOf(change(textOf(filled))))).toEqual(rules)
})

test('a renamed field is known by its place, and its answer is kept under the right name', async () => {
  const pdf = bytesOf(renameLast(textOf(filled)))
  const read = await readForm(pdf, { file: 'form.pdf', known })
  if (read.status === 'unreadable') throw new Error('The file cannot be read')
  expect(read.draft.values.participant).toEqual({ name: 'Zoë', identity: null })
  expect(read.draft.extra).toBeUndefined()
  expect(read.draft.messages.map(({ rule, field }) => [rule, field])).toContainEqual([
    'field-renamed',
    'participant.name',
  ])
})

test.each([
  ['the same answer', 'Zoë', true, ['form-xfa']],
  ['another answer than the page shows', 'Anna &amp; Eve', true, ['form-xfa']],
  ['another answer, where no page shows one', 'Anna', false, ['form-xfa', 'value-contradictory']],
])('a second form with %s', async (_, name, isDrawn, rules) => {
  const data = `<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><f><participant><name>${name}</name></participant></f></xfa:data></xfa:datasets>`
  expect(await fileRules(await withXfa(data, isDrawn), 'value-contradictory')).toEqual(rules)
})

test.each([
  ['a ZIP archive', 'PK\x03\x04\x14\0\x08\0form.pdf'],
  ['a Word document', textOf(zipSync({ 'word/document.xml': new Uint8Array(9) }))],
  ['an e-mail', 'From: hr@example.org\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\n\r\n--x'],
  ['in the writing of e-mail', 'JVBERi0xLjcKJeLjz9MK'],
  ['a picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['a picture in HEIC', '\0\0\0\x18ftypheic'],
  ['a picture in TIFF', 'II*\0\x08\0\0\0'],
  ['a picture in a format that is not read', 'GIF89a'],
  ['a web page', '\r\n<!DOCTYPE html><html>'],
  ['a document of a word processor', '\xd0\xcf\x11\xe0\xa1\xb1'],
  ['not a PDF', 'a:'.repeat(4000)],
])('a file that is %s is told as that', async (kind, text) => {
  const read = await readForm(bytesOf(text), { file: 'form.pdf', known })
  if (read.status === 'read') throw new Error('The file was read')
  expect(read.messages.map(({ rule, message }) => [rule, message])).toEqual([
    ['not-a-pdf', expect.stringContaining(kind)],
  ])
})

test('a covering letter with the form attached is told as that', async () => {
  const letter = await PDFDocument.create()
  letter.addPage()
  await letter.attach(filled, 'Zoë’s form.pdf', { mimeType: 'application/pdf' })
  const read = await readForm(await letter.save(), { file: 'letter.pdf', known })
  if (read.status === 'read') throw new Error('The file was read')
  expect(read.messages.map(({ message }) => message)).toEqual([
    'The PDF is not a form itself, but has PDF files attached, such as “Zoë’s form.pdf”; open it in Firefox, save them from its list of attachments (the paper clip) and import those',
  ])
})

async function fileRules(pdf: Uint8Array, ...more: string[]): Promise<string[]> {
  const read = await readForm(pdf, { file: 'form.pdf', known })
  const messages = read.status === 'read' ? read.draft.messages : read.messages
  return messages
    .map(({ rule }) => rule)
    .filter((rule) => /^file-|-xfa$/.test(rule) || more.includes(rule))
}

/** Damages the header of the field that was filled in, so that only its blank state is found. */
function loseNewest(pdf: string): string {
  const at = pdf.indexOf(' 0 obj', pdf.indexOf('%%EOF'))
  return `${pdf.slice(0, at)} 0 OBJ${pdf.slice(at + 6)}`
}

/** Renames the field that the update has. */
function renameLast(pdf: string): string {
  const at = pdf.indexOf('/T (name)', pdf.indexOf('%%EOF'))
  return `${pdf.slice(0, at)}/T (nome)${pdf.slice(at + 9)}`
}

async function withXfa(data: string, isDrawn: boolean): Promise<Uint8Array> {
  const file = await PDFDocument.load(filled, { updateMetadata: false })
  if (!isDrawn)
    for (const field of file.getForm().getFields())
      for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of('AP'))
  const xfa = file.context.register(file.context.flateStream(data))
  file.catalog.lookup(PDFName.of('AcroForm'), PDFDict).set(PDFName.of('XFA'), xfa)
  return file.save({ updateFieldAppearances: false })
}
