import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { grayOf, type Picture } from './picture.ts'
import { RESOLUTION, type Renderer } from './renderer.ts'

/** Firefox's viewer, on a canvas for Node. */
export const pdfjs: Renderer = {
  name: 'pdf.js',
  available: () => true,
  async *pictures(pdf) {
    const task = getDocument({ data: pdf.slice(), verbosity: 0 })
    try {
      const document = await task.promise
      for (let number = 1; number <= document.numPages; number += 1)
        yield await renderPage(await document.getPage(number))
    } finally {
      await task.destroy()
    }
  },
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function renderPage(page: Page): Promise<Picture> {
  const viewport = page.getViewport({ scale: RESOLUTION / 72 })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const canvas = createCanvas(width, height)
  await page.render({ canvas, viewport }).promise
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const gray = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < gray.length; pixel += 1, at += 4)
    gray[pixel] = grayOf(data[at]!, data[at + 1]!, data[at + 2]!)
  return { width, height, gray }
}
