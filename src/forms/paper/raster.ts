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
  const smooth = new Uint8Array(gray.length)
  const sumsAlong = (y: number, sums: Uint16Array<ArrayBuffer>) => {
    const [first, last] = [y * width, (y + 1) * width - 1]
    for (let at = first, x = 0; at <= last; at++, x++)
      sums[x] = gray[at > first ? at - 1 : at]! + gray[at]! + gray[at < last ? at + 1 : at]!
    return sums
  }
  let above = sumsAlong(0, new Uint16Array(width))
  let own = above
  let spare = new Uint16Array(width)
  for (let y = 0; y < height; y++) {
    const below = y + 1 < height ? sumsAlong(y + 1, spare) : own
    for (let x = 0, at = y * width; x < width; x++, at++)
      smooth[at] = (above[x]! + own[x]! + below[x]!) / 9 + 0.5
    spare = above === own ? new Uint16Array(width) : above
    above = own
    own = below
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
  const wide = new Uint8Array(mask.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let near = 0
    for (let x = -around; x < width; x++) {
      if (x + around < width) near += mask[row + x + around]!
      if (x > around) near -= mask[row + x - around - 1]!
      if (x >= 0 && near > 0) wide[row + x] = 1
    }
  }
  // Row by row, since pixels of one column lie far from each other in memory.
  const all = new Uint8Array(mask.length)
  const near = new Uint16Array(width)
  for (let y = -around; y < height; y++) {
    const [enters, leaves, row] = [y + around, y - around - 1, y * width]
    for (let x = 0; x < width; x++) {
      if (enters < height) near[x]! += wide[enters * width + x]!
      if (leaves >= 0) near[x]! -= wide[leaves * width + x]!
      if (y >= 0 && near[x]! > 0) all[row + x] = 1
    }
  }
  return all
}
