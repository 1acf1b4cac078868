import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { decide } from '../../src/forms/paper/index.ts'
import type { Reading } from '../../src/model/paper.ts'
import { randomOf } from '../support/random.ts'
import { samplePack } from '../support/sample-pack.ts'
import { fillIn, type Person, PRINT_DPI, printPages } from './completed.ts'
import { judge } from './judge.ts'
import { type Box, Hand, pens } from './pen.ts'
import { formIn, type PackForm, readAll, startReader } from './reader.ts'
import { pdfOf, type Scanner, scan } from './scan.ts'

const pack = await samplePack()
const reader = await startReader()
const record = formIn(pack, 'training-record', reader)
const request = formIn(pack, 'mentoring-request', reader)
const prints = new Map<PackForm, Canvas[]>([
  [record, await printPages(record.pdf)],
  [request, await printPages(request.pdf)],
])
const office: Scanner = { name: 'office', dpi: 200, depth: 'gray', jpeg: 75, noise: 3 }
const PER_MM = PRINT_DPI / 25.4

/** What is read of a form whose pages were scanned. */
async function readingsOf(
  form: PackForm,
  pages: readonly Canvas[],
  how: Partial<Scanner> = {},
): Promise<Reading[]> {
  const shots = []
  for (const [index, page] of pages.entries())
    shots.push(await scan(page, { ...office, ...how }, index))
  const read = await readAll(reader, await pdfOf(shots), [form])
  return decide(
    form.definition,
    read.filter((page) => page.is === 'page'),
  )
}

/** How many questions of a form that somebody filled in are read in which way. */
async function countsOf(person: Person, seed: number, how: Partial<Scanner> = {}) {
  const { pages, meant } = fillIn(prints.get(record)!, record.definition, person, seed)
  const readings = await readingsOf(record, pages, how)
  const counts = { right: 0, uncertain: 0, 'said written': 0, lost: 0, wrong: 0 }
  for (const one of meant) counts[judge(one, readings)]++
  return counts
}

/** The pages of a form on which something is drawn at the place of a field. */
function drawnOn(
  form: PackForm,
  field: { readonly name: string; readonly state?: string },
  draw: (hand: Hand, box: Box, page: Canvas) => void,
): Canvas[] {
  const pages = prints.get(form)!.map((page) => {
    const copy = createCanvas(page.width, page.height)
    copy.getContext('2d').drawImage(page, 0, 0)
    return copy
  })
  const widget = form.definition.widgets.find(
    ({ name, state }) => name === field.name && state === field.state,
  )!
  const page = pages[widget.page]!
  const mm = widget.rect.map((points) => (points * 25.4) / 72)
  const [left, bottom, right, top] = mm as [number, number, number, number]
  const hand = new Hand(page.getContext('2d'), PER_MM, pens.ballpoint, randomOf(5))
  const box = { left, top: page.height / PER_MM - top, width: right - left, height: top - bottom }
  draw(hand, box, page)
  return pages
}

function readingOf(readings: readonly Reading[], name: string): Reading | undefined {
  return readings.find((one) => one.name === name)
}

test.each<[string, Partial<Person>]>([
  ['beside boxes', { habit: ['tick to the right', 'tick to the left', 'hook to the left'] }],
  ['around words and under them', { habit: ['option circled', 'words underlined'] }],
  ['above lines', { habit: 'tick', where: ['above'] }],
])('what a hard pencil leaves %s is not taken for nothing', async (_, how) => {
  for (const seed of [3, 4]) {
    const counts = await countsOf({ pen: 'hard pencil', habit: 'tick', ...how }, seed)
    expect(counts).toMatchObject({ lost: 0, wrong: 0 })
  }
})

test.each([8, 12, 17])('a cross %s mm behind the word of a box is seen', async (far) => {
  const name = 'teamLeader.decision'
  const pages = drawnOn(request, { name, state: 'not-supported' }, (hand, box) =>
    hand.cross({ ...box, left: box.left + box.width + far }, 0.7),
  )
  const readings = await readingsOf(request, pages)
  expect(readingOf(readings, name)).toMatchObject({ is: 'uncertain' })
  expect(readingOf(readings, 'supervisor.decision')).toMatchObject({ is: 'marked', states: [] })
})

test('lines that the glass of a scanner draws down a page are neither signatures nor marks', async () => {
  const name = 'recorder.signature'
  const pages = drawnOn(record, { name }, (_, box, page) => {
    const context = page.getContext('2d')
    context.fillStyle = '#777'
    const boxes = record.definition.widgets.filter(
      (widget) => widget.page === 1 && widget.state !== undefined,
    )
    const columns = new Set(boxes.map(({ rect }) => ((rect[0] + rect[2]) / 2 / 72) * PRINT_DPI))
    for (const x of [...columns, (box.left + box.width / 2) * PER_MM])
      context.fillRect(x, 0, 4, page.height)
  })
  for (const turns of [0, 1] as const) {
    const readings = await readingsOf(record, pages, { turns })
    expect(readingOf(readings, name)).toEqual({ is: 'signature', name, hasInk: false })
    for (const row of [1, 2, 3])
      for (const column of ['role', 'result'])
        expect(readingOf(readings, `roleTraining.${row}.${column}`)).toMatchObject({
          is: 'marked',
          states: [],
        })
  }
})

