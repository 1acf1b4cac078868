import type { DrawLetters, LetterPicture } from '../pdf/fill/index.ts'

/** Points of a picture for one size of the type: 520 dots to the inch at 11 points. */
const PER_SIZE = 80
/** The longest picture in points; what is longer has no room in any box. */
const WIDEST = 8000
/** From this opacity on, of 255, a point is ink. */
const INK = 128

/** What of a canvas is used to draw letters, in a browser or elsewhere. */
export interface LetterCanvas {
  width: number
  height: number
  getContext(kind: '2d', options: { willReadFrequently: boolean }): LetterContext | null
}

interface LetterContext {
  font: string
  textBaseline: 'alphabetic' | string
  measureText(text: string): {
    readonly width: number
    readonly actualBoundingBoxAscent: number
    readonly actualBoundingBoxDescent: number
    readonly actualBoundingBoxLeft: number
    readonly actualBoundingBoxRight: number
  }
  fillText(text: string, x: number, y: number): void
  getImageData(
    x: number,
    y: number,
    width: number,
    height: number,
  ): { readonly data: ArrayLike<number> }
}

export function drawLettersOn(canvas: LetterCanvas): DrawLetters {
  return (text) => {
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return undefined
    const font = `${PER_SIZE}px sans-serif`
    context.font = font
    const size = context.measureText(text)
    const left = Math.ceil(Math.max(0, size.actualBoundingBoxLeft))
    const right = Math.ceil(Math.max(size.width, size.actualBoundingBoxRight))
    // At least a line of type high, so that readers of the page tell its size.
    const ascent = Math.ceil(Math.max(0.8 * PER_SIZE, size.actualBoundingBoxAscent))
    const width = Math.min(WIDEST, left + right)
    const height = ascent + Math.ceil(Math.max(0.2 * PER_SIZE, size.actualBoundingBoxDescent))
    if (width === 0) return undefined
    // A canvas forgets its font when its size changes.
    Object.assign(canvas, { width, height })
    Object.assign(context, { font, textBaseline: 'alphabetic' })
    context.fillText(text, left, ascent)
    const { data } = context.getImageData(0, 0, width, height)
    return packed(data, { width, height, perSize: PER_SIZE, ascent })
  }
}

/** The opacity of each point as a bit. */
function packed(
  data: ArrayLike<number>,
  picture: Omit<LetterPicture, 'bits'>,
): LetterPicture | undefined {
  const { width, height } = picture
  const rowBytes = Math.ceil(width / 8)
  const bits = new Uint8Array(rowBytes * height)
  let isSeen = false
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((data[4 * (y * width + x) + 3] ?? 0) < INK) continue
      bits[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
      isSeen = true
    }
  return isSeen ? { ...picture, bits } : undefined
}
