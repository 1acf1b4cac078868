import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { PagePicture, Raster } from '../../model/paper.ts'
import { FORM_DPI } from './ink.ts'

/** What the pages of one file may cost. */
export interface PictureLimits {
  /** Pages that are looked at. */
  readonly pages: number
  /** Pixels of a picture as its file holds it. */
  readonly pixels: number
}

export const pictureLimits: PictureLimits = { pages: 200, pixels: 60_000_000 }

/** A file of pictures, open. */
interface OpenPictures {
  readonly pages: number
  /** One page; undefined where it cannot be drawn or is larger than the limits let it be. */
  picture(page: number): PagePicture | undefined
  close(): void
}

export interface Drawer {
  /** Opens a PDF; undefined where it cannot be read. */
  open(pdf: Uint8Array, limits?: PictureLimits, password?: string): OpenPictures | undefined
  /** The pages of a blank form at so many dots per inch, 200 by default, its fields included; none where it cannot be read, or would print on no sheet. */
  blanks(pdf: Uint8Array, dpi?: number): Raster[]
}

const GRAY = 1
const UPRIGHT = 0
const WITH_ANNOTATIONS = 0x01
const WHITE = 0xffffffff
const [IMAGE, GROUP] = [3, 5]
/** Longest side of a drawn page, pixels: a little more than A4 at 200 dpi, since on a photograph the page does not fill it. */
const LONGEST = 2800
/** Points of the longer side of a sheet: a page beyond them has no size of its own. */
const [SMALLEST_PAPER, LARGEST_PAPER] = [300, 1300]
/** Part of a page that a picture must cover to be the page, and strips of black and white to make it so. */
const COVERS = 0.3
/** Objects that are looked at for images, also those in others. */
const MOST_OBJECTS = 20_000

/**
 * Starts PDFium.
 *
 * @param program it, as WebAssembly
 */
export async function startDrawer(program: Uint8Array): Promise<Drawer> {
  const { init } = await import('@embedpdf/pdfium')
  const module = await init({ wasmBinary: new Uint8Array(program).buffer })
  module.PDFiumExt_Init()
  return {
    open: (pdf, limits = pictureLimits, password = '') => open(module, pdf, limits, password),
    blanks: (pdf, dpi = FORM_DPI) => {
      const opened = openDocument(module, pdf, '')
      if (!opened) return []
      const count = module.FPDF_GetPageCount(opened.document)
      const pages = Array.from({ length: Math.min(count, pictureLimits.pages) }, (_, page) => page)
      const drawn = pages.every((page) => isSheet(module, opened.document, page))
        ? pages.map((page) => draw(module, opened, page, dpi / 72))
        : []
      opened.close()
      return drawn
    },
  }
}

interface OpenDocument {
  readonly document: number
  readonly form: number
  close(): void
}

function openDocument(
  module: WrappedPdfiumModule,
  pdf: Uint8Array,
  password: string,
): OpenDocument | undefined {
  const { malloc, free } = module.pdfium.wasmExports
  const data = malloc(pdf.length)
  module.pdfium.HEAPU8.set(pdf, data)
  const document = module.FPDF_LoadMemDocument(data, pdf.length, password)
  if (!document) {
    free(data)
    return undefined
  }
  const info = module.PDFiumExt_OpenFormFillInfo()
  const form = module.PDFiumExt_InitFormFillEnvironment(document, info)
  module.FPDF_SetFormFieldHighlightAlpha(form, 0)
  return {
    document,
    form,
    close() {
      module.PDFiumExt_ExitFormFillEnvironment(form)
      module.PDFiumExt_CloseFormFillInfo(info)
      module.FPDF_CloseDocument(document)
      free(data)
    },
  }
}

function open(
  module: WrappedPdfiumModule,
  pdf: Uint8Array,
  limits: PictureLimits,
  password: string,
): OpenPictures | undefined {
  const opened = openDocument(module, pdf, password)
  if (!opened) return undefined
  return {
    pages: Math.min(limits.pages, module.FPDF_GetPageCount(opened.document)),
    picture(index) {
      const page = module.FPDF_LoadPage(opened.document, index)
      if (!page) return undefined
      const width = module.FPDF_GetPageWidthF(page)
      const height = module.FPDF_GetPageHeightF(page)
      const images = imagesOf(module, page, limits.pixels)
      module.FPDF_ClosePage(page)
      if (!images || !isPaper(width, height)) return undefined
      const area = width * height
      const most = Math.max(
        0,
        ...images.filter((one) => one.area >= COVERS * area).map(({ scale }) => scale),
      )
      const bilevel = images.reduce((sum, one) => sum + (one.isBilevel ? one.area : 0), 0)
      const longest = Math.max(width, height)
      // A photograph without a size of its own has a point for each pixel, and some programs say a wrong one.
      const isSized = longest <= LARGEST_PAPER && longest >= SMALLEST_PAPER
      const scale = Math.min(isSized ? FORM_DPI / 72 : Number.POSITIVE_INFINITY, LONGEST / longest)
      return {
        ...draw(module, opened, index, scale),
        pixels: most === 0 ? 1 : most / scale,
        isBilevel: bilevel >= COVERS * area,
      }
    },
    close: opened.close,
  }
}

/** Whether a page can be printed on a sheet of paper, and has no images that are too large. */
function isSheet(module: WrappedPdfiumModule, document: number, index: number): boolean {
  const page = module.FPDF_LoadPage(document, index)
  if (!page) return false
  const [width, height] = [module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page)]
  const isGood =
    isPaper(width, height) &&
    Math.max(width, height) <= LARGEST_PAPER &&
    imagesOf(module, page, pictureLimits.pixels) !== undefined
  module.FPDF_ClosePage(page)
  return isGood
}

