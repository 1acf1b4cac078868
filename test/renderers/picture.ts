/** A page as a picture on white paper. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** One byte a pixel, row by row from the top; 0 is black, 255 white. */
  readonly gray: Uint8Array
}

/** The gray of a colour given as bytes (ITU-R BT.601, as Poppler and PDFium have it). */
export function grayOf(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
}