test('a cross in the shadow of a fold is not taken for dirt on the glass', async () => {
  const name = 'roleTraining.2.result'
  const pages = drawnOn(record, { name, state: 'completed' }, (hand, box, page) => {
    hand.cross(box)
    const context = page.getContext('2d')
    const y = (box.top + box.height / 2) * PER_MM
    const shade = context.createLinearGradient(0, y - 50, 0, y + 50)
    shade.addColorStop(0, 'rgba(60, 60, 60, 0)')
    shade.addColorStop(0.5, 'rgba(60, 60, 60, 0.5)')
    shade.addColorStop(1, 'rgba(60, 60, 60, 0)')
    context.fillStyle = shade
    context.fillRect(0, y - 50, page.width, 100)
  })
  const reading = readingOf(await readingsOf(record, pages), name)
  if (reading?.is === 'marked') expect(reading.states).toEqual(['completed'])
  else expect(reading).toMatchObject({ is: 'uncertain' })
})

test('specks are no signature', async () => {
  const name = 'recorder.signature'
  const pages = drawnOn(record, { name }, (hand, box) => {
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9])
      hand.scribble(
        { left: box.left + part * box.width, top: box.top + 4, width: 1, height: 1 },
        0.8,
      )
  })
  expect(readingOf(await readingsOf(record, pages), name)).toMatchObject({ is: 'uncertain' })
})

test('a copy that lost pale ink leaves nothing empty, and what is dark is read', async () => {
  const hard = { levels: [60, 150] } as const
  const pencil = await countsOf({ pen: 'hard pencil', habit: 'tick' }, 4, hard)
  expect(pencil).toMatchObject({ lost: 0, wrong: 0 })
  const pen = await countsOf({ pen: 'black', habit: 'tick' }, 4, hard)
  expect(pen).toMatchObject({ lost: 0, wrong: 0 })
  expect(pen.right).toBeGreaterThan(pen.uncertain)
})

test('scans and copies in which gray words are darker are read like others', async () => {
  const counts = await countsOf({ pen: 'ballpoint', habit: 'tick' }, 7, { levels: [90, 255] })
  expect(counts).toMatchObject({ lost: 0, wrong: 0 })
  expect(counts.uncertain).toBeLessThanOrEqual(2)
})

test('a print that makes the tint of boxes darker leaves empty lines empty', async () => {
  const pages = prints.get(request)!
  const darker = pages.map((page) => {
    const copy = createCanvas(page.width, page.height)
    const context = copy.getContext('2d')
    context.drawImage(page, 0, 0)
    const image = context.getImageData(0, 0, page.width, page.height)
    for (let at = 0; at < image.data.length; at += 4)
      if (image.data[at]! > 225 && image.data[at]! < 250)
        for (let channel = at; channel < at + 3; channel++) image.data[channel]! *= 0.92
    context.putImageData(image, 0, 0)
    return copy
  })
  const emptyOf = async (one: readonly Canvas[]) =>
    (await readingsOf(request, one)).filter(({ is }) => is === 'empty').length
  const usual = await emptyOf(pages)
  expect(usual).toBeGreaterThan(5)
  expect(await emptyOf(darker)).toBe(usual)
})

test('on a page on which most of what is written is faint nothing counts as empty', () => {
  const { widgets } = record.definition
  const texts = widgets.filter(({ page, state }) => page === 0 && state === undefined)
  const none = { faint: 0, cover: 0, own: 0, beside: 0, apart: 0, written: 0, over: 0, hint: 0 }
  const readingsWith = (inks: readonly number[]) => {
    const boxes = widgets
      .filter(({ page }) => page === 0)
      .map((widget) => {
        const { name, state } = widget
        const strong = inks[texts.indexOf(widget)] ?? 0
        return {
          name,
          ...(state !== undefined && { state }),
          ...none,
          strong,
          kept: 1,
          fit: 1,
          shadow: 0,
        }
      })
    const rest = { hash: record.definition.hash, page: 0, marks: 4, resolution: 200 }
    const page = { is: 'page', ...rest, doubts: [], boxes, beside: [] } as const
    return decide(record.definition, [page])
  }
  const emptyOf = (inks: readonly number[]) =>
    readingsWith(inks).filter(({ is }) => is === 'empty').length
  expect(emptyOf([0.4, 9, 9, 9])).toBeGreaterThan(0)
  expect(emptyOf([0.4, 0.4, 0.4, 9])).toBe(0)
})
