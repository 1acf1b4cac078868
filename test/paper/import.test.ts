import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ImportResult, importForms } from '../../src/index.ts'
import type { FormRecord } from '../../src/model/record.ts'
import { samplePack } from '../support/sample-pack.ts'
import { keyed, usually, waiting } from './keyed.ts'
import { PaperProject, picturesOf } from './project.ts'
import { formIn, startReader } from './reader.ts'
import { pdfOf } from './scan.ts'

const pack = await samplePack()
const reader = await startReader()
const training = formIn(pack, 'training-record', reader)
const monitoring = formIn(pack, 'equality-monitoring', reader)
const definitions = [training.definition, monitoring.definition]
const ash = await picturesOf(training, 3)
const counted = await picturesOf(monitoring, 4)

test('a scan becomes a task, and what is keyed of it a record of its picture', async () => {
  const project = new PaperProject(pack)
  const file = project.put('scan.pdf', await pdfOf([ash[1]!, ash[0]!]))
  const first = await project.import()
  expect(first.results).toMatchObject([
    { file, status: 'to-key', messages: [{ severity: 'info' }] },
  ])
  expect(first.toKey?.forms).toMatchObject([{ files: [file], pages: [0, 1], missing: [] }])
  expect(first.isAllWell).toBe(false)
  const { originals, 'to-key': tasks } = project.kept('training-record')
  expect([originals?.length, tasks?.length]).toEqual([1, 1])
  const place = join(project.records, 'training-record')
  for (const path of ['originals', `originals/${originals![0]}`, 'to-key', `to-key/${tasks![0]}`])
    expect(statSync(join(place, path)).mode & 0o077).toBe(0)
  expect(readFileSync(join(place, 'originals', originals![0]!))).toEqual(readFileSync(file))

  const again = await project.import()
  expect(again.counts).toMatchObject({ duplicate: 1, 'to-key': 0 })
  expect(project.kept('training-record')).toMatchObject({ originals, 'to-key': tasks })

  const { shown } = await waiting(project.records)
  const nobody = 'participant.identity'
  const answers = keyed(shown, definitions, (slot) =>
    slot.name === nobody ? { value: '', method: 'unreadable' } : usually(slot),
  )
  const path = project.key(answers)
  const { results, toKey } = await project.import([path])
  expect(toKey).toBeUndefined()
  const record = results[0]?.record as FormRecord
  expect(record).toMatchObject({
    status: 'incomplete',
    values: { participant: { name: 'Rowan Ash', identity: null } },
    source: {
      method: 'paper',
      file,
      paper: { by: 'Kim Vale', answers: { [nobody]: { method: 'unreadable' } } },
    },
  })
  const methods = Object.values(record.source.paper!.answers).map(({ method }) => method)
  expect(new Set(methods)).toEqual(new Set(['mark-read', 'keyed', 'unreadable']))
  expect(record.messages.map(({ message }) => message)).toContain(
    'Their work e-mail address cannot be read on the paper; ask whose form it is what it says',
  )
  expect(project.kept('training-record')).toMatchObject({ originals, 'to-key': [] })

  const last = await project.import()
  expect(last.results.map(({ status, record: one }) => [status, one?.id])).toEqual([
    ['duplicate', record.id],
    ['duplicate', record.id],
  ])
})

test('a sheet that was scanned twice is one page of one form, and that of somebody else is not', async () => {
  const project = new PaperProject(pack)
  const [again] = await picturesOf(training, 3, 90)
  project.put('scan.pdf', await pdfOf([ash[0]!, again!, ash[1]!]))
  const { results, toKey } = await project.import()
  expect(toKey?.forms).toMatchObject([{ pages: [0, 1], missing: [], isMixed: false }])
  expect(results[0]?.messages[0]?.message).toMatch(/; of page 1 there are several pictures/)
  const { shown } = await waiting(project.records)
  expect(shown[0]!.pages.map(({ page }) => page)).toEqual([0, 0, 1])
  const [other] = await picturesOf(training, 8)
  const two = new PaperProject(pack)
  two.put('scan.pdf', await pdfOf([ash[0]!, ash[1]!, other!]))
  expect((await two.import()).toKey?.forms).toMatchObject([{ pages: [0, 1] }, { pages: [0] }])
})

