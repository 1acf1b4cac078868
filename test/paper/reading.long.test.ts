import { createCanvas } from '@napi-rs/canvas'
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib'
import { expect, test } from 'vitest'
import { pictureKind } from '../../src/containers/index.ts'
import { cropsOf, decide, pdfOfPicture } from '../../src/forms/paper/index.ts'
import { randomOf } from '../support/random.ts'
import { samplePack } from '../support/sample-pack.ts'
import { type Completed, fillIn, type Person, PRINT_DPI, printPages } from './completed.ts'
import { judge, type Verdict } from './judge.ts'
import { Hand, pens } from './pen.ts'
import { formIn, readAll, startReader } from './reader.ts'
import { pdfOf, type Scanner, scan } from './scan.ts'

const pack = await samplePack()
const reader = await startReader()
const form = formIn(pack, 'training-record', reader)
const other = formIn(pack, 'mentoring-contract', reader)
const printed = await printPages(form.pdf)
const someone: Person = { pen: 'ballpoint', habit: 'tick' }
const office: Scanner = { name: 'office', dpi: 150, depth: 'gray', jpeg: 70, noise: 3, skew: 0.8 }

/** What is read of a form that somebody filled in and scanned, question by question, as it compares with what they meant. */
async function verdictsOf(
  { pages, meant }: Completed,
  scanner: Scanner,
): Promise<{
  read: Awaited<ReturnType<typeof readAll>>
  counts: Partial<Record<Verdict, number>>
}> {
  const shots = []
  for (const [index, page] of pages.entries()) shots.push(await scan(page, scanner, index))
  const read = await readAll(reader, await pdfOf(shots), [form])
  const readings = decide(
    form.definition,
    read.filter((page) => page.is === 'page'),
  )
  const counts: Partial<Record<Verdict, number>> = {}
  for (const one of meant) {
    const verdict = judge(one, readings)
    counts[verdict] = (counts[verdict] ?? 0) + 1
  }
  return { read, counts }
}

test.each<[string, Person, Partial<Scanner>, number]>([
  ['a gray scan', someone, {}, 0.05],
  ['crosses, upside down', { pen: 'black', habit: 'cross' }, { turns: 2, skew: -1.5 }, 0.05],
  [
    'a photograph of a curled sheet',
    someone,
    {
      ...{ dpi: 180, depth: 'colour', skew: -4, turns: 1, shadow: 0.3, noise: 5 },
      photo: { keystone: 0.1, curl: 2 },
    },
    0.2,
  ],
])('%s is read, and nothing that is certain is wrong', async (_, person, how, most) => {
  const completed = fillIn(printed, form.definition, person, 7)
  const { read, counts } = await verdictsOf(completed, { ...office, ...how })
  expect(read.map((one) => [one.is, one.is === 'page' && [one.page, one.doubts]])).toEqual([
    ['page', [0, []]],
    ['page', [1, []]],
  ])
  const { right = 0, uncertain = 0, ...others } = counts
  expect(others).toEqual({})
  expect(uncertain / (right + uncertain)).toBeLessThanOrEqual(most)
})

test.each<[string, Partial<Person>]>([
  ['circles words', { habit: 'circle around words' }],
  ['marks words', { habit: 'words marked' }],
  ['strikes out what is not meant', { habit: 'others struck out' }],
  ['strikes out a mistake', { habit: 'struck out' }],
  ['makes large ticks', { habit: 'large tick', pen: 'blue felt tip' }],
  ['writes across boxes', { size: 1.6 }],
  [
    'marks what is to the left of boxes',
    { habit: ['tick to the left', 'cross to the left', 'hook to the left', 'letter beside'] },
  ],
  ['marks words and rims', { habit: ['tick on words', 'cross on words', 'tick on the rim'] }],
  ['writes above lines', { where: ['above'] }],
])('of somebody who %s, nothing that is certain is wrong', async (_, how) => {
  const completed = fillIn(printed, form.definition, { ...someone, ...how }, 11)
  const { counts } = await verdictsOf(completed, office)
  expect([counts.wrong, counts.lost]).toEqual([undefined, undefined])
  expect(counts.right).toBeGreaterThan(0)
})

