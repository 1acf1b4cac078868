import type { PageReading } from '../../model/paper.ts'
import { printOn, SKETCH_DPI, type Sketch } from './by-print.ts'
import { prepareReading } from './marks.ts'
import { type PictureLimits, startDrawer } from './pictures.ts'
import type { BlankForm, Blanks } from './place.ts'
import { type OnPage, readPage } from './read-page.ts'

export type { Sketch } from './by-print.ts'
// The programs in WebAssembly and pdf-lib are loaded where the first picture is read: few imports have any, and all import this.
export { cropsOf, evened, headOf, pageAsPng } from './crops.ts'
export { decide } from './decide.ts'
export { type Copy, copiesOf } from './group.ts'
export { pdfOfPicture } from './picture-file.ts'
export type { BlankForm, Blanks } from './place.ts'
export type { OnPage } from './read-page.ts'
export { isSameSheet } from './traces.ts'
export { writtenLines } from './typed-lines.ts'

/** The programs that draw PDFs and read codes, as WebAssembly: of `@embedpdf/pdfium` and of `zxing-wasm`. */
export interface PaperPrograms {
  readonly pdfium: Uint8Array
  readonly codeReader: Uint8Array
}

/** Reads scans and photographs of completed forms. */
export interface PaperReader {
  /** The pages of a blank form, with which pictures are compared; none where the PDF cannot be drawn. */
  blanks(pdf: Uint8Array): BlankForm['pages']
  /** The same as small as is enough to know a page without marks by its print. */
  sketches(pdf: Uint8Array): Sketch['print'][]
  /**
   * What each page of a PDF of pictures shows, in the order of the file; `unknown` where a page cannot be drawn within the limits.
   * Nothing at all where the file cannot be opened.
   */
  read(pdf: Uint8Array, blanks: Blanks, options?: ReadPicturesOptions): AsyncGenerator<PageReading>
}

interface ReadPicturesOptions {
  readonly limits?: PictureLimits
  readonly password?: string | undefined
  readonly onPage?: OnPage
}

/** Starts what is needed to read pictures; touches neither disk nor network. */
export async function startPaperReader({
  pdfium,
  codeReader,
}: PaperPrograms): Promise<PaperReader> {
  await prepareReading(codeReader)
  const drawer = await startDrawer(pdfium)
  return {
    blanks: (pdf) => drawer.blanks(pdf),
    sketches: (pdf) => drawer.blanks(pdf, SKETCH_DPI).map(printOn),
    async *read(pdf, blanks, { limits, password, onPage } = {}) {
      const pictures = drawer.open(pdf, limits, password)
      if (!pictures) return
      try {
        for (let page = 0; page < pictures.pages; page++) {
          const picture = pictures.picture(page)
          yield picture ? await readPage(picture, blanks, onPage) : { is: 'unknown' }
        }
      } finally {
        pictures.close()
      }
    },
  }
}
