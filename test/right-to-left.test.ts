import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { build } from '../src/index.ts'
import { copyProject } from './support/project-copy.ts'

const { options } = copyProject(join(import.meta.dirname, 'fixtures/right-to-left'))
const pdfs = ['kite-policy', 'kite-loan', 'pack']

beforeAll(async () => {
  expect(await build(options)).toMatchObject({ ok: true })
})

test('every page runs from right to left', () => {
  const pages = readdirSync(options.out).filter((name) => name.endsWith('.html'))
  expect(pages).toContain('import.html')
  for (const name of pages)
    expect(readFileSync(join(options.out, name), 'utf8'), name).toContain(
      '<html lang="he-IL" dir="rtl">',
    )
})

test.each(pdfs)('%s.pdf says its language, and that its pages turn the other way', async (name) => {
  const { catalog } = await opened(name)
  expect(String(catalog.get(PDFName.of('Lang')))).toBe('(he-IL)')
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
  expect(preferences.get(PDFName.of('Direction'))).toBe(PDFName.of('R2L'))
})

test('what is typed into a box stands at its right', async () => {
  const file = await opened('kite-loan')
  const boxes = file
    .getForm()
    .getFields()
    .filter(({ acroField }) => acroField.dict.lookup(PDFName.of('FT')) === PDFName.of('Tx'))
  expect(boxes.length).toBeGreaterThan(5)
  for (const { acroField } of boxes)
    expect(acroField.dict.lookup(PDFName.of('Q'), PDFNumber).asNumber()).toBe(2)
})

function opened(name: string): Promise<PDFDocument> {
  return PDFDocument.load(readFileSync(join(options.out, `${name}.pdf`)))
}
