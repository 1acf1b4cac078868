import { copyIn, startPdfium } from '../support/pdfium.ts'
import type { Flattener } from './flattener.ts'

const NORMAL_DISPLAY = 0

/** What Chrome's viewer does before it prints. */
export const pdfium: Flattener = {
  name: 'PDFium',
  available: () => true,
  async flatten(pdf) {
    const module = await startPdfium()
    const heap = module.pdfium.wasmExports
    const document = module.FPDF_LoadMemDocument(copyIn(module, pdf), pdf.length, '')
    for (let index = 0; index < module.FPDF_GetPageCount(document); index += 1) {
      const page = module.FPDF_LoadPage(document, index)
      module.FPDFPage_Flatten(page, NORMAL_DISPLAY)
      module.FPDF_ClosePage(page)
    }
    const writer = module.PDFiumExt_OpenFileWriter()
    module.PDFiumExt_SaveAsCopy(document, writer)
    const size = module.PDFiumExt_GetFileWriterSize(writer)
    const saved = heap.malloc(size)
    module.PDFiumExt_GetFileWriterData(writer, saved, size)
    return module.pdfium.HEAPU8.slice(saved, saved + size)
  },
}
