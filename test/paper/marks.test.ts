import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { CORNERS, placeOfMark, readPageMark } from '../../src/contracts/page-mark.ts'
import { pdfium } from '../renderers/pdfium.ts'
import { RESOLUTION } from '../renderers/renderer.ts'
import { definitionIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
    ).buffer,
  },
})

test.each(['training-record', 'mentoring-evaluation'])(
  'another program reads on each page of %s which it is, and where its corners are',
  async (id) => {
    const { hash, pages } = definitionIn(pack, id)
    let page = 0
    for await (const { width, height, gray } of pdfium.pictures(
      readFileSync(join(pack, `${id}.pdf`)),
    )) {
      const data = new Uint8ClampedArray(gray.length * 4).fill(255)
      gray.forEach((value, index) => {
        data.fill(value, 4 * index, 4 * index + 3)
      })
      const picture = { width, height, data, colorSpace: 'srgb' } as Parameters<
        typeof readBarcodes
      >[0]
      const found = await readBarcodes(picture, { formats: ['DataMatrix'] })
      const marks = found.map(({ text, position }) => ({ ...readPageMark(text), position }))
      expect(marks.map(({ corner }) => corner).sort()).toEqual([...CORNERS].sort())
      for (const { corner = 'top left', position, ...mark } of marks) {
        expect(mark).toEqual({ hash: hash.slice(0, 12), page })
        const scale = 72 / RESOLUTION
        const size = { width: width * scale, height: height * scale }
        const [left, , , top] = placeOfMark(corner, size)
        expect(Math.abs(position.topLeft.x * scale - left)).toBeLessThan(1.5)
        expect(Math.abs(size.height - position.topLeft.y * scale - top)).toBeLessThan(1.5)
      }
      page++
    }
    expect(page).toBe(pages)
  },
)