test('a photograph on which the marks of one edge only can be read is laid over the whole form', async () => {
  const { pages, meant } = fillIn(printed, form.definition, someone, 7)
  const cut = pages.map((page) => {
    const copy = createCanvas(page.width, page.height)
    const context = copy.getContext('2d')
    context.drawImage(page, 0, 0)
    context.fillStyle = '#fff'
    const side = (24 * PRINT_DPI) / 25.4
    for (const left of [0, page.width - side]) context.fillRect(left, 0, side, side)
    return copy
  })
  const phone: Scanner = {
    ...{ name: 'phone', dpi: 180, depth: 'colour', jpeg: 70, noise: 4, skew: -3 },
    photo: { keystone: 0.1, curl: 1 },
  }
  const { read, counts } = await verdictsOf({ pages: cut, meant }, phone)
  expect(read).toMatchObject([
    { is: 'page', marks: 2, doubts: [] },
    { is: 'page', marks: 2, doubts: [] },
  ])
  const { right = 0, uncertain = 0, ...others } = counts
  expect(others).toEqual({})
  expect(right).toBeGreaterThan(3 * uncertain)
})

test('a photograph that is out of focus is known as well', async () => {
  const far: Scanner = { ...office, dpi: 170, blur: 0.25, skew: 3 }
  const shot = await scan(printed[0]!, far, 12)
  const [page] = await readAll(reader, await pdfOf([shot]), [form])
  expect(page).toMatchObject({ is: 'page', page: 0 })
})

test.each<[string, Partial<Scanner>, string]>([
  ['black and white', { depth: 'bilevel' }, 'bilevel'],
  ['black and white in a JPEG', { depth: 'bilevel', dpi: 200, jpeg: 80 }, 'bilevel'],
  ['too coarse', { dpi: 80 }, 'coarse'],
])('of a scan that is %s nothing is certain', async (_, how, doubt) => {
  const completed = fillIn(printed, form.definition, someone, 7)
  const { jpeg: _jpeg, noise: _noise, ...plain } = office
  const { read, counts } = await verdictsOf(completed, { ...plain, ...how })
  for (const page of read)
    if (page.is === 'page') expect(page.doubts).toContain(doubt)
    else expect(page.is).toBe('unknown')
  expect(counts).toEqual({ uncertain: completed.meant.length })
})

test('a page that is missing leaves its questions uncertain', async () => {
  const { pages, meant } = fillIn(printed, form.definition, someone, 7)
  const shot = await scan(pages[0]!, office, 1)
  const [page] = await readAll(reader, await pdfOf([shot]), [form])
  const readings = decide(form.definition, page?.is === 'page' ? [page] : [])
  const why = readings.map((one) => one.is === 'uncertain' && one.why)
  const second = new Set(
    form.definition.widgets.filter((one) => one.page === 1).map(({ name }) => name),
  )
  expect(why.filter((one) => one === 'page-missing').length).toBe(
    meant.filter(({ name }) => second.has(name)).length,
  )
})

test('where two pictures of a page differ, a person says which holds', async () => {
  const { pages, meant } = fillIn(printed, form.definition, someone, 7)
  const { widgets } = form.definition
  const empty = meant.find(
    ({ name, kind, states }) =>
      kind === 'boxes' &&
      states.length === 0 &&
      widgets.some((widget) => widget.name === name && widget.page === 0),
  )!
  const before = await scan(pages[0]!, office, 1)
  const [left, bottom, right, top] = widgets.find((widget) => widget.name === empty.name)!.rect
  const [perMm, mm] = [PRINT_DPI / 25.4, 25.4 / 72]
  const hand = new Hand(pages[0]!.getContext('2d'), perMm, pens.ballpoint, randomOf(3))
  const place = { left: left * mm, top: pages[0]!.height / perMm - top * mm }
  hand.cross({ ...place, width: (right - left) * mm, height: (top - bottom) * mm })
  const after = await scan(pages[0]!, office, 2)
  const read = (await readAll(reader, await pdfOf([before, after]), [form])).filter(
    (page) => page.is === 'page',
  )
  const readings = decide(form.definition, read)
  expect(readings.find(({ name }) => name === empty.name)).toMatchObject({
    why: 'pictures-differ',
    states: [expect.any(String)],
  })
  expect(readings.filter((one) => one.is === 'marked').length).toBeGreaterThan(2)
})

