import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { copyIn, startPdfium, textFrom } from '../support/pdfium.ts'
import type { Entry, Filler } from './filler.ts'

const NO_FLAGS = 0
const POINTS_PER_RECT = 4

/** Chrome's viewer, as WebAssembly: each entry is typed or clicked as a person would. */
export const pdfium: Filler = {
  name: 'PDFium',
  available: () => true,
  async fill(pdf, entries) {
    return fillWith(await startPdfium(), pdf, new Map(entries.map((entry) => [entry.name, entry])))
  },
}

function fillWith(
  module: WrappedPdfiumModule,
  pdf: Uint8Array,
  entries: ReadonlyMap<string, Entry>,
): Uint8Array {
  const heap = module.pdfium.wasmExports
  const document = module.FPDF_LoadMemDocument(copyIn(module, pdf), pdf.length, '')
  const info = module.PDFiumExt_OpenFormFillInfo()
  const form = module.PDFiumExt_InitFormFillEnvironment(document, info)
  for (let index = 0; index < module.FPDF_GetPageCount(document); index += 1) {
    const page = module.FPDF_LoadPage(document, index)
    module.FORM_OnAfterLoadPage(page, form)
    for (let annotation = 0; annotation < module.FPDFPage_GetAnnotCount(page); annotation += 1) {
      const widget = module.FPDFPage_GetAnnot(page, annotation)
      const entry = entries.get(
        textFrom(module, (buffer, size) =>
          module.FPDFAnnot_GetFormFieldName(form, widget, buffer, size),
        ),
      )
      if (entry) enter(module, form, page, widget, entry)
      module.FPDFPage_CloseAnnot(widget)
    }
    module.FORM_ForceToKillFocus(form)
    module.FORM_OnBeforeClosePage(page, form)
    module.FPDF_ClosePage(page)
  }
  const writer = module.PDFiumExt_OpenFileWriter()
  module.PDFiumExt_SaveAsCopy(document, writer)
  const size = module.PDFiumExt_GetFileWriterSize(writer)
  const saved = heap.malloc(size)
  module.PDFiumExt_GetFileWriterData(writer, saved, size)
  return module.pdfium.HEAPU8.slice(saved, saved + size)
}

function enter(
  module: WrappedPdfiumModule,
  form: number,
  page: number,
  widget: number,
  entry: Entry,
): void {
  switch (entry.kind) {
    case 'text':
      module.FORM_SetFocusedAnnot(form, widget)
      module.FORM_SelectAllText(form, page)
      withWideString(module, entry.value, (pointer) =>
        module.FORM_ReplaceSelection(form, page, pointer),
      )
      break
    case 'dropdown': {
      const count = module.FPDFAnnot_GetOptionCount(form, widget)
      for (let option = 0; option < count; option += 1) {
        const label = textFrom(module, (buffer, size) =>
          module.FPDFAnnot_GetOptionLabel(form, widget, option, buffer, size),
        )
        if (label !== entry.value) continue
        module.FORM_SetFocusedAnnot(form, widget)
        module.FORM_SetIndexSelected(form, page, option, true)
      }
      break
    }
    case 'checkbox':
    case 'radio': {
      const on = entry.kind === 'radio' ? stateOf(module, form, widget) === entry.state : entry.on
      if (on !== Boolean(module.FPDFAnnot_IsChecked(form, widget)))
        click(module, form, page, widget)
    }
  }
}

function stateOf(module: WrappedPdfiumModule, form: number, widget: number): string {
  return textFrom(module, (buffer, size) =>
    module.FPDFAnnot_GetFormFieldExportValue(form, widget, buffer, size),
  )
}

function click(module: WrappedPdfiumModule, form: number, page: number, widget: number): void {
  const { wasmExports } = module.pdfium
  const pointer = wasmExports.malloc(POINTS_PER_RECT * 4)
  module.FPDFAnnot_GetRect(widget, pointer)
  const [left, top, right, bottom] = new Float32Array(
    module.pdfium.HEAPU8.slice(pointer, pointer + POINTS_PER_RECT * 4).buffer,
  ) as unknown as [number, number, number, number]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  module.FORM_OnMouseMove(form, page, NO_FLAGS, x, y)
  module.FORM_OnLButtonDown(form, page, NO_FLAGS, x, y)
  module.FORM_OnLButtonUp(form, page, NO_FLAGS, x, y)
  wasmExports.free(pointer)
}

function withWideString(
  module: WrappedPdfiumModule,
  value: string,
  use: (pointer: number) => void,
): void {
  const pointer = copyIn(module, Buffer.from(`${value}\0`, 'utf16le'))
  use(pointer)
  module.pdfium.wasmExports.free(pointer)
}
