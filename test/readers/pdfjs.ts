import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fieldValue, type PageReader, pageText } from './reader.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** Firefox's viewer. */
export const pdfjs: PageReader = {
  name: 'pdf.js',
  async values(pdf) {
    const annotations = (await onPages(pdf, (page) => page.getAnnotations())).flat()
    return Object.fromEntries(
      annotations
        .filter(({ subtype }) => subtype === 'Widget')
        .map(({ fieldName, fieldValue: value }) => [
          fieldName,
          fieldValue([value ?? ''].flat().join('\n')),
        ]),
    )
  },
  async pages(pdf) {
    const contents = await onPages(pdf, (page) => page.getTextContent())
    return contents.map(({ items }) =>
      pageText(items.map((item) => ('str' in item ? item.str : '')).join('')),
    )
  },
}

async function onPages<T>(pdf: Uint8Array, read: (page: Page) => Promise<T>): Promise<T[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  try {
    const file = await task.promise
    const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1)
    return await Promise.all(numbers.map(async (number) => read(await file.getPage(number))))
  } finally {
    await task.destroy()
  }
}