test('what was torn off is neither empty nor written', async () => {
  const page = createCanvas(printed[0]!.width, printed[0]!.height)
  const context = page.getContext('2d')
  context.drawImage(printed[0]!, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, page.height / 2, page.width, page.height / 2)
  const [read] = await readAll(reader, await pdfOf([await scan(page, office, 1)]), [form])
  if (read?.is !== 'page') throw new Error('The page was not known')
  const certain = decide(form.definition, [read]).filter(({ is }) => is !== 'uncertain')
  const heights = form.definition.widgets
    .filter((widget) => widget.page === 0 && certain.some(({ name }) => name === widget.name))
    .map(({ rect: [, bottom] }) => bottom)
  expect(heights.length).toBeGreaterThan(0)
  expect(Math.min(...heights)).toBeGreaterThan(842 / 2 - 10)
})

test('a person is shown what is written above and below a line', () => {
  const { name, rect } = form.definition.widgets.find((one) => one.name === 'recorder.name')!
  const png = cropsOf(form.definition, 1, form.pages[1]!).get(name)!
  const height = new DataView(png.buffer, png.byteOffset).getUint32(20)
  expect(height / 200).toBeGreaterThan((rect[3] - rect[1]) / 72 + 13 / 25.4)
})

test('a stain on the box of a signature is no signature', async () => {
  const pages = printed.map((page) => {
    const copy = createCanvas(page.width, page.height)
    copy.getContext('2d').drawImage(page, 0, 0)
    return copy
  })
  const { name } = form.definition.fields.find(({ type }) => type === 'signature')!
  const { page, rect } = form.definition.widgets.find((widget) => widget.name === name)!
  const context = pages[page]!.getContext('2d')
  const [left, bottom] = rect.map((points) => (points / 72) * PRINT_DPI) as [number, number]
  const [x, y, radius] = [left + 150, pages[page]!.height - bottom - 70, 60]
  const coffee = context.createRadialGradient(x, y, 0, x, y, radius)
  for (const [far, alpha] of [
    [0, 0.45],
    [0.8, 0.55],
    [1, 0],
  ] as const)
    coffee.addColorStop(far, `rgba(120, 80, 30, ${alpha})`)
  context.fillStyle = coffee
  context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
  const shot = await scan(pages[page]!, office, 1)
  const [read] = await readAll(reader, await pdfOf([shot]), [form])
  const readings = decide(form.definition, read?.is === 'page' ? [read] : [])
  expect(readings.find((one) => one.name === name)).toMatchObject({ is: 'uncertain' })
})

test('backs of sheets, pages of others and forms that are not known here are told apart', async () => {
  const [page] = await printPages(other.pdf)
  const blank = createCanvas(page!.width, page!.height)
  const context = blank.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, blank.width, blank.height)
  const back = await scan(blank, office, 1)
  context.fillStyle = '#222'
  context.font = '60px "Caveat"'
  for (let line = 1; line < 20; line++) context.fillText('Dear all, a letter', 300, 150 * line)
  const letter = await scan(blank, office, 2)
  const foreign = await scan(page!, office, 3)
  const read = await readAll(reader, await pdfOf([back, letter, foreign]), [form])
  expect(read).toMatchObject([
    { is: 'blank' },
    { is: 'unknown' },
    { is: 'foreign', hash: other.definition.hash.slice(0, 12), page: 0 },
  ])
})

test('two pages on one picture leave nothing certain', async () => {
  const both = createCanvas(printed[0]!.width * 2, printed[0]!.height)
  both.getContext('2d').drawImage(printed[0]!, 0, 0)
  both.getContext('2d').drawImage(printed[1]!, printed[0]!.width, 0)
  const [read] = await readAll(reader, await pdfOf([await scan(both, office, 1)]), [form])
  expect(read).toMatchObject({ is: 'page', doubts: expect.arrayContaining(['several']) })
})

test('marks that were cut out and put elsewhere leave nothing certain', async () => {
  const page = createCanvas(printed[0]!.width, printed[0]!.height)
  const context = page.getContext('2d')
  context.drawImage(printed[0]!, 0, 0)
  const [side, far] = [140, page.width - 290]
  context.fillStyle = '#fff'
  context.fillRect(far, 140, side, side)
  context.drawImage(printed[0]!, far, 140, side, side, far - 300, 500, side, side)
  const [read] = await readAll(reader, await pdfOf([await scan(page, office, 1)]), [form])
  if (read?.is !== 'page') throw new Error('The page was not known')
  expect(read.doubts.length).toBeGreaterThan(0)
})

