import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { slotsOf } from '../../src/contracts/slot.ts'
import { pdfium as drawnByPdfium } from '../renderers/pdfium.ts'
import { pdfjs as drawnByPdfjs } from '../renderers/pdfjs.ts'
import type { Picture } from '../renderers/picture.ts'
import { poppler as drawnByPoppler } from '../renderers/poppler.ts'
import { RESOLUTION, type Renderer } from '../renderers/renderer.ts'
import { definitionIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'
import type { Entry, Filler } from './filler.ts'
import { pdfium } from './pdfium.ts'
import { pdfjs } from './pdfjs.ts'
import { poppler } from './poppler.ts'

const pack = await samplePack()
const form = definitionIn(pack, 'equality-monitoring')
const blank = new Uint8Array(readFileSync(join(pack, `${form.id}.pdf`)))

const radios = new Set(
  slotsOf(form.fields).flatMap(({ control, name }) => (control === 'radio' ? [name] : [])),
)
const buttons = form.widgets.filter(({ name }) => radios.has(name))
/** Of each group another button. */
const entries: Entry[] = [...Map.groupBy(buttons, ({ name }) => name)].map(
  ([name, group], index) => {
    const { state = '', rect } = group[index % group.length]!
    return { name, kind: 'radio', state, rect }
  },
)

/** Part of a button around its middle, without its edge. */
const INNER = 0.4
const BLACK = 64
const WHITE = 250

describe.each([pdfium, pdfjs, poppler])('filled in by $name', (filler: Filler) => {
  test
    .skipIf(!filler.available())
    .each([drawnByPdfium, drawnByPdfjs, drawnByPoppler].filter((renderer) => renderer.available()))(
    'the chosen button of each group alone is black in $name',
    async (renderer: Renderer) => {
      const filled = await filler.fill(blank, entries)
      const pages: Picture[] = []
      for await (const page of renderer.pictures(filled)) pages.push(page)
      const black = buttons.filter(({ page, rect }) => grayIn(pages[page]!, rect) < BLACK)
      const white = buttons.filter(({ page, rect }) => grayIn(pages[page]!, rect) > WHITE)
      expect(black.map(({ name, state }) => [name, state])).toEqual(
        entries.map((entry) => [entry.name, 'state' in entry && entry.state]),
      )
      expect(white).toHaveLength(buttons.length - entries.length)
    },
  )
})

/** The mean gray around the middle of a button. */
function grayIn(
  { width, height, gray }: Picture,
  [left, bottom, right, top]: readonly [number, number, number, number],
): number {
  const pixels = RESOLUTION / 72
  const half = (INNER / 2) * pixels * (right - left)
  const [x, y] = [((left + right) / 2) * pixels, height - ((bottom + top) / 2) * pixels]
  let [sum, count] = [0, 0]
  for (let row = Math.round(y - half); row < y + half; row += 1)
    for (let column = Math.round(x - half); column < x + half; column += 1) {
      sum += gray[row * width + column] ?? 0
      count += 1
    }
  return sum / count
}
