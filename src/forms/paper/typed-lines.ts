import { encode } from 'fast-png'
import type { FormDefinition } from '../../model/form.ts'
import type { BoxInk, Raster } from '../../model/paper.ts'
import { type Area, areaOf } from './ink.ts'

/** mm² of ink from which on there is something to read. */
const LEAST_INK = 0.55
/** Millimetres at the rim of a box that are its frame. */
const FRAME = 0.5
/** Times that a line is made larger for the program that reads it, which knows letters of 400 dots per inch. */
const LARGER = 2

/**
 * The insides of the boxes of a page in which something is written, as PNG by the name of the field.
 *
 * @param even the picture, laid over the form and evenly lit
 */
export function writtenLines(
  { widgets }: Pick<FormDefinition, 'widgets'>,
  { page, boxes }: { readonly page: number; readonly boxes: readonly BoxInk[] },
  even: Raster,
): Map<string, Uint8Array> {
  const written = new Set(
    boxes.flatMap(({ name, state, strong }) =>
      state === undefined && strong > LEAST_INK ? [name] : [],
    ),
  )
  const lines = widgets.filter((widget) => widget.page === page && written.has(widget.name))
  return new Map(lines.map(({ name, rect }) => [name, enlarged(even, areaOf(rect, even, -FRAME))]))
}

/** Each pixel between those of the picture is as gray as these are on average, by how near they are. */
function enlarged({ width, gray }: Raster, { left, top, right, bottom }: Area): Uint8Array {
  const [wide, high] = [Math.max(2, right - left), Math.max(2, bottom - top)]
  const size = { width: wide * LARGER, height: high * LARGER }
  const data = new Uint8Array(size.width * size.height)
  const at = (value: number, most: number): [number, number] => {
    const place = Math.min(value / LARGER, most - 1.001)
    return [Math.floor(place), place % 1]
  }
  for (let y = 0, index = 0; y < size.height; y++) {
    const [above, down] = at(y, high)
    for (let x = 0; x < size.width; x++, index++) {
      const [before, along] = at(x, wide)
      const first = (top + above) * width + left + before
      const upper = gray[first]! * (1 - along) + gray[first + 1]! * along
      const lower = gray[first + width]! * (1 - along) + gray[first + width + 1]! * along
      data[index] = upper * (1 - down) + lower * down
    }
  }
  return encode({ ...size, data, depth: 8, channels: 1 })
}
