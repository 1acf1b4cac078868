import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { eraseRecords, type ImportResult, moveRecords } from '../../src/index.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { samplePack } from '../support/sample-pack.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { printPages } from './completed.ts'
import { keyed, usually, waiting } from './keyed.ts'
import { office, PaperProject, picturesOf } from './project.ts'
import { formIn, startReader } from './reader.ts'
import { pdfOf, scan } from './scan.ts'

const pack = await samplePack()
const reader = await startReader()
const training = formIn(pack, 'training-record', reader)
const monitoring = formIn(pack, 'equality-monitoring', reader)
const definitions = [training.definition, monitoring.definition]
const [ash, birch] = [await picturesOf(training, 3), await picturesOf(training, 5)]
const counted = await picturesOf(monitoring, 4)

const postgres = sharedPostgres()

test('several forms of a scan, in mixed order and with blank backs, are kept apart from each other', async () => {
  const project = new PaperProject(pack)
  const blank = { ...ash[0]!, bytes: (await scan(await blankSheet(), office, 9)).bytes }
  project.put('scan.pdf', await pdfOf([ash[0]!, blank, ash[1]!, birch[1]!, birch[0]!]))
  const { toKey, told } = await project.import()
  expect(toKey?.forms).toMatchObject([{ missing: [] }, { missing: [] }])
  expect(told).toEqual(['form-on-paper', 'form-on-paper'])
  const { stored } = await waiting(project.records)
  for (const { original, sheets } of stored) {
    const bytes = readFileSync(
      join(project.records, 'training-record/originals', `${original!.sha256}.pdf`),
    )
    // Nothing of the other form is in it.
    expect(sheets.map(({ at }) => at)).toEqual([0, 1])
    const alike = [...ash, ...birch].filter(({ bytes: picture }) =>
      bytes.includes(Buffer.from(picture)),
    )
    expect(alike).toHaveLength(2)
  }
})

test('pictures of a folder become forms as they follow each other, and a repeat asks', async () => {
  const project = new PaperProject(pack)
  for (const [index, { bytes }] of [...ash, ...birch].entries())
    project.put(`photo-${index}.jpg`, bytes)
  const { toKey, results, told } = await project.import()
  expect(results.map(({ file, status }) => [basename(file), status])).toEqual(
    [0, 1, 2, 3].map((index) => [`photo-${index}.jpg`, 'to-key']),
  )
  expect(toKey?.forms).toMatchObject([
    { pages: [0, 1], missing: [], isMixed: false },
    { pages: [0, 1], missing: [], isMixed: false },
  ])
  expect(told).not.toContain('pages-mixed')
  const other = new PaperProject(pack)
  for (const [index, shot] of [ash[0]!, birch[0]!, ash[1]!, birch[1]!].entries())
    other.put(`photo-${index}.jpg`, shot.bytes)
  const mixed = await other.import()
  expect(mixed.toKey?.forms).toMatchObject([{ isMixed: true }, { isMixed: true }])
  expect(mixed.told.filter((rule) => rule === 'pages-mixed')).toHaveLength(2)
  expect(other.kept('training-record').originals).toHaveLength(2)
})

test('a page that was missing comes to its form where there is one only', async () => {
  const project = new PaperProject(pack)
  project.put('first.pdf', await pdfOf([ash[0]!]))
  const first = await project.import()
  expect(first.toKey?.forms).toMatchObject([{ pages: [0], missing: [1] }])
  expect(first.told).toContain('page-missing')
  project.put('second.jpg', ash[1]!.bytes)
  const second = await project.import()
  expect(second.toKey?.forms).toMatchObject([{ pages: [0, 1], missing: [], isMixed: true }])
  expect(second.toKey?.forms[0]?.task).toBe(first.toKey?.forms[0]?.task)
  expect(project.kept('training-record').originals).toHaveLength(1)

  const open = new PaperProject(pack)
  open.put('firsts.pdf', await pdfOf([ash[0]!, birch[0]!]))
  open.put('second.jpg', ash[1]!.bytes)
  const { toKey } = await open.import()
  expect(toKey?.forms.flatMap(({ missing }) => missing).sort()).toEqual([0, 1, 1])
})

test('a form that is keyed again otherwise is a version of the same case', async () => {
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf(ash))
  await project.import()
  const { shown } = await waiting(project.records)
  const says = (subject: string) =>
    keyed(shown, definitions, (slot) =>
      slot.name.endsWith('.subject') && slot.cell ? subject : usually(slot),
    )
  const first = await project.import([project.key(says('Lanterns'))])
  const second = await project.import([project.key(says('Wicks'))])
  expect(second.results).toMatchObject([{ status: 'superseding' }])
  expect(second.results[0]?.record?.case).toBe(first.results[0]?.record?.case)
  expect(second.results[0]?.record?.source.sha256).toBe(first.results[0]?.record?.source.sha256)
  const methods = (result: ImportResult | undefined) =>
    Object.values(result!.record!.source.paper!.answers).map(({ method }) => method)
  expect(methods(second.results[0])).toEqual(methods(first.results[0]))
})

