import type { Rect } from '../geometry.ts'
import type { Font } from './fonts/font.ts'
import type { Matrix } from './matrix.ts'

/** What `q` saves and `Q` brings back (ISO 32000-1, 8.4.1), as far as it decides what is seen where. */
export interface GraphicsState {
  ctm: Matrix
  /** The rectangle around the clipping path, in page space. */
  clip: Rect
  /** Lightness from 0 (black) to 1 (white) of what is filled and stroked. */
  fill: number
  stroke: number
  lineWidth: number
  /** Whether what is painted lets nothing show through (ISO 32000-1, 11.6.4 and 11.3.5). */
  opaque: boolean
  font: Font | undefined
  fontSize: number
  readonly characterSpacing: number
  readonly wordSpacing: number
  /** Part of the usual width, 1 for 100 %. */
  readonly horizontalScale: number
  readonly leading: number
  readonly rise: number
  readonly renderMode: number
}

export function initialState(ctm: Matrix, clip: Rect): GraphicsState {
  return {
    ctm,
    clip,
    fill: 0,
    stroke: 0,
    lineWidth: 1,
    opaque: true,
    font: undefined,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  }
}
