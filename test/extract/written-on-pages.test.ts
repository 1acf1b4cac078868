import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { extract } from '../../src/forms/extract.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const definitions = definitionsIn(pack)
const form = definitions.find(({ id }) => id === 'mentoring-contract')!
let completed: Uint8Array

beforeAll(async () => {
  const blank = new Uint8Array(readFileSync(join(pack, 'mentoring-contract.pdf')))
  completed = await pdfjs.fill(blank, [{ name: 'mentee.name', kind: 'text', value: 'Zoë Vale' }])
})

test('text and a signature that a program put on the page are read where the fields hold nothing', async () => {
  const { values, signatures, messages } = await extracted((page, name) => {
    const { x, y, height } = placeOf(name)
    if (name === 'mentee.name') page.drawText('Somebody', { x: x + 4, y: y + 4, size: 10 })
    if (name === 'mentor.name') page.drawText('Mo Hill', { x: x + 4, y: y + 4, size: 10 })
    if (name === 'mentee.signature')
      page.drawLine({
        start: { x: x + 10, y: y + 5 },
        end: { x: x + 90, y: y + height - 5 },
        thickness: 1,
      })
    if (name === 'mentor.signedOn') page.drawText('Call me', { x: x + 4, y: y - 60, size: 10 })
  })
  expect(values.get('mentee.name')).toEqual({ texts: ['Zoë Vale'], confidence: 0.5 })
  expect(values.get('mentor.name')).toEqual({ texts: ['Mo Hill'], confidence: 0.95 })
  expect(values.get('mentor.signedOn')).toEqual({ texts: [], confidence: 1 })
  expect(signatures).toEqual([{ field: 'mentee.signature', kind: 'drawn' }])
  expect(messages.map(({ rule, message }) => `${rule}: ${message}`)).toContainEqual(
    `form-altered: Page ${placeOf('mentor.signedOn').page + 1} shows “Call me” that the form does not print; compare the file with the form that you published, and ask for the answers on that`,
  )
})

test('fields that were flattened are read from the page, also where they were empty', async () => {
  const file = await PDFDocument.load(completed)
  const filled = file.getForm().getTextField('mentee.name')
  const empty = file.getForm().getTextField('mentor.name')
  const [{ x, y }] = [placeOf('mentee.name')]
  file.getPage(0).drawText('Zoe Vale', { x: x + 4, y: y + 4, size: 10 })
  for (const field of [filled, empty]) file.getForm().removeField(field)
  const { values } = read(await file.save({ updateFieldAppearances: false }))
  expect(values.get('mentee.name')).toEqual({ texts: ['Zoe Vale'], confidence: 0.95 })
  expect(values.get('mentor.name')).toEqual({ texts: [], confidence: 0.95 })
})

/** What is read after something was drawn for each box of the completed form. */
async function extracted(draw: (page: PDFPage, name: string) => void): Promise<Extraction> {
  const file = await PDFDocument.load(completed)
  const font = await file.embedFont(StandardFonts.Helvetica)
  for (const { name, page: index } of form.widgets) {
    const page = file.getPage(index)
    page.setFont(font)
    draw(page, name)
  }
  return read(await file.save({ updateFieldAppearances: false }))
}

function read(pdf: Uint8Array): Extraction {
  const known = { definitions, publishedHashes: new Set<string>() }
  const extraction = extract(pdf, { file: 'form.pdf', known })
  if (extraction.status === 'unreadable') throw new Error('The file cannot be read')
  return extraction
}

function placeOf(name: string): { page: number; x: number; y: number; height: number } {
  const widget = form.widgets.find((one) => one.name === name)!
  const [x, y, , top] = widget.rect
  return { page: widget.page, x, y, height: top - y }
}
