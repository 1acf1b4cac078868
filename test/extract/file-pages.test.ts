import { expect, test } from 'vitest'
import { pagesOf } from '../../src/forms/pages/index.ts'
import { openPdf, type PdfFile } from '../../src/pdf/index.ts'
import { type PageContent, readContents } from '../../src/pdf/page/index.ts'
import { form } from './support/hand-made.ts'
import { writePdf } from './support/pdf-writer.ts'

test('what the pages of a file show is read when somebody asks for it, and once for all who do', () => {
  const read: PdfFile[] = []
  const pdf = openPdf(writePdf(form({})))
  const pages = pagesOf(pdf, {
    read: (file): PageContent[] => {
      read.push(file)
      return readContents(file)
    },
  })
  expect(pages.count).toBe(1)
  expect(read).toEqual([])
  expect(pages.contents).toHaveLength(1)
  expect(pages.contents).toBe(pages.contents)
  expect(read).toEqual([pdf])
})