test('a picture is read as a PDF of it, unless it is larger than any page', async () => {
  const shot = await scan(printed[0]!, office, 1)
  expect(pictureKind(shot.bytes)).toBe('JPEG')
  const pdf = await pdfOfPicture(shot.bytes, 'JPEG')
  const [page] = await readAll(reader, pdf!, [form])
  expect(page).toMatchObject({ is: 'page', page: 0, marks: 4, doubts: [] })
  const huge = Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    ...[0, 1, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0],
  ])
  expect(pictureKind(huge)).toBe('PNG')
  expect(await pdfOfPicture(huge, 'PNG')).toBeUndefined()
  const cut = await pdfOfPicture(shot.bytes.slice(0, 900), 'JPEG')
  const [nothing] = await readAll(reader, cut!, [form])
  expect(nothing?.is).not.toBe('page')
})

test('strips of black and white are told from gray, also inside of other objects', async () => {
  const gray = await pdfOf([await scan(printed[0]!, { ...office, dpi: 200 }, 1)])
  const [plain] = await readAll(reader, await nested(gray), [form])
  expect(plain).toMatchObject({ is: 'page', page: 0, doubts: [] })
  const { width, height } = printed[0]!
  const { data } = printed[0]!.getContext('2d').getImageData(0, 0, width, height)
  const strips = await PDFDocument.create()
  const page = strips.addPage([width * 0.24, height * 0.24])
  const row = Math.ceil(width / 8)
  for (let top = 0; top < height; top += 300) {
    const rows = Math.min(300, height - top)
    const bits = new Uint8Array(row * rows)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < width; x++)
        if (data[4 * ((top + y) * width + x)]! > 150) bits[y * row + (x >> 3)]! |= 128 >> (x & 7)
    place(strips, page, { width, height: rows, bits: 1, data: bits, top })
  }
  const [black] = await readAll(reader, await nested(await strips.save()), [form])
  expect(black).toMatchObject({ is: 'page', page: 0, doubts: ['bilevel'] })
})

test('images that unfold to more than any scan are not drawn, wherever they are', async () => {
  const bomb = await PDFDocument.create()
  const page = bomb.addPage([595, 842])
  const data = new Uint8Array(4000 * 4000)
  for (let copy = 0; copy < 4; copy++)
    place(bomb, page, { width: 4000, height: 4000, bits: 8, data, top: 0 })
  const pdf = await nested(await bomb.save())
  expect(await readAll(reader, pdf, [form])).toEqual([{ is: 'unknown' }])
  expect(reader.blanks(pdf)).toEqual([])
  const wide = await PDFDocument.create()
  wide.addPage([14_400, 14_400])
  expect(reader.blanks(await wide.save())).toEqual([])
})

/** The first page of a PDF as an object on a page of another. */
async function nested(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const [inner] = await pdf.embedPdf(bytes)
  pdf.addPage([inner!.width, inner!.height]).drawPage(inner!)
  return pdf.save()
}

/** Puts a gray image across a page, 300 pixels to the inch, so many pixels from its top. */
function place(
  pdf: PDFDocument,
  page: PDFPage,
  image: { width: number; height: number; bits: number; data: Uint8Array; top: number },
): void {
  const stream = pdf.context.flateStream(image.data, {
    ...{ Type: 'XObject', Subtype: 'Image', ColorSpace: 'DeviceGray' },
    ...{ Width: image.width, Height: image.height, BitsPerComponent: image.bits },
  })
  const name = page.node.newXObject('Strip', pdf.context.register(stream))
  const [width, height] = [image.width * 0.24, image.height * 0.24]
  const bottom = page.getHeight() - image.top * 0.24 - height
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(width, 0, 0, height, 0, bottom),
    drawObject(name),
    popGraphicsState(),
  )
}

test('what cannot be opened shows nothing', async () => {
  expect(await readAll(reader, new TextEncoder().encode('%PDF-1.7 nothing'), [form])).toEqual([])
})
