import { readFile } from 'node:fs/promises'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** An instance of PDFium, Chrome's viewer, as WebAssembly. */
export async function startPdfium(): Promise<WrappedPdfiumModule> {
  const wasmBinary = await readFile(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
  const module = await init({ wasmBinary: new Uint8Array(wasmBinary).buffer })
  module.PDFiumExt_Init()
  return module
}

/** Copies these bytes into the memory of PDFium and gives their address; the caller frees them. */
export function copyIn(module: WrappedPdfiumModule, bytes: Uint8Array): number {
  const address = module.pdfium.wasmExports.malloc(bytes.length)
  module.pdfium.HEAPU8.set(bytes, address)
  return address
}

/** Calls a function of PDFium of the usual kind: asked for the size first, in bytes of UTF-16, then for the text. */
export function textFrom(
  module: WrappedPdfiumModule,
  get: (buffer: number, size: number) => number,
): string {
  const size = get(0, 0)
  const buffer = module.pdfium.wasmExports.malloc(size + 2)
  get(buffer, size)
  const bytes = module.pdfium.HEAPU8.slice(buffer, buffer + Math.max(0, size - 2))
  module.pdfium.wasmExports.free(buffer)
  return new TextDecoder('utf-16le').decode(bytes)
}