/** Whether a page has the shape of one. */
function isPaper(width: number, height: number): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return short > 0 && long <= 100 * short
}

interface PlacedImage {
  readonly isBilevel: boolean
  /** Square points of the page. */
  readonly area: number
  /** Pixels for a point of the page. */
  readonly scale: number
}

/** The images of a page: a scan, its strips, or the layers of one; undefined where all of them have more pixels than they may. */
function imagesOf(
  module: WrappedPdfiumModule,
  page: number,
  mostPixels: number,
): PlacedImage[] | undefined {
  const { malloc, free } = module.pdfium.wasmExports
  const room = malloc(64)
  const images: PlacedImage[] = []
  const least = STRIP * module.FPDF_GetPageWidthF(page) * module.FPDF_GetPageHeightF(page)
  let pixels = 0
  for (const object of objectsOf(module, page)) {
    if (module.FPDFPageObj_GetType(object) !== IMAGE) continue
    if (!module.FPDFImageObj_GetImageMetadata(object, page, room + 16)) continue
    const view = new DataView(module.pdfium.HEAPU8.buffer, room + 16, 24)
    const own = view.getUint32(0, true) * view.getUint32(4, true)
    const isBilevel = view.getUint32(16, true) === 1
    pixels += own
    if (pixels > mostPixels) break
    if (!module.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) continue
    const [left, bottom, right, top] = [0, 4, 8, 12].map((at) =>
      module.pdfium.getValue(room + at, 'float'),
    ) as [number, number, number, number]
    const area = (right - left) * (top - bottom)
    if (area < least) continue
    images.push({
      ...{ area, isBilevel: isBilevel || looksBilevel(module, object) },
      scale: Math.sqrt(own / area),
    })
  }
  free(room)
  return pixels > mostPixels ? undefined : images
}

/** Part of a page from which on an image may be a strip of a scan. */
const STRIP = 0.002

/** What is on a page, also in forms of PDFs, of which each may hold others. */
function objectsOf(module: WrappedPdfiumModule, page: number): number[] {
  const objects = Array.from(
    { length: Math.min(MOST_OBJECTS, module.FPDFPage_CountObjects(page)) },
    (_, index) => module.FPDFPage_GetObject(page, index),
  )
  for (const object of objects) {
    if (module.FPDFPageObj_GetType(object) !== GROUP) continue
    const more = Math.min(MOST_OBJECTS - objects.length, module.FPDFFormObj_CountObjects(object))
    for (let index = 0; index < more; index++)
      objects.push(module.FPDFFormObj_GetObject(object, index))
  }
  return objects
}

/** Grays from black up and from white down that black and white may have after JPEG. */
const NEARLY = 48
/** Print has edges, so that of what is not white a part is gray; of black and white, less. */
const LEAST_GRAY = 0.12
/** Pixels of print that are needed to tell. */
const ENOUGH = 2000
/** Bytes of a pixel by the format of a bitmap: gray, BGR, and BGR with a fourth. */
const BYTES = new Map([
  [1, 1],
  [2, 3],
  [3, 4],
  [4, 4],
])

/** Whether an image has black and white only, though its file could hold more, as programs on telephones make it. */
function looksBilevel(module: WrappedPdfiumModule, image: number): boolean {
  const bitmap = module.FPDFImageObj_GetBitmap(image)
  if (!bitmap) return false
  const bytes = BYTES.get(module.FPDFBitmap_GetFormat(bitmap)) ?? 0
  const [width, height] = [module.FPDFBitmap_GetWidth(bitmap), module.FPDFBitmap_GetHeight(bitmap)]
  const stride = module.FPDFBitmap_GetStride(bitmap)
  const start = module.FPDFBitmap_GetBuffer(bitmap)
  const heap = module.pdfium.HEAPU8
  let [dark, gray] = [0, 0]
  for (let row = 0; bytes > 0 && row < height; row += 2)
    for (let column = 0, at = start + row * stride; column < width; column++, at += bytes) {
      // Green, which is lightness most of all.
      const value = heap[bytes === 1 ? at : at + 1]!
      if (value < NEARLY) dark++
      else if (value < 255 - NEARLY) gray++
    }
  module.FPDFBitmap_Destroy(bitmap)
  return dark + gray > ENOUGH && gray / (dark + gray) < LEAST_GRAY
}

function draw(
  module: WrappedPdfiumModule,
  { document, form }: OpenDocument,
  index: number,
  scale: number,
): Raster {
  const page = module.FPDF_LoadPage(document, index)
  module.FORM_OnAfterLoadPage(page, form)
  const width = Math.max(1, Math.round(module.FPDF_GetPageWidthF(page) * scale))
  const height = Math.max(1, Math.round(module.FPDF_GetPageHeightF(page) * scale))
  const place = [0, 0, width, height, UPRIGHT, WITH_ANNOTATIONS] as const
  const bitmap = module.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0)
  module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
  module.FPDF_RenderPageBitmap(bitmap, page, ...place)
  module.FPDF_FFLDraw(form, bitmap, page, ...place)
  const gray = new Uint8Array(width * height)
  const start = module.FPDFBitmap_GetBuffer(bitmap)
  const stride = module.FPDFBitmap_GetStride(bitmap)
  for (let row = 0; row < height; row++) {
    const from = start + row * stride
    gray.set(module.pdfium.HEAPU8.subarray(from, from + width), row * width)
  }
  module.FPDFBitmap_Destroy(bitmap)
  module.FORM_OnBeforeClosePage(page, form)
  module.FPDF_ClosePage(page)
  return { width, height, gray }
}