test('pictures of one page each become forms as their names count, and a sheet photographed again is one page', async () => {
  const project = new PaperProject(pack)
  const again = await picturesOf(training, 3, 90)
  const birch = await picturesOf(training, 8)
  for (const [index, { bytes }] of [ash[0]!, again[0]!, ash[1]!, ...birch].entries())
    project.put(`IMG ${index + 8}.jpg`, bytes)
  const { results, toKey, told } = await project.import()
  expect(results.map(({ status }) => status)).toEqual(Array(5).fill('to-key'))
  expect(toKey?.forms).toMatchObject([
    { files: ['IMG 8.jpg', 'IMG 9.jpg', 'IMG 10.jpg'].map(project.path), pages: [0, 1] },
    { files: ['IMG 11.jpg', 'IMG 12.jpg'].map(project.path), pages: [0, 1] },
  ])
  expect(told).not.toContain('pages-mixed')

  project.put('late.pdf', await pdfOf(again))
  const late = await project.import()
  expect(late.toKey?.forms).toMatchObject([{ pages: [0, 1] }, { pages: [0, 1] }])
  expect(late.toKey?.forms[0]?.task).toBe(toKey?.forms[0]?.task)
  expect(project.kept('training-record').originals).toHaveLength(2)
})

test('of an anonymous form no picture is kept, and nothing tells which answers are of one form', async () => {
  const project = new PaperProject(pack)
  const ashes = project.put('scan.pdf', await pdfOf([...counted, ...ash]))
  const { results, anonymous, toKey } = await project.import()
  expect(results).toMatchObject([{ file: ashes, status: 'to-key' }])
  expect(results[0]?.paper?.forms).toHaveLength(1)
  expect(anonymous).toMatchObject([{ form: 'equality-monitoring', counted: 0, toKey: 1 }])
  expect(toKey?.forms.filter((form) => 'files' in form)).toHaveLength(1)
  expect(project.kept('equality-monitoring').originals).toBeUndefined()
  const { stored, shown } = await waiting(project.records)
  const own = stored.find(({ form }) => form.id === 'equality-monitoring')!
  expect(JSON.stringify(own)).not.toContain('scan.pdf')
  expect(own.sheets.some(({ picture }) => picture !== undefined)).toBe(false)
  const pieces = shown.filter(({ isAnonymous }) => isAnonymous)
  expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length)
  for (const { questions, pages } of pieces)
    expect([questions.length, pages.length]).toEqual([1, 0])
  expect(shown.some(({ id }) => id === own.id)).toBe(false)
  const scanned = readdirSync(join(project.records, 'training-record/originals'))
  const original = readFileSync(join(project.records, 'training-record/originals', scanned[0]!))
  expect(original.includes(Buffer.from(counted[0]!.bytes))).toBe(false)
  expect(original.includes(Buffer.from(ash[0]!.bytes))).toBe(true)

  // Some of it now, the rest later.
  const all = keyed(pieces, definitions)
  const isCertain = (index: number): boolean =>
    ['marked', 'empty'].includes(pieces[index]!.questions[0]!.reading.is)
  const some = all.tasks.filter((_, index) => isCertain(index)).slice(0, 3)
  const half = { ...all, tasks: some }
  const part = await project.import([project.key(half)])
  expect([part.results, part.anonymous]).toEqual([[], []])
  expect((await waiting(project.records)).shown).toHaveLength(shown.length - some.length)
  const rest = await project.import([project.key(all)])
  expect(rest.anonymous).toMatchObject([{ form: 'equality-monitoring', counted: 1 }])
  expect(project.kept('equality-monitoring')['to-key']).toEqual([])
  const again = await project.import([ashes])
  expect(again.anonymous).toMatchObject([{ counted: 0, repeated: 1 }])
  expect(
    readFileSync(join(project.records, 'equality-monitoring', monthIn(project)), 'utf8'),
  ).not.toContain('Kim')
})

function monthIn(project: PaperProject): string {
  return project.kept('equality-monitoring')['']!.find((name) => /^\d{4}-\d\d\.json$/.test(name))!
}

