import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { pdfjs as pdfjsFiller } from '../fillers/pdfjs.ts'
import { definitionIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'
import { compare } from './compare.ts'
import { TOLERATED } from './every-page.ts'
import { pdfium } from './pdfium.ts'
import { pdfjs } from './pdfjs.ts'
import type { Picture } from './picture.ts'
import { RESOLUTION } from './renderer.ts'

const folder = await samplePack()
const form = definitionIn(folder, 'coaching-session-notes')
const pdf = await pdfjsFiller.fill(
  new Uint8Array(readFileSync(join(folder, 'coaching-session-notes.pdf'))),
  [{ name: 'coach.name', kind: 'text', value: 'Li' }],
)
const shown = await firstPage(pdfium.pictures(pdf))
const shownElsewhere = await firstPage(pdfjs.pictures(pdf))

test('a page as it is has no difference', () => {
  expect(compare(shown, shownElsewhere).area).toBeLessThan(TOLERATED)
})

/** Lengths in millimetres, from the top left corner of the page. */
type Box = Record<'left' | 'top' | 'right' | 'bottom', number>

const name = boxOf('coach.name')
const notes = boxOf('grow.goal')
const [WHITE, FILL] = [255, 244]
/** How many lines the box for notes has. */
const LINES = 3

describe('a difference is found where in one picture', () => {
  test.each<[string, Picture]>([
    ['the two letters of a name are missing', painted(shown, inside(name), FILL)],
    ['the fill of a box is missing', painted(shown, inside(notes), WHITE)],
    ['the lower edge of a box is missing', painted(shown, lowerEdge(name), WHITE)],
    ['the left edge of a box is missing', painted(shown, leftEdge(name), WHITE)],
    ['a writing line is missing', painted(shown, firstLine(notes), FILL)],
    ['a block stands 3 mm lower', lowered(shown, { from: name.top, to: notes.top, by: 3 })],
    ['a block stands 1 mm lower', lowered(shown, { from: name.top, to: notes.top, by: 1 })],
  ])('%s', (_, altered) => {
    expect(compare(altered, shownElsewhere).area).toBeGreaterThan(TOLERATED)
  })

  test('a logo is missing', async () => {
    const canvas = createCanvas(200, 60)
    canvas.getContext('2d').fillRect(0, 0, 200, 60)
    const file = await PDFDocument.load(pdf, { updateMetadata: false })
    const logo = await file.embedPng(canvas.toBuffer('image/png'))
    file.getPage(0).drawImage(logo, { x: 400, y: 770, width: 100, height: 30 })
    const altered = await firstPage(pdfjs.pictures(await file.save()))
    expect(compare(shown, altered).area).toBeGreaterThan(TOLERATED)
  })

  test('the fonts are others', async () => {
    const file = await PDFDocument.load(pdf, { updateMetadata: false })
    for (const [, object] of file.context.enumerateIndirectObjects())
      if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'))
    const altered = await firstPage(pdfium.pictures(await file.save()))
    expect(compare(altered, shownElsewhere).area).toBeGreaterThan(TOLERATED)
  })
})

async function firstPage(pictures: AsyncGenerator<Picture>): Promise<Picture> {
  for await (const picture of pictures) return picture
  throw new Error('Expected a page')
}

function boxOf(name: string): Box {
  const rectangle = form.widgets.find((widget) => widget.name === name)?.rect
  if (!rectangle) throw new Error(`The form has no ${name}`)
  const [left, bottom, right, top] = rectangle.map((points) => (points * 25.4) / 72)
  const height = (shown.height * 25.4) / RESOLUTION
  return { left: left!, top: height - top!, right: right!, bottom: height - bottom! }
}

function inside({ left, top, right, bottom }: Box): Box {
  return { left: left + 0.5, top: top + 0.5, right: right - 0.5, bottom: bottom - 0.5 }
}

function lowerEdge(box: Box): Box {
  return { ...box, top: box.bottom - 0.5, bottom: box.bottom + 0.5 }
}

function leftEdge(box: Box): Box {
  return { ...box, left: box.left - 1, right: box.left }
}

function firstLine(box: Box): Box {
  const line = box.top + (box.bottom - box.top) / LINES
  return { ...inside(box), top: line - 0.7, bottom: line + 0.7 }
}

function painted({ width, height, gray }: Picture, box: Box, shade: number): Picture {
  const copy = Uint8Array.from(gray)
  for (let row = pixels(box.top); row < pixels(box.bottom); row += 1)
    copy.fill(shade, row * width + pixels(box.left), row * width + pixels(box.right))
  return { width, height, gray: copy }
}

function lowered(
  { width, height, gray }: Picture,
  { from, to, by }: { from: number; to: number; by: number },
): Picture {
  const copy = Uint8Array.from(gray)
  copy.copyWithin(pixels(from + by) * width, pixels(from) * width, pixels(to) * width)
  copy.fill(WHITE, pixels(from) * width, pixels(from + by) * width)
  return { width, height, gray: copy }
}

function pixels(millimetres: number): number {
  return Math.round((millimetres * RESOLUTION) / 25.4)
}