test('a huge value and a file that is cut short do no harm', async () => {
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf(ash))
  await project.import()
  const { shown } = await waiting(project.records)
  const huge = keyed(shown, definitions, (slot) =>
    slot.name === 'participant.name' ? 'x'.repeat(2_000_000) : usually(slot),
  )
  const { results } = await project.import([project.key(huge)])
  expect(results[0]?.messages.map(({ rule }) => rule)).toContain('value-range')
  const path = project.key(huge, 'cut.keyed.json')
  writeFileSync(path, readFileSync(path).subarray(0, 1000))
  const cut = await project.import([path])
  expect(cut.results).toMatchObject([{ status: 'rejected', messages: [{ rule: 'file-damaged' }] }])
})

async function blankSheet() {
  const [page] = await printPages(training.pdf)
  page!.getContext('2d').fillStyle = 'white'
  page!.getContext('2d').fillRect(0, 0, page!.width, page!.height)
  return page!
}

test('words that a program read lie over a scan or below it, and it is a scan all the same', async () => {
  const scanned = await PDFDocument.load(await pdfOf(ash))
  const pdf = await PDFDocument.create()
  const [words, pictures] = [
    await pdf.embedPdf(training.pdf, [0, 1]),
    await pdf.embedPdf(scanned, [0, 1]),
  ]
  for (const [index, picture] of pictures.entries()) {
    const page = pdf.addPage([picture.width, picture.height])
    page.drawPage(words[index]!)
    page.drawPage(picture)
  }
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdf.save())
  const { results, toKey } = await project.import()
  expect(results).toMatchObject([{ status: 'to-key' }])
  expect(toKey?.forms).toMatchObject([{ missing: [] }])
})

test('a scan in strips, under a line that the scanner wrote, is a scan', async () => {
  const pdf = await PDFDocument.create()
  for (const { bytes, width, height, dpi } of ash) {
    const picture = await loadImage(bytes)
    const page = pdf.addPage([(width / dpi) * 72, (height / dpi) * 72])
    const rows = Math.ceil(height / 9)
    for (let top = 0; top < height; top += rows) {
      const strip = createCanvas(width, Math.min(rows, height - top))
      strip.getContext('2d').drawImage(picture, 0, -top)
      const image = await pdf.embedPng(strip.toBuffer('image/png'))
      const [wide, high] = [page.getWidth(), (strip.height / dpi) * 72]
      const y = page.getHeight() - (top / dpi) * 72 - high
      page.drawImage(image, { x: 0, y, width: wide, height: high })
    }
    page.drawText('Scanned with a telephone on 1 December 2026', { x: 20, y: 8, size: 7 })
  }
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdf.save())
  const { results, toKey } = await project.import()
  expect(results).toMatchObject([{ status: 'to-key' }])
  expect(toKey?.forms).toMatchObject([{ missing: [] }])
})

test('a form that was filled in by a program, printed, signed by pen and scanned is one on paper', async () => {
  const filled = await pdfjs.fill(training.pdf, [
    { name: 'participant.name', kind: 'text', value: 'Zoë Vale' },
  ])
  const printed = await printPages(filled)
  const shots = await Promise.all(printed.map((page, index) => scan(page, office, index)))
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf(shots))
  const { results } = await project.import()
  const readings = results[0]?.paper?.forms[0]?.readings ?? []
  const read = (name: string) => readings.find((one) => one.name === name)
  expect(read('participant.name')).toMatchObject({ is: 'written' })
  expect(read('participant.identity')).toMatchObject({ is: 'empty' })
})

test('a form that waits is erased by its number, and its scan does not come back', async () => {
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf([...ash, ...birch]))
  const { toKey } = await project.import()
  const [first] = toKey!.forms
  const task = { form: 'training-record', id: first!.task! }
  await eraseRecords(project.records, {
    ...{ records: [], tasks: [task], on: '2026-11-30', why: 'request' },
  })
  const { originals, 'to-key': tasks } = project.kept('training-record')
  expect([originals?.length, tasks?.length]).toEqual([1, 1])
  const again = await project.import()
  expect(again.told).toContain('record-erased')
  expect(again.toKey?.forms).toHaveLength(1)
  const { shown } = await waiting(project.records)
  const { results } = await project.import([project.key(keyed(shown, definitions))])
  const record = results[0]!.record!
  await eraseRecords(project.records, { records: [record], on: '2026-11-30', why: 'request' })
  expect(project.kept('training-record').originals).toEqual([])
  const last = await project.import()
  expect(new Set(last.results.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(project.kept('training-record')['to-key']).toEqual([])
})

test('what waits lies in the database where the records do, and moves with them', async ({
  skip,
}) => {
  postgres.needIn({ skip })
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf([...ash, ...counted]))
  process.env.POLICYPACK_DATABASE = postgres.address
  try {
    const { toKey } = await project.import()
    expect(toKey?.forms).toHaveLength(2)
    expect(project.kept('training-record')['to-key']).toBeUndefined()
    const inDatabase = await waiting(project.records)
    await moveRecords(project.records, 'folder')
    delete process.env.POLICYPACK_DATABASE
    const { stored, shown } = await waiting(project.records)
    expect(stored).toEqual(inDatabase.stored)
    process.env.POLICYPACK_DATABASE = postgres.address
    await moveRecords(project.records, 'database')
    const done = await project.import([project.key(keyed(shown, definitions))])
    expect(done.results).toMatchObject([{ record: { source: { method: 'paper' } } }])
    expect(done.anonymous).toMatchObject([{ counted: 1 }])
    expect(await waiting(project.records)).toEqual({ stored: [], shown: [] })
  } finally {
    delete process.env.POLICYPACK_DATABASE
  }
})
