import { openPdf, readFormFields } from '../../src/pdf/index.ts'
import { readContents } from '../../src/pdf/page/index.ts'
import { type PageReader, pageText } from './reader.ts'

/** The reader of this project. */
export const ours: PageReader = {
  name: 'policypack',
  async values(pdf) {
    const { fields } = readFormFields(openPdf(pdf))
    return Object.fromEntries(fields.map(({ name, values }) => [name, values.join('\n')]))
  },
  async pages(pdf) {
    const contents = readContents(openPdf(pdf))
    return contents.map(({ glyphs }) => pageText(glyphs.map(({ text }) => text).join('')))
  },
}
