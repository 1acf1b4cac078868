import { type PageMark, readPageMark } from '../../contracts/page-mark.ts'
import type { Raster } from '../../model/paper.ts'
import type { Point } from './homography.ts'

export interface FoundMark extends PageMark {
  /** Its corners as it is printed: top left, top right, bottom right, bottom left; pixels, origin top left. */
  readonly corners: readonly [Point, Point, Point, Point]
}

/** A part of a picture: pixels, origin top left. */
export interface Part {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Makes ready to read marks; by itself the program would be fetched from the network. */
export async function prepareReading(codeReader: Uint8Array): Promise<void> {
  const { prepareZXingModule } = await import('zxing-wasm/reader')
  prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(codeReader).buffer },
    equalityFn: ({ wasmBinary }) => wasmBinary !== undefined,
  })
}

/** More than four codes of ours and a few of others are on no page. */
const MOST_CODES = 12

/** Finds marks in a part of a picture, drawn `zoom` times as large; codes of others are none. */
export async function findMarks(
  picture: Raster,
  part: Part = { left: 0, top: 0, width: picture.width, height: picture.height },
  zoom = 1,
): Promise<FoundMark[]> {
  const { readBarcodes } = await import('zxing-wasm/reader')
  const found = await readBarcodes(imageOf(picture, part, zoom), {
    formats: ['DataMatrix'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: true,
    maxNumberOfSymbols: MOST_CODES,
  })
  return found.flatMap(({ text, position }) => {
    const mark = readPageMark(text)
    if (!mark) return []
    const at = ({ x, y }: Point): Point => ({ x: x / zoom + part.left, y: y / zoom + part.top })
    const { topLeft, topRight, bottomRight, bottomLeft } = position
    return [{ ...mark, corners: [at(topLeft), at(topRight), at(bottomRight), at(bottomLeft)] }]
  })
}

/** As PGM (Netpbm), which has one byte a pixel where the data of a canvas have four. */
function imageOf({ width, height, gray }: Raster, part: Part, zoom: number): Uint8Array {
  const wide = Math.round(part.width * zoom)
  const high = Math.round(part.height * zoom)
  const head = new TextEncoder().encode(`P5 ${wide} ${high} 255\n`)
  const data = new Uint8Array(head.length + wide * high)
  data.set(head)
  if (
    zoom === 1 &&
    part.left === 0 &&
    part.top === 0 &&
    data.length === head.length + gray.length
  ) {
    data.set(gray, head.length)
    return data
  }
  for (let row = 0, at = head.length; row < high; row++)
    for (let column = 0; column < wide; column++, at++) {
      const x = Math.min(width - 1, Math.max(0, Math.floor(part.left + column / zoom)))
      const y = Math.min(height - 1, Math.max(0, Math.floor(part.top + row / zoom)))
      data[at] = gray[y * width + x]!
    }
  return data
}
