import type { Raster } from '../../model/paper.ts'

/** Width and height in pixels. */
export type Size = Pick<Raster, 'width' | 'height'>

/** A raster of half the size, so many times. */
export function half(raster: Raster, times: number): Raster {
  return times === 0 ? raster : half(halved(raster), times - 1)
}

function halved({ width, height, gray }: Raster): Raster {
  const [wide, high] = [width >> 1, height >> 1]
  const smaller = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const at = 2 * y * width + 2 * x
      smaller[y * wide + x] =
        (gray[at]! + gray[at + 1]! + gray[at + width]! + gray[at + width + 1]! + 2) >> 2
    }
  return { width: wide, height: high, gray: smaller }
}

/** The mean of each pixel and its eight neighbours. */
export function blurred({ width, height, gray }: Raster): Raster {
  const across = new Uint16Array(gray.length)
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width; x < width; x++, at++)
      across[at] = gray[x > 0 ? at - 1 : at]! + gray[at]! + gray[x < width - 1 ? at + 1 : at]!
  const smooth = new Uint8Array(gray.length)
  for (let at = 0; at < gray.length; at++) {
    const above = at >= width ? across[at - width]! : across[at]!
    const below = at + width < gray.length ? across[at + width]! : across[at]!
    smooth[at] = (above + across[at]! + below) / 9 + 0.5
  }
  return { width, height, gray: smooth }
}

/** Edges made steeper, as of a photograph that is out of focus. */
export function sharpened(raster: Raster): Raster {
  const { gray: soft } = blurred(blurred(blurred(raster)))
  const gray = new Uint8Array(soft.length)
  for (let at = 0; at < gray.length; at++) {
    const value = raster.gray[at]! + STEEPER * (raster.gray[at]! - soft[at]!)
    gray[at] = value < 0 ? 0 : Math.min(value, 255)
  }
  return { ...raster, gray }
}

const STEEPER = 2

/** Each 1 of a mask grown by so many pixels to all sides. */
export function grown(mask: Uint8Array, { width, height }: Size, around: number): Uint8Array {
  return spread(spread(mask, width, height, around, 1), width, height, around, width)
}

/** Each 1 grown by `around` along one axis, on which neighbours lie `stride` apart. */
function spread(
  mask: Uint8Array,
  width: number,
  height: number,
  around: number,
  stride: number,
): Uint8Array {
  const wider = new Uint8Array(mask.length)
  const [length, lines] = stride === 1 ? [width, height] : [height, width]
  for (let line = 0; line < lines; line++) {
    const start = stride === 1 ? line * width : line
    let near = 0
    for (let index = 0; index < length + around; index++) {
      if (index < length) near += mask[start + index * stride]!
      const left = index - 2 * around - 1
      if (left >= 0) near -= mask[start + left * stride]!
      const target = index - around
      if (target >= 0 && near > 0) wider[start + target * stride] = 1
    }
  }
  return wider
}
