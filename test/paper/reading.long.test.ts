import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { pictureKind } from '../../src/containers/index.ts'
import { decide, pdfOfPicture } from '../../src/forms/paper/index.ts'
import { samplePack } from '../support/sample-pack.ts'
import { type Completed, fillIn, type Person, printPages } from './completed.ts'
import { judge, type Verdict } from './judge.ts'
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
  expect(read).toEqual([
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

test('what cannot be opened shows nothing', async () => {
  expect(await readAll(reader, new TextEncoder().encode('%PDF-1.7 nothing'), [form])).toEqual([])
})