test('of a form that is not known here, a picture says where to look for it', async () => {
  const project = new PaperProject(pack)
  const path = project.put('scan.pdf', await pdfOf([ash[0]!]))
  const results: ImportResult[] = []
  await importForms({
    paths: [path],
    config: join(project.folder, 'org.config.json'),
    onResult: (result) => results.push(result),
  })
  expect(results).toMatchObject([{ status: 'rejected', messages: [{ rule: 'form-unknown' }] }])
})

test('a dry run tells the same and writes nothing', async () => {
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf(ash))
  const { results, toKey } = await project.import(undefined, { dryRun: true })
  expect(results).toMatchObject([{ status: 'to-key' }])
  expect(toKey).toMatchObject({ forms: [{ pages: [0, 1] }] })
  expect(toKey).not.toHaveProperty('page')
  expect(existsSync(project.records)).toBe(false)
})

test('what is wrong or left of a form stays with it, and the rest is kept', async () => {
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf(ash))
  await project.import()
  const { shown } = await waiting(project.records)
  const wrong = keyed(shown, definitions, (slot) =>
    slot.field.type === 'date' ? '31 February 2026' : usually(slot),
  )
  const told = await project.import([project.key(wrong)])
  expect(told.results).toMatchObject([{ status: 'to-key' }])
  expect(new Set(told.told)).toEqual(new Set(['value-type', 'keyed-open']))
  const [task] = (await waiting(project.records)).shown
  expect(Object.values(task!.answers!).map(({ value }) => value)).not.toContain('31 February 2026')
  expect(Object.values(task!.answers!).map(({ value }) => value)).toContain('Rowan Ash')
  const dates = keyed(shown, definitions)
  const [only] = dates.tasks
  const answers = Object.fromEntries(
    Object.entries(only!.answers).filter(([, { value }]) => value === '3 April 2026'),
  )
  const done = await project.import([project.key({ ...dates, tasks: [{ ...only!, answers }] })])
  expect(done.results[0]?.record?.values).toMatchObject({ participant: { name: 'Rowan Ash' } })
})

test('a file decides nothing: what it says was read of ink is keyed, and what it names must wait here', async () => {
  const project = new PaperProject(pack)
  project.put('scan.pdf', await pdfOf(ash))
  await project.import()
  const { shown } = await waiting(project.records)
  const [first] = shown
  const honest = keyed(shown, definitions)
  const answers = Object.fromEntries(
    Object.entries(honest.tasks[0]!.answers).map(([name, { value }]) => [
      name,
      { value: name === 'training.1.result' ? 'completed' : value, method: 'mark-read' as const },
    ]),
  )
  const certain = first!.questions.flatMap(({ reading }) =>
    ['marked', 'empty', 'signature'].includes(reading.is) ? reading.name : [],
  )
  expect(certain).toContain('training.1.result')
  const hostile = {
    ...honest.tasks[0]!,
    answers: JSON.parse(
      JSON.stringify({
        ...answers,
        'constructor.prototype': { value: 'x', method: 'keyed' },
      }).replace('{', '{"__proto__": {"value": "x", "method": "keyed"},'),
    ),
  }
  const others = [
    { ...hostile, id: '../../../etc/passwd' },
    { ...hostile, id: 'f'.repeat(16) },
    { ...hostile, form: { id: '../training-record', hash: hostile.form.hash } },
    { ...hostile, form: { ...hostile.form, hash: 'f'.repeat(64) } },
  ]
  const none = await project.import([project.key({ ...honest, tasks: others })])
  expect(none.results).toMatchObject([
    { status: 'rejected', messages: [{ rule: 'keyed-unknown' }] },
  ])
  const { results } = await project.import([project.key({ ...honest, tasks: [hostile] })])
  const { paper } = results[0]!.record!.source
  expect(paper?.answers['training.1.result']?.method).toBe('keyed')
  expect(paper?.answers['participant.name']?.method).toBe('keyed')
  const read = Object.entries(paper!.answers).filter(([, { method }]) => method === 'mark-read')
  for (const [name] of read)
    expect(certain.some((one) => name === one || name.startsWith(`${one}.`))).toBe(true)
  expect(Object.keys(paper!.answers)).not.toContain('constructor.prototype')
  expect(results[0]!.record!.extra).toBeUndefined()
})
