import { copyIn, startPdfium, textFrom } from '../support/pdfium.ts'
import { fieldValue, type PageReader, pageText } from './reader.ts'

const module = await startPdfium()

/** Chrome's viewer, as WebAssembly. */
export const pdfium: PageReader = {
  name: 'PDFium',
  async values(pdf) {
    return Object.fromEntries(onPages(pdf, valuesOn).flat())
  },
  async pages(pdf) {
    return onPages(pdf, textOf)
  },
}

/** The form that is given with each page knows its fields. */
function onPages<T>(pdf: Uint8Array, read: (page: number, form: number) => T): T[] {
  const data = copyIn(module, pdf)
  const document = module.FPDF_LoadMemDocument(data, pdf.length, '')
  const info = module.PDFiumExt_OpenFormFillInfo()
  const form = module.PDFiumExt_InitFormFillEnvironment(document, info)
  const readings = Array.from({ length: module.FPDF_GetPageCount(document) }, (_, index) => {
    const page = module.FPDF_LoadPage(document, index)
    const reading = read(page, form)
    module.FPDF_ClosePage(page)
    return reading
  })
  module.PDFiumExt_ExitFormFillEnvironment(form)
  module.PDFiumExt_CloseFormFillInfo(info)
  module.FPDF_CloseDocument(document)
  module.pdfium.wasmExports.free(data)
  return readings
}

function textOf(page: number): string {
  const text = module.FPDFText_LoadPage(page)
  const count = module.FPDFText_CountChars(text)
  const codes = Array.from({ length: count }, (_, index) => module.FPDFText_GetUnicode(text, index))
  module.FPDFText_ClosePage(text)
  // PDFium gives a hyphen at the end of a line, where a word may go on, as U+0002.
  return pageText(String.fromCodePoint(...codes).replaceAll('\u0002', '-'))
}

/** What is no field has no name here. */
function valuesOn(page: number, form: number): [name: string, value: string][] {
  const count = module.FPDFPage_GetAnnotCount(page)
  return Array.from({ length: count }, (_, index): [string, string] => {
    const widget = module.FPDFPage_GetAnnot(page, index)
    const name = textFrom(module, (buffer, size) =>
      module.FPDFAnnot_GetFormFieldName(form, widget, buffer, size),
    )
    const value = textFrom(module, (buffer, size) =>
      module.FPDFAnnot_GetFormFieldValue(form, widget, buffer, size),
    )
    module.FPDFPage_CloseAnnot(widget)
    return [name, fieldValue(value)]
  }).filter(([name]) => name !== '')
}
