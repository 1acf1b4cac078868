import { readFile } from 'node:fs/promises'
import { init } from '@embedpdf/pdfium'
import type { Flattener } from './flattener.ts'

const NORMAL_DISPLAY = 0

/** What Chrome's viewer does before it prints. */
export const pdfium: Flattener = {
  name: 'PDFium',
  available: () => true,
  async flatten(pdf) {
    const wasmBinary = await readFile(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
    const module = await init({ wasmBinary: new Uint8Array(wasmBinary).buffer })
    module.PDFiumExt_Init()
    const heap = module.pdfium.wasmExports
    const data = heap.malloc(pdf.length)
    module.pdfium.HEAPU8.set(pdf, data)
    const document = module.FPDF_LoadMemDocument(data, pdf.length, '')
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
