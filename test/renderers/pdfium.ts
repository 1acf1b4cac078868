import { copyIn, startPdfium } from '../support/pdfium.ts'
import type { Picture } from './picture.ts'
import { RESOLUTION, type Renderer } from './renderer.ts'

const GRAY = 1
const UPRIGHT = 0
const WITH_ANNOTATIONS = 0x01
const WHITE = 0xffffffff

const module = await startPdfium()

/** Chrome's viewer, as WebAssembly. */
export const pdfium: Renderer = {
  name: 'PDFium',
  available: () => true,
  async *pictures(pdf) {
    const data = copyIn(module, pdf)
    const document = module.FPDF_LoadMemDocument(data, pdf.length, '')
    const info = module.PDFiumExt_OpenFormFillInfo()
    const form = module.PDFiumExt_InitFormFillEnvironment(document, info)
    module.FPDF_SetFormFieldHighlightAlpha(form, 0)
    for (let index = 0; index < module.FPDF_GetPageCount(document); index += 1) {
      const page = module.FPDF_LoadPage(document, index)
      module.FORM_OnAfterLoadPage(page, form)
      yield renderPage(form, page)
      module.FORM_OnBeforeClosePage(page, form)
      module.FPDF_ClosePage(page)
    }
    module.PDFiumExt_ExitFormFillEnvironment(form)
    module.PDFiumExt_CloseFormFillInfo(info)
    module.FPDF_CloseDocument(document)
    module.pdfium.wasmExports.free(data)
  },
}

function renderPage(form: number, page: number): Picture {
  const width = Math.ceil((module.FPDF_GetPageWidthF(page) * RESOLUTION) / 72)
  const height = Math.ceil((module.FPDF_GetPageHeightF(page) * RESOLUTION) / 72)
  const place = [0, 0, width, height, UPRIGHT, WITH_ANNOTATIONS] as const
  const bitmap = module.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0)
  module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
  module.FPDF_RenderPageBitmap(bitmap, page, ...place)
  module.FPDF_FFLDraw(form, bitmap, page, ...place)
  const gray = new Uint8Array(width * height)
  const start = module.FPDFBitmap_GetBuffer(bitmap)
  const stride = module.FPDFBitmap_GetStride(bitmap)
  for (let row = 0; row < height; row += 1) {
    const from = start + row * stride
    gray.set(module.pdfium.HEAPU8.subarray(from, from + width), row * width)
  }
  module.FPDFBitmap_Destroy(bitmap)
  return { width, height, gray }
}
