import { openPdf } from '../../../src/pdf/index.ts'
import { type PageContent, readContents } from '../../../src/pdf/page/index.ts'
import { type Objects, streamObject, writePdf } from './pdf-writer.ts'

/** What goes into a hand-made page besides its content. */
export interface PageOptions {
  /** Entries of the resource dictionary; the font `/F`, Helvetica in WinAnsi, is there always. */
  readonly fonts?: string
  readonly xobjects?: string
  /** More entries of the page dictionary. */
  readonly page?: string
  readonly objects?: Objects
}

/** A file of one page, 200 by 100 points, with this content. */
export function pdfWith(content: string, options: PageOptions = {}): Uint8Array {
  const { fonts = '', xobjects = '', page = '', objects = {} } = options
  return writePdf({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>',
    3: `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R${fonts}>>/XObject<<${xobjects}>>>>${page}>>`,
    4: streamObject('', content),
    5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...objects,
  })
}

/** What is to be seen on a hand-made page. */
export function contentWith(content: string, options: PageOptions = {}): PageContent {
  const [page] = readContents(openPdf(pdfWith(content, options)))
  if (!page) throw new Error('The file has no page')
  return page
}
